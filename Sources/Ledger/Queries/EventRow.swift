import GRDB
package import Mail

/// Something that happened to an item, as it may be told outside; its name is its entry's index.
package struct EventRow: Hashable, Sendable {
    package let entry: UInt64
    /// Such as `item.lodged`; frozen names.
    package let kind: String
    package let item: ItemID
    package let customer: String
    package let at: Moment
    package let author: Author
    package let reason: String?
}

extension LedgerStore {
    /// Events after an entry in the order in which they happened, at most so many.
    package func events(
        after entry: UInt64?,
        customer: String? = nil,
        limit: Int
    ) throws(LedgerFault) -> [EventRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM events WHERE entry > ?1 AND (?2 IS NULL OR customer = ?2)
                        ORDER BY entry LIMIT ?3
                        """
                ),
                arguments: [entry.map { Int64(clamping: $0) } ?? -1, customer, limit]
            )
            .compactMap(EventRow.init)
        }
    }

    /// All that happened to one item, oldest first.
    package func events(of item: ItemID) throws(LedgerFault) -> [EventRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(sql: "SELECT * FROM events WHERE item = ? ORDER BY entry"),
                arguments: [item.text]
            )
            .compactMap(EventRow.init)
        }
    }

    /// The event of that entry.
    package func event(_ entry: UInt64) throws(LedgerFault) -> EventRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM events WHERE entry = ?"),
                arguments: [Int64(clamping: entry)]
            )
            .flatMap(EventRow.init)
        }
    }

    /// The entry of the newest event.
    package func newestEvent() throws(LedgerFault) -> UInt64? {
        try answering { db in
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(entry) FROM events"))
                .map { UInt64($0) }
        }
    }
}

extension EventRow {
    fileprivate init?(_ row: Row) {
        guard let item = ItemID(row["item"] as String), let author = Author(row["author"])
        else { return nil }
        self.item = item
        self.author = author
        entry = UInt64(row["entry"] as Int64)
        kind = row["kind"]
        customer = row["customer"]
        at = Moment(milliseconds: row["at"])
        reason = row["reason"]
    }
}
