import GRDB
package import Mail

/// Items that wait for one reason to go to one country by one product.
package struct BacklogRow: Hashable, Sendable {
    /// The lane that holds them; nothing where a person or a rule of the checks does.
    package let lane: String?
    package let destination: String
    package let product: String
    package let items: Int
    package let customers: Int
    /// Since when the oldest waits.
    package let since: Moment
}

/// An item that was paid for and never came into our hands.
package struct UnacceptedRow: Hashable, Sendable {
    package let item: String
    package let customer: String
    package let reference: String?
    package let product: String
    package let destination: String
    package let lodgedAt: Moment
    /// `12.35 GBP`.
    package let postage: String
    /// Its place in the journal.
    package let entry: UInt64
}

extension LedgerStore {
    /// What is held, the most first.
    package func backlog() throws(LedgerFault) -> [BacklogRow] {
        try answering { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT lane, destination, product, count(*) AS items,
                        count(DISTINCT customer) AS customers, min(since) AS since
                    FROM items WHERE state = 'held' GROUP BY 1, 2, 3
                    ORDER BY items DESC, destination, product, lane
                    """
            )
            .map { row in
                BacklogRow(
                    lane: row["lane"],
                    destination: row["destination"],
                    product: row["product"],
                    items: row["items"],
                    customers: row["customers"],
                    since: Moment(milliseconds: row["since"])
                )
            }
        }
    }

    /// Items with postage that were lodged and never accepted, the oldest first, from an entry on.
    package func unaccepted(
        from entry: UInt64,
        limit: Int
    ) throws(LedgerFault) -> [UnacceptedRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT id, customer, reference, product, destination, lodged_at, postage,
                            entry
                        FROM items WHERE state = 'lodged' AND postage IS NOT NULL AND entry >= ?
                        ORDER BY entry LIMIT ?
                        """
                ),
                arguments: [Int64(entry), limit]
            )
            .map { row in
                UnacceptedRow(
                    item: row["id"],
                    customer: row["customer"],
                    reference: row["reference"],
                    product: row["product"],
                    destination: row["destination"],
                    lodgedAt: Moment(milliseconds: row["lodged_at"]),
                    postage: row["postage"],
                    entry: UInt64(row["entry"] as Int64)
                )
            }
        }
    }
}
