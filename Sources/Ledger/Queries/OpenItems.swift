import GRDB
package import Mail

extension LedgerStore {
    /// How many items lodged from `start` up to `end` (milliseconds since 1970) are not finished.
    ///
    /// Finished is what no legal move leads out of: despatched and cancelled.
    package func openItems(from start: Int64, until end: Int64) throws(LedgerFault) -> Int {
        let finished = ItemState.allCases.filter { ItemState.moves[$0, default: []].isEmpty }
        return try answering { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT state, count(*) AS items FROM items
                    WHERE lodged_at >= ? AND lodged_at < ? GROUP BY state
                    """,
                arguments: [start, end]
            )
            let names = Set(finished.map(\.rawValue))
            return rows.filter { !names.contains($0["state"]) }.reduce(0) { $0 + $1["items"] }
        }
    }

    /// The numbers of the items lodged from `start` up to `end` (milliseconds since 1970).
    package func items(
        from start: Int64,
        until end: Int64
    ) throws(LedgerFault) -> Set<ItemID> {
        try answering { db in
            let ids = try String.fetchCursor(
                db,
                sql: "SELECT id FROM items WHERE lodged_at >= ? AND lodged_at < ?",
                arguments: [start, end]
            )
            var found: Set<ItemID> = []
            while let id = try ids.next() {
                if let item = ItemID(id) { found.insert(item) }
            }
            return found
        }
    }
}
