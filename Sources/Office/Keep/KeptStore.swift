import Foundation
import GRDB
package import Journal
package import Mail

/// What people have begun and not finished: it outlives a restart, and nothing else.
///
/// A SQLite file of its own, outside of journal and ledger, bounded and disposable. What it holds
/// is sealed (``KeptSeal``); that there is something, how large and since when, is not.
package struct KeptStore: Sendable {
    private static let edition = 1

    let database: DatabasePool
    let random: RandomSource
    /// Bytes of a shelf, where they are not the shelf's own.
    private let rooms: [KeptShelf: Int]

    /// Opens the store, and begins a new one where what lies there is none.
    ///
    /// - Throws: ``OfficeFault`` `file_system` where not even that works.
    package init(
        path: String,
        random: RandomSource = .system,
        rooms: [KeptShelf: Int] = [:]
    ) throws(OfficeFault) {
        self.random = random
        self.rooms = rooms
        database = try SideFile.open(path, Self.open)
    }

    private static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "kept"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            guard !db.configuration.readonly else { return }
            // What a loss of power takes is asked for again; what is let go of is overwritten.
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON")
        }
        let database = try DatabasePool(path: path, configuration: configuration)
        try database.writeWithoutTransaction { db in
            if try Int.fetchOne(db, sql: "PRAGMA user_version") == edition { return }
            for table in ["parts", "rows", "things"] {
                try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
            }
            // The file shrinks with what it holds; a crash before the last step begins it again.
            try db.execute(sql: "PRAGMA auto_vacuum = FULL; VACUUM")
            try db.execute(sql: tables + "PRAGMA user_version = \(edition)")
        }
        return database
    }

    /// `at` and `ends` are milliseconds since 1970, `size` is bytes; `mark` is whatever the shelf
    /// counts its rows by.
    private static let tables = """
        CREATE TABLE things (name BLOB PRIMARY KEY, shelf TEXT NOT NULL, at INTEGER NOT NULL,
            ends INTEGER NOT NULL, size INTEGER NOT NULL, head BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX things_by_age ON things (shelf, at);
        CREATE TABLE parts (name BLOB NOT NULL REFERENCES things ON DELETE CASCADE,
            part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (name, part));
        CREATE TABLE rows (name BLOB NOT NULL REFERENCES things ON DELETE CASCADE,
            place INTEGER NOT NULL, mark INTEGER NOT NULL, bytes BLOB, PRIMARY KEY (name, place))
            WITHOUT ROWID;
        CREATE INDEX rows_by_mark ON rows (name, mark, place);

        """

    /// Begins a thing under a word that nobody has used, and makes room for it.
    package func begin(
        _ word: String,
        on shelf: KeptShelf,
        _ head: [UInt8],
        at now: Moment
    ) throws {
        let seal = KeptSeal(word, on: shelf)
        let sealed = try seal.seal(head, as: "head", random)
        try database.write { db in
            try Self.clear(db, at: now)
            try makeRoom(db, on: shelf, for: sealed.count, but: seal.name)
            try db.execute(
                sql: "INSERT INTO things VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    Data(seal.name), shelf.rawValue, now.milliseconds,
                    now.milliseconds + shelf.life, sealed.count, Data(sealed),
                ]
            )
        }
    }

    /// The thing of that word; nothing when it is over, or never was.
    package func head(_ word: String, on shelf: KeptShelf, at now: Moment) throws -> [UInt8]? {
        let seal = KeptSeal(word, on: shelf)
        let sealed = try database.read { db in
            try Data.fetchOne(
                db,
                sql: "SELECT head FROM things WHERE name = ? AND ends > ?",
                arguments: [Data(seal.name), now.milliseconds]
            )
        }
        return sealed.flatMap { seal.open(Array($0), as: "head") }
    }

    /// Keeps a thing as it is now, for its whole life again; false when it was let go meanwhile.
    package func replace(
        _ word: String,
        on shelf: KeptShelf,
        _ head: [UInt8],
        at now: Moment
    ) throws -> Bool {
        let seal = KeptSeal(word, on: shelf)
        let sealed = try seal.seal(head, as: "head", random)
        return try database.write { db in
            try db.execute(
                sql: """
                    UPDATE things SET size = size - length(head) + ?, head = ?, at = ?, ends = ?
                    WHERE name = ? AND ends > ?
                    """,
                arguments: [
                    sealed.count, Data(sealed), now.milliseconds, now.milliseconds + shelf.life,
                    Data(seal.name), now.milliseconds,
                ]
            )
            return db.changesCount > 0
        }
    }

    package func remove(_ word: String, on shelf: KeptShelf) throws {
        let name = KeptSeal(word, on: shelf).name
        try database.write { db in
            try db.execute(sql: "DELETE FROM things WHERE name = ?", arguments: [Data(name)])
        }
    }

    /// Lets go of what is over.
    package func clear(at now: Moment) throws {
        try database.write { db in try Self.clear(db, at: now) }
    }

    /// How many things are kept, and their bytes.
    package func size(of shelf: KeptShelf) throws -> (things: Int, bytes: Int) {
        try database.read { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT count(*), coalesce(sum(size), 0) FROM things WHERE shelf = ?",
                arguments: [shelf.rawValue]
            )
            return (row?[0] ?? 0, row?[1] ?? 0)
        }
    }

    private static func clear(_ db: Database, at now: Moment) throws {
        try db.execute(sql: "DELETE FROM things WHERE ends <= ?", arguments: [now.milliseconds])
    }

    /// Lets the oldest go until another thing, or so many bytes more, have room.
    func makeRoom(
        _ db: Database,
        on shelf: KeptShelf,
        for bytes: Int,
        but name: [UInt8]
    ) throws {
        while true {
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), coalesce(sum(size), 0) FROM things
                    WHERE shelf = ? AND name <> ?
                    """,
                arguments: [shelf.rawValue, Data(name)]
            )
            let (count, size): (Int, Int) = (row?[0] ?? 0, row?[1] ?? 0)
            guard count > 0, count >= shelf.limit || size + bytes > rooms[shelf] ?? shelf.room
            else { return }
            try db.execute(
                sql: """
                    DELETE FROM things WHERE name = (SELECT name FROM things
                        WHERE shelf = ? AND name <> ? ORDER BY at LIMIT 1)
                    """,
                arguments: [shelf.rawValue, Data(name)]
            )
        }
    }
}
