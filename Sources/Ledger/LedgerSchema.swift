import GRDB

/// The tables of the ledger, all of them posted from the journal and none of them the truth.
///
/// A schema that changes gets a new edition number: a ledger of another edition is deleted and
/// posted again, which is also what happens to one that belongs to another journal.
enum LedgerSchema {
    static let edition = 2

    /// What entries are folded into; the position stands in `book`.
    static let tables = [
        "items", "issued", "reprints", "ranges", "marks", "office", "editions", "rates",
    ]

    static func create(_ db: Database, origin: String) throws {
        try db.execute(
            sql: """
                CREATE TABLE book (edition INTEGER NOT NULL, origin TEXT NOT NULL,
                    position INTEGER NOT NULL);
                CREATE TABLE items (
                    id TEXT PRIMARY KEY, customer TEXT NOT NULL, key TEXT NOT NULL,
                    digest BLOB NOT NULL, state TEXT NOT NULL, product TEXT NOT NULL,
                    destination TEXT NOT NULL, form TEXT NOT NULL, lodged_at INTEGER NOT NULL,
                    entry INTEGER NOT NULL) WITHOUT ROWID;
                CREATE UNIQUE INDEX items_by_key ON items (customer, key);
                CREATE INDEX items_by_entry ON items (entry);
                CREATE TABLE issued (item TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL,
                    PRIMARY KEY (item, kind)) WITHOUT ROWID;
                CREATE TABLE reprints (item TEXT NOT NULL, at INTEGER NOT NULL,
                    kinds TEXT NOT NULL);
                CREATE TABLE ranges (series TEXT NOT NULL, first INTEGER NOT NULL,
                    last INTEGER NOT NULL, PRIMARY KEY (series, first)) WITHOUT ROWID;
                CREATE TABLE marks (series TEXT PRIMARY KEY, next INTEGER NOT NULL,
                    before INTEGER NOT NULL) WITHOUT ROWID;
                CREATE TABLE office (operator TEXT NOT NULL, country TEXT NOT NULL,
                    language TEXT NOT NULL, mode TEXT NOT NULL);
                CREATE TABLE editions (digest TEXT NOT NULL, at INTEGER NOT NULL);
                CREATE TABLE rates (currency TEXT NOT NULL, day TEXT NOT NULL,
                    per_sdr TEXT NOT NULL, source TEXT NOT NULL,
                    PRIMARY KEY (currency, day)) WITHOUT ROWID;
                """
        )
        try db.execute(
            sql: "INSERT INTO book VALUES (?, ?, 0)",
            arguments: [edition, origin]
        )
    }
}
