package import FoundationEssentials
import GRDB
package import Mail

/// One line of the ledger's items: enough to find an item and its entry, and to list it.
package struct ItemRow: Hashable, Sendable {
    package let id: ItemID
    package let customer: String
    package let key: LodgementKey
    package let digest: Data
    package let state: ItemState
    /// The entry of the record in force.
    package let entry: UInt64
    /// 1 when lodged, one more with each amendment.
    package let version: Int
    /// The entry of the last thing that happened to the item.
    package let changed: UInt64
    package let product: String
    package let destination: String
    package let form: String
    package let channel: Channel
    package let lodgedAt: Moment
    package let reference: String?
    package let addressee: String
    package let postcode: String?
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

    package func itemCount() throws(LedgerFault) -> Int {
        try answering { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM items") ?? 0 }
    }

    static let columns = "SELECT * FROM items"
}

extension Statement {
    fileprivate func row(_ arguments: StatementArguments) throws -> ItemRow? {
        try Row.fetchOne(self, arguments: arguments).flatMap(ItemRow.init)
    }
}

extension ItemRow {
    /// The customer's key, without what sets a second item under one key apart.
    private static func key(_ text: String, of id: ItemID) -> String {
        let mark = "#" + id.text
        return text.hasSuffix(mark) ? String(text.dropLast(mark.count)) : text
    }

    init?(_ row: Row) {
        guard let id = ItemID(row["id"] as String),
            let key = LodgementKey(Self.key(row["key"], of: id)),
            let state = ItemState(rawValue: row["state"]),
            let channel = Channel(rawValue: row["channel"])
        else { return nil }
        self.id = id
        self.key = key
        self.state = state
        customer = row["customer"]
        digest = row["digest"]
        entry = UInt64(row["entry"] as Int64)
        version = row["version"]
        changed = UInt64(row["changed"] as Int64)
        product = row["product"]
        destination = row["destination"]
        form = row["form"]
        self.channel = channel
        lodgedAt = Moment(milliseconds: row["lodged_at"])
        reference = row["reference"]
        addressee = row["addressee"]
        postcode = row["postcode"]
    }
}
