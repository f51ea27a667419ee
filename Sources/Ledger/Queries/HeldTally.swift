import GRDB
package import Mail

/// How many items wait to go to one country by one product, and for whom: counted as they come and
/// go, so that a board of a million of them asks for a few hundred rows.
package struct HeldRow: Hashable, Sendable {
    package let destination: Country
    package let product: Product
    /// Whether they need customs data.
    package let data: Bool
    /// The lane that holds them; nothing where a person or a rule of the checks does.
    package let lane: String?
    package let items: Int
    /// Since when the oldest of this country, product and need waits; nothing while a restored
    /// office's history is on its way.
    package let since: Moment?
}

extension LedgerStore {
    /// What is held, by country, product, need of data and lane.
    package func heldTally() throws(LedgerFault) -> [HeldRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT destination, product, data, lane, items,
                            (SELECT min(since) FROM items INDEXED BY items_waiting
                             WHERE state = 'held' AND destination = held_tally.destination
                                AND product = held_tally.product AND data = held_tally.data)
                            AS since
                        FROM held_tally WHERE items > 0 ORDER BY 1, 2, 3, 4
                        """
                )
            )
            .compactMap { row in
                guard let destination = Country(row["destination"] as String),
                    let product = Product(rawValue: row["product"])
                else { return nil }
                let lane: String = row["lane"]
                return HeldRow(
                    destination: destination,
                    product: product,
                    data: row["data"],
                    lane: lane.isEmpty ? nil : lane,
                    items: row["items"],
                    since: (row["since"] as Int64?).map { Moment(milliseconds: $0) }
                )
            }
        }
    }

    /// How many items a release plan was made of, and how many it has let go: counted in the days
    /// that the ledger remembers.
    package func releaseTally(
        _ plan: ReleasePlan
    ) throws(LedgerFault) -> (planned: Int, released: Int) {
        try answering { db in
            let planned = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT items FROM releases WHERE id = ?"),
                arguments: [plan.id]
            )
            let released = try Int.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT sum(items) FROM lane_counts
                        WHERE lane = ? AND who = '' AND length(window) = 10
                        """
                ),
                arguments: [plan.name]
            )
            return (planned ?? 0, released ?? 0)
        }
    }

    /// How many items lanes hold that stand in no plan that lets them go: held since those were made.
    package func unplannedItems() throws(LedgerFault) -> Int {
        try answering { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM items WHERE state = 'held' AND lane IS NOT NULL
                        AND id NOT IN (SELECT item FROM release_queue JOIN releases
                            ON releases.id = release_queue.plan WHERE stopped = 0)
                    """
            ) ?? 0
        }
    }
}
