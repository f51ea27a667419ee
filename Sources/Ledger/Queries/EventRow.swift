import GRDB
package import Mail

/// Something that happened, as it may be told outside; its name is its entry's index.
package struct EventRow: Hashable, Sendable {
    /// What it happened to.
    package enum Subject: Hashable, Sendable {
        case item(ItemID)
        /// A version of an advisory, of which an account is told.
        case advisory(AdvisoryName, version: Int)

        private static let advisoryPrefix = "advisory:"

        /// As the ledger has it: no item's number has a colon.
        var text: String {
            switch self {
            case .item(let item): item.text
            case .advisory(let name, let version):
                Self.advisoryPrefix + name.text + ":\(version)"
            }
        }

        init?(_ text: String) {
            guard text.hasPrefix(Self.advisoryPrefix) else {
                guard let item = ItemID(text) else { return nil }
                self = .item(item)
                return
            }
            let parts = text.split(separator: ":")
            guard parts.count == 3, let name = AdvisoryName(String(parts[1])),
                let version = Int(parts[2])
            else { return nil }
            self = .advisory(name, version: version)
        }
    }

    package let entry: UInt64
    /// Such as `item.lodged`; frozen names.
    package let kind: String
    package let subject: Subject
    package let customer: String
    package let at: Moment
    package let author: Author
    package let reason: String?

    package var item: ItemID? { if case .item(let item) = subject { item } else { nil } }
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
        guard let subject = Subject(row["item"] as String), let author = Author(row["author"])
        else { return nil }
        self.subject = subject
        self.author = author
        entry = UInt64(row["entry"] as Int64)
        kind = row["kind"]
        customer = row["customer"]
        at = Moment(milliseconds: row["at"])
        reason = row["reason"]
    }
}
