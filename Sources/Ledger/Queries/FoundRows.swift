import GRDB
package import Mail

/// An item that was lodged elsewhere and is here.
package struct FoundRow: Hashable, Sendable {
    package let number: S10
    package let need: FoundItem.Need
    package let destination: String?
    /// What people call the list it stood in.
    package let list: String
    package let at: Moment
    /// Its place in the journal.
    package let entry: UInt64
    /// The item that documents it anew.
    package let item: ItemID?
}

extension LedgerStore {
    /// Items found behind an entry and number, in the order in which they were; of one need alone
    /// where one is named.
    package func found(
        needing need: FoundItem.Need? = nil,
        after place: (entry: UInt64, number: String) = (0, ""),
        limit: Int
    ) throws(LedgerFault) -> [FoundRow] {
        try answering { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT * FROM found WHERE (entry, number) > (?1, ?2)
                            AND (?3 IS NULL OR need = ?3) ORDER BY entry, number LIMIT ?4
                        """
                ),
                arguments: [Int64(clamping: place.entry), place.number, need?.rawValue, limit]
            )
            .compactMap(FoundRow.init)
        }
    }

    package func found(_ number: S10) throws(LedgerFault) -> FoundRow? {
        try answering { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM found WHERE number = ?"),
                arguments: [number.text]
            )
            .flatMap(FoundRow.init)
        }
    }

    /// How many were found, by what they need, and how many of them are documented anew.
    package func foundCounts() throws(LedgerFault) -> (
        needs: [FoundItem.Need: Int], documented: Int
    ) {
        try answering { db in
            var needs: [FoundItem.Need: Int] = [:]
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT need, count(*) AS items, count(item) AS done FROM found GROUP BY need"
            )
            for row in rows {
                guard let need = FoundItem.Need(rawValue: row["need"]) else { continue }
                needs[need] = row["items"]
            }
            return (needs, rows.reduce(0) { $0 + $1["done"] })
        }
    }
}

extension FoundRow {
    fileprivate init?(_ row: Row) {
        guard let number = try? S10(row["number"] as String),
            let need = FoundItem.Need(rawValue: row["need"])
        else { return nil }
        self.init(
            number: number,
            need: need,
            destination: row["destination"],
            list: row["list"],
            at: Moment(milliseconds: row["at"]),
            entry: UInt64(row["entry"] as Int64),
            item: (row["item"] as String?).flatMap { ItemID($0) }
        )
    }
}
