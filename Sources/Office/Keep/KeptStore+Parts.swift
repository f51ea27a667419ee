import Foundation
import GRDB

/// The bytes of a file that belongs to a thing, in parts: none of them is ever whole in memory.
extension KeptStore {
    /// Bytes of a part.
    package static let partSize = 256 << 10

    /// Adds the next part; false when the thing was let go meanwhile.
    package func add(
        _ bytes: [UInt8],
        part: Int,
        to word: String,
        on shelf: KeptShelf
    ) throws -> Bool {
        let seal = KeptSeal(word, on: shelf)
        let sealed = try seal.seal(bytes, as: "part \(part)", random)
        // A crash here leaves a file without its end, and a thing that says it has none.
        return try database.write { db in
            let size = try Int.fetchOne(
                db,
                sql: "SELECT size FROM things WHERE name = ?",
                arguments: [Data(seal.name)]
            )
            guard let size else { return false }
            try makeRoom(db, on: shelf, for: size + sealed.count, but: seal.name)
            try db.execute(
                sql: "INSERT INTO parts VALUES (?, ?, ?)",
                arguments: [Data(seal.name), part, Data(sealed)]
            )
            try db.execute(
                sql: "UPDATE things SET size = size + ? WHERE name = ?",
                arguments: [sealed.count, Data(seal.name)]
            )
            return true
        }
    }

    /// The parts in their order, as a source that intake reads.
    package func source(_ word: String, on shelf: KeptShelf) -> ChunkSource {
        let seal = KeptSeal(word, on: shelf)
        var part = 0
        return {
            let sealed = try self.database.read { db in
                try Data.fetchOne(
                    db,
                    sql: "SELECT bytes FROM parts WHERE name = ? AND part = ?",
                    arguments: [Data(seal.name), part]
                )
            }
            defer { part += 1 }
            return sealed.flatMap { seal.open(Array($0), as: "part \(part)") }
        }
    }
}
