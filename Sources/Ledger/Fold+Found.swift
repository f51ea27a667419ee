import GRDB
import Mail

/// Items in the building that were lodged elsewhere.
extension Fold {
    /// What was found before stays as it is: a list that comes twice changes nothing.
    static func find(_ found: ItemsFound, at index: UInt64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO found VALUES (?, ?, ?, ?, ?, ?, NULL)"
        )
        for item in found.items {
            try statement.execute(
                arguments: [
                    item.number.text, item.need.rawValue, item.destination?.code, found.list,
                    Int64(index), found.at.milliseconds,
                ]
            )
        }
    }

    /// An item whose reference is the number of one that was found documents that one anew: it has
    /// its data now.
    ///
    /// Numbers can be guessed: what an account lodges for itself says nothing of what lies here.
    static func redocument(_ record: ItemRecord, _ db: Database) throws {
        guard record.lodgement.customer == nil, let reference = record.lodgement.reference,
            reference.utf8.count == 13
        else { return }
        try db.cachedStatement(
            sql: "UPDATE found SET item = ?, need = 'nothing' WHERE number = ? AND item IS NULL"
        )
        .execute(arguments: [record.id.text, reference])
    }
}
