import GRDB
import Glibc

/// A SQLite file beside the ledger that may be lost, and is begun anew where what lies there is none.
enum SideFile {
    /// - Throws: ``OfficeFault`` `file_system` where not even a new one can be made.
    static func open(
        _ path: String,
        _ open: (String) throws -> DatabasePool
    ) throws(OfficeFault) -> DatabasePool {
        if let database = try? open(path) { return database }
        for suffix in ["", "-wal", "-shm"] { unsafe unlink(path + suffix) }
        // A crash here leaves no file, which is made like any first one.
        do {
            return try open(path)
        } catch {
            throw OfficeFault(
                .fileSystem,
                "cannot open \(path): \(error)",
                hint: "see that the office's directory can be written and is not full"
            )
        }
    }
}
