import GRDB
package import Mail
import Synchronization

/// The ledger: a SQLite file that is posted from the journal and answers questions.
///
/// It is disposable. It is written by the office's one writer only; each posting moves the position
/// in the same transaction, so what it holds is always exactly the entries before ``position``.
package struct LedgerStore: Sendable {
    package let path: String
    private let shelf: Shelf
    /// Keys that were asked for since any of them changed; nothing where another process posts.
    let keys: KeyMemory?

    /// The file that answers now: that of the desk while history is fetched, then the whole one.
    var database: DatabasePool { shelf.pool.withLock { $0 } }

    private final class Shelf: Sendable {
        let pool: Mutex<DatabasePool>

        init(_ pool: DatabasePool) {
            self.pool = Mutex(pool)
        }
    }

    /// Has this store, and every copy of it, answer from another file from now on.
    ///
    /// What reads the old file goes on reading it until it has done.
    package func replace(by other: LedgerStore) {
        let pool = other.database
        shelf.pool.withLock { $0 = pool }
        keys?.forget()
    }

    /// Opens the ledger of the journal with that origin, making it anew where none is, or where the
    /// one that lies there is of another journal or another edition.
    ///
    /// - Throws: ``LedgerFault``.
    package init(path: String, origin: String) throws(LedgerFault) {
        self.path = path
        let pool: DatabasePool
        do {
            var configuration = Configuration()
            configuration.label = "ledger"
            configuration.maximumReaderCount = 4
            // A command that looks at an office may meet the writer of the one that is served.
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { db in
                // The journal is what must be durable. WAL with NORMAL keeps the file whole across
                // a loss of power; what it lost is posted again from its position.
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                try db.execute(sql: "PRAGMA cache_size = -8000")
            }
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { db in
                if try !Self.isOurs(db, origin: origin) {
                    try Self.empty(db)
                    try LedgerSchema.create(db, origin: origin)
                }
            }
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
        shelf = Shelf(pool)
        keys = KeyMemory()
    }

    /// Opens, for reading alone, the ledger that another process posts.
    ///
    /// - Throws: ``LedgerFault``, also where it is of another journal or another edition.
    package init(reading path: String, origin: String) throws(LedgerFault) {
        self.path = path
        let pool: DatabasePool
        let isOurs: Bool
        do {
            var configuration = Configuration()
            configuration.label = "ledger, read"
            configuration.readonly = true
            configuration.maximumReaderCount = 2
            configuration.busyMode = .timeout(5)
            pool = try DatabasePool(path: path, configuration: configuration)
            isOurs = try pool.read { try Self.isOurs($0, origin: origin) }
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
        guard isOurs else {
            throw LedgerFault(path: path, underlying: "it is of another release or another office")
        }
        shelf = Shelf(pool)
        keys = nil
    }

    private static func isOurs(_ db: Database, origin: String) throws -> Bool {
        guard try db.tableExists("book") else { return false }
        let row = try Row.fetchOne(db, sql: "SELECT edition, origin FROM book")
        return row?["edition"] == LedgerSchema.edition && row?["origin"] == origin
    }

    private static func empty(_ db: Database) throws {
        let tables = try String.fetchAll(
            db,
            sql: "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
        for table in tables { try db.execute(sql: "DROP TABLE \"\(table)\"") }
    }

    /// The index of the first entry that is not posted yet.
    package func position() throws(LedgerFault) -> UInt64 {
        try answering { db in
            try UInt64(Int64.fetchOne(db, sql: "SELECT position FROM book") ?? 0)
        }
    }

    /// Posts entries in journal order, in one transaction, and moves the position.
    ///
    /// `next` is the index after the last entry looked at, parts and control records included.
    ///
    /// - Throws: ``LedgerFault``.
    package func post(_ entries: [PostedEntry], next: UInt64) throws(LedgerFault) {
        do {
            // What a crash here leaves: either all of this posting or none of it, with the position
            // to match; the next start posts the rest.
            try database.write { db in
                for entry in entries { try Fold.post(entry, to: db) }
                try db.cachedStatement(sql: "UPDATE book SET position = ?")
                    .execute(arguments: [Int64(next)])
            }
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
        if entries.contains(where: \.changesKeys) { keys?.forget() }
    }

    func answering<Value>(
        _ question: (Database) throws -> Value
    ) throws(LedgerFault) -> Value {
        do {
            return try database.read(question)
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
    }
}

/// An entry with its place in the journal; an erased one is a legal value.
package struct PostedEntry: Sendable {
    package enum Content: Sendable {
        case entry(Entry)
        case erased
    }

    package let index: UInt64
    package let content: Content

    package init(index: UInt64, content: Content) {
        self.index = index
        self.content = content
    }

    fileprivate var changesKeys: Bool {
        switch content {
        case .entry(.accessKeyAdded), .entry(.accessKeyRevoked): true
        default: false
        }
    }
}
