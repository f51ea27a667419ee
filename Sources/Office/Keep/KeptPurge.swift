import GRDB
import Glibc
import Mail

/// Removes what was begun and not finished before a month's end, when that month is forgotten.
///
/// What is kept lives for hours; an office that stood still may have some of it for longer.
enum KeptPurge {
    /// How many things would go.
    static func count(_ directory: OfficeDirectory, before end: Moment) throws -> Int {
        guard unsafe access(directory.kept, F_OK) == 0 else { return 0 }
        return try KeptStore(path: directory.kept).database
            .read { db in
                try Int.fetchOne(
                    db,
                    sql: "SELECT count(*) FROM things WHERE at < ?",
                    arguments: [end.milliseconds]
                ) ?? 0
            }
    }

    static func remove(_ directory: OfficeDirectory, before end: Moment) throws {
        guard unsafe access(directory.kept, F_OK) == 0 else { return }
        let database = try KeptStore(path: directory.kept).database
        try database.write { db in
            try db.execute(sql: "DELETE FROM things WHERE at < ?", arguments: [end.milliseconds])
        }
        // Overwritten in the file; what the log of changes still has goes with the log.
        try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    }
}
