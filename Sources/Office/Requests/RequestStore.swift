import GRDB
import Mail

/// The newest requests of each key on the disk; a file of its own, which may be lost.
struct RequestStore: Sendable {
    private static let edition = 1
    /// Over all keys: some ten megabytes.
    private static let limit = 50_000
    /// Thirty days, in milliseconds.
    private static let life: Int64 = 30 * 86_400_000

    let database: DatabasePool

    /// Opens the log, and begins a new one where what lies there is none.
    ///
    /// - Throws: ``OfficeFault`` `file_system` where not even that works.
    init(path: String) throws(OfficeFault) {
        database = try SideFile.open(path, Self.open)
    }

    private static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "requests"
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            // What a loss of power takes is a second of a log.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        let database = try DatabasePool(path: path, configuration: configuration)
        try database.write { db in
            if try Int.fetchOne(db, sql: "PRAGMA user_version") == edition { return }
            try db.execute(sql: "DROP TABLE IF EXISTS requests")
            try db.execute(sql: tables + "PRAGMA user_version = \(edition)")
        }
        return database
    }

    /// `at` is milliseconds since 1970, `took` microseconds; `key` is empty where none was recognised.
    private static let tables = """
        CREATE TABLE requests (number INTEGER PRIMARY KEY, at INTEGER NOT NULL,
            key TEXT NOT NULL, customer TEXT, method TEXT NOT NULL, route TEXT NOT NULL,
            status INTEGER NOT NULL, code TEXT, findings TEXT NOT NULL, took INTEGER NOT NULL,
            id TEXT NOT NULL, traced INTEGER NOT NULL, repetition INTEGER NOT NULL);
        CREATE INDEX requests_by_key ON requests (key, number);
        CREATE INDEX requests_by_id ON requests (id);

        """

    /// The number of the newest request; 0 where there is none.
    func newest() throws -> Int64 {
        try database.read { db in
            try Int64.fetchOne(db, sql: "SELECT max(number) FROM requests") ?? 0
        }
    }

    /// Writes requests and lets go of what is too much, in one transaction.
    func add(_ requests: [LoggedRequest], keptPerKey: Int, at now: Moment) throws {
        // A crash here leaves all of them or none.
        try database.write { db in
            let insert = try db.cachedStatement(
                sql: "INSERT INTO requests VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            )
            for request in requests {
                try insert.execute(
                    arguments: [
                        request.number, request.at.milliseconds, request.key ?? "",
                        request.customer, request.method, request.route, request.status,
                        request.code, request.findings.joined(separator: " "), request.took,
                        request.id, request.isTraced, request.repetition.rawValue,
                    ])
            }
            for key in Set(requests.map { $0.key ?? "" }) {
                try db.cachedStatement(
                    sql: """
                        DELETE FROM requests WHERE key = ?1 AND number <= (
                            SELECT number FROM requests WHERE key = ?1
                            ORDER BY number DESC LIMIT 1 OFFSET ?2)
                        """
                )
                .execute(arguments: [key, keptPerKey])
            }
            try db.cachedStatement(
                sql: """
                    DELETE FROM requests WHERE at < ?1 OR number <= (
                        SELECT number FROM requests ORDER BY number DESC LIMIT 1 OFFSET ?2)
                    """
            )
            .execute(arguments: [now.milliseconds - Self.life, Self.limit])
        }
    }
}
