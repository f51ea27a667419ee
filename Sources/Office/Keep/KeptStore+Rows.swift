import Foundation
import GRDB

/// One row of a thing.
package struct KeptRow: Hashable, Sendable {
    package let place: Int
    /// What rows are counted and found by; nobody's data.
    package let mark: Int
    /// Sealed on the disk.
    package let bytes: [UInt8]?

    package init(place: Int, mark: Int, bytes: [UInt8]?) {
        self.place = place
        self.mark = mark
        self.bytes = bytes
    }
}

extension KeptStore {
    /// Sets rows, in place of those that stood there; nothing happens when the thing was let go.
    package func set(_ rows: [KeptRow], of word: String, on shelf: KeptShelf) throws {
        let seal = KeptSeal(word, on: shelf)
        let sealed = try rows.map { row in
            try row.bytes.map { try seal.seal($0, as: "row \(row.place)", random) }
        }
        // A crash here leaves all of these rows or none.
        try database.write { db in
            let isThere = try Bool.fetchOne(
                db,
                sql: "SELECT 1 FROM things WHERE name = ?",
                arguments: [Data(seal.name)]
            )
            guard isThere == true else { return }
            let insert = try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)"
            )
            for (row, bytes) in zip(rows, sealed) {
                try insert.execute(
                    arguments: [Data(seal.name), row.place, row.mark, bytes.map { Data($0) }]
                )
            }
            try db.execute(
                sql: "UPDATE things SET size = size + ? WHERE name = ?",
                arguments: [sealed.reduce(0) { $0 + ($1?.count ?? 0) }, Data(seal.name)]
            )
        }
    }

    /// Rows in their order from a place on, of those marks where some are given, at most so many.
    package func rows(
        of word: String,
        on shelf: KeptShelf,
        marked marks: [Int]? = nil,
        from place: Int = 0,
        limit: Int
    ) throws -> [KeptRow] {
        let seal = KeptSeal(word, on: shelf)
        let marked =
            marks.map { " AND mark IN (\($0.map(String.init).joined(separator: ",")))" } ?? ""
        return
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT place, mark, bytes FROM rows WHERE name = ? AND place >= ?\(marked)
                        ORDER BY place LIMIT ?
                        """,
                    arguments: [Data(seal.name), place, limit]
                )
            }
            .map { row in
                let (place, sealed): (Int, Data?) = (row["place"], row["bytes"])
                return KeptRow(
                    place: place,
                    mark: row["mark"],
                    bytes: sealed.flatMap { seal.open(Array($0), as: "row \(place)") }
                )
            }
    }

    /// How many rows have each mark.
    package func counts(of word: String, on shelf: KeptShelf) throws -> [Int: Int] {
        let name = KeptSeal(word, on: shelf).name
        return try database.read { db in
            var counts: [Int: Int] = [:]
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT mark, count(*) AS times FROM rows WHERE name = ? GROUP BY mark",
                arguments: [Data(name)]
            )
            for row in rows { counts[row["mark"]] = row["times"] }
            return counts
        }
    }
}
