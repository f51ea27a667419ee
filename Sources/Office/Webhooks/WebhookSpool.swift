import GRDB
import Mail

/// How far each webhook is, what waits to be sent to it, and what became of what was.
///
/// A SQLite file that may be lost: webhooks then begin again at the entry they were made at, and
/// receivers know repeated messages by their ids. The journal is not burdened with attempts.
package struct WebhookSpool: Sendable {
    private static let edition = 1

    let database: DatabasePool

    /// Opens the spool, and begins a new one where what lies there is none.
    ///
    /// - Throws: ``OfficeFault`` `file_system` where not even that works.
    package init(path: String) throws(OfficeFault) {
        database = try SideFile.open(path, Self.open)
    }

    private static func open(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.label = "spool"
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            // What a loss of power takes is sent again.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
        }
        let database = try DatabasePool(path: path, configuration: configuration)
        try database.write { db in
            if try Int.fetchOne(db, sql: "PRAGMA user_version") == edition { return }
            for table in ["positions", "waiting", "attempts"] {
                try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
            }
            try db.execute(sql: tables + "PRAGMA user_version = \(edition)")
        }
        return database
    }

    /// `due` and `at` are milliseconds since 1970; an attempt's `event` is none for a ping.
    private static let tables = """
        CREATE TABLE positions (webhook TEXT PRIMARY KEY, entry INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE waiting (webhook TEXT NOT NULL, event INTEGER NOT NULL,
            attempts INTEGER NOT NULL, due INTEGER NOT NULL,
            PRIMARY KEY (webhook, event)) WITHOUT ROWID;
        CREATE INDEX waiting_by_due ON waiting (webhook, due, event);
        CREATE TABLE attempts (number INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook TEXT NOT NULL, event INTEGER, kind TEXT NOT NULL, attempt INTEGER NOT NULL,
            at INTEGER NOT NULL, status INTEGER, failure TEXT, next INTEGER,
            took INTEGER NOT NULL);
        CREATE INDEX attempts_by_webhook ON attempts (webhook, number);

        """
}
