package import FoundationEssentials
import GRDB
package import Mail

/// One line of the ledger's items: enough to find an item and its entry.
package struct ItemRow: Hashable, Sendable {
    package let id: ItemID
    package let customer: String
    package let key: LodgementKey
    package let digest: Data
    package let state: ItemState
    package let entry: UInt64
}

extension LedgerStore {
    package func item(_ id: ItemID) throws(LedgerFault) -> ItemRow? {
        try answering { db in
            try db.cachedStatement(sql: Self.columns + " WHERE id = ?").row([id.text])
        }
    }

    /// The item of that customer and key, if one was lodged.
    package func item(customer: String, key: LodgementKey) throws(LedgerFault) -> ItemRow? {
        try answering { db in
            try db.cachedStatement(sql: Self.columns + " WHERE customer = ? AND key = ?")
                .row([customer, key.text])
        }
    }

    /// The items of those customers and keys, in their order, in one question.
    package func items(
        _ keys: [(customer: String, key: LodgementKey)]
    ) throws(LedgerFault) -> [ItemRow?] {
        try answering { db in
            let statement = try db.cachedStatement(
                sql: Self.columns + " WHERE customer = ? AND key = ?"
            )
            return try keys.map { try statement.row([$0.customer, $0.key.text]) }
        }
    }

    /// Items by the order in which they were recorded, after an entry, at most so many.
    package func items(after entry: UInt64?, limit: Int) throws(LedgerFault) -> [ItemRow] {
        try answering { db in
            try Row.fetchAll(
                db,
                sql: Self.columns + " WHERE entry > ? ORDER BY entry LIMIT ?",
                arguments: [entry.map { Int64($0) } ?? -1, limit]
            )
            .compactMap(ItemRow.init)
        }
    }

    package func itemCount() throws(LedgerFault) -> Int {
        try answering { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM items") ?? 0 }
    }

    private static let columns = "SELECT id, customer, key, digest, state, entry FROM items"
}

extension Statement {
    fileprivate func row(_ arguments: StatementArguments) throws -> ItemRow? {
        try Row.fetchOne(self, arguments: arguments).flatMap(ItemRow.init)
    }
}

extension ItemRow {
    fileprivate init?(_ row: Row) {
        guard let id = ItemID(row["id"] as String), let key = LodgementKey(row["key"] as String),
            let state = ItemState(rawValue: row["state"])
        else { return nil }
        self.id = id
        self.key = key
        self.state = state
        customer = row["customer"]
        digest = row["digest"]
        entry = UInt64(row["entry"] as Int64)
    }
}
