import GRDB

/// The tables of the ledger, all of them posted from the journal and none of them the truth.
///
/// A schema that changes gets a new edition number: a ledger of another edition is deleted and
/// posted again, which is also what happens to one that belongs to another journal.
enum LedgerSchema {
    static let edition = 9

    /// What entries are folded into; the position stands in `book`.
    static let tables = [
        "items", "issued", "reprints", "ranges", "marks", "office", "editions", "rates",
        "events", "requests", "drafts", "access_keys", "staff", "acts", "webhooks",
        "promises", "lane_changes", "lane_proposals", "lane_plans", "lane_counts", "lane_held",
        "lane_clock", "releases", "release_queue",
        "capacity", "held_tally", "found", "advisories", "senders_told", "advisories_told",
    ]

    static func create(_ db: Database, origin: String) throws {
        try db.execute(sql: book + items + office + lanes + advisories + access)
        try db.execute(
            sql: "INSERT INTO book VALUES (?, ?, 0, 0)",
            arguments: [edition, origin]
        )
    }

    /// Entries before `history` are not here: the ledger was begun from a desk snapshot, of which
    /// `recent` keeps the customers' last keys, hashed.
    private static let book = """
        CREATE TABLE book (edition INTEGER NOT NULL, origin TEXT NOT NULL,
            position INTEGER NOT NULL, history INTEGER NOT NULL);
        CREATE TABLE recent (name TEXT PRIMARY KEY, item TEXT NOT NULL) WITHOUT ROWID;

        """

    /// `entry` is that of the record in force, `changed` that of the last thing that happened, `lane`
    /// what holds the item where the lane plan does, `since` when it came into its state.
    private static let items = """
        CREATE TABLE items (
            id TEXT PRIMARY KEY, customer TEXT NOT NULL, key TEXT NOT NULL,
            digest BLOB NOT NULL, state TEXT NOT NULL, product TEXT NOT NULL,
            destination TEXT NOT NULL, form TEXT NOT NULL, lodged_at INTEGER NOT NULL,
            entry INTEGER NOT NULL, version INTEGER NOT NULL, changed INTEGER NOT NULL,
            channel TEXT NOT NULL, reference TEXT, addressee TEXT NOT NULL, postcode TEXT,
            kind TEXT NOT NULL, data INTEGER NOT NULL, territory TEXT, lane TEXT,
            since INTEGER NOT NULL, postage TEXT) WITHOUT ROWID;
        CREATE UNIQUE INDEX items_by_key ON items (customer, key);
        CREATE INDEX items_by_entry ON items (entry);
        CREATE INDEX items_by_state ON items (state, entry);
        CREATE INDEX items_waiting ON items (destination, product, data, since)
            WHERE state = 'held';
        CREATE TABLE issued (item TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL,
            PRIMARY KEY (item, kind)) WITHOUT ROWID;
        CREATE TABLE reprints (item TEXT NOT NULL, at INTEGER NOT NULL,
            kinds TEXT NOT NULL);
        CREATE INDEX reprints_by_item ON reprints (item);
        CREATE TABLE events (entry INTEGER PRIMARY KEY, kind TEXT NOT NULL,
            item TEXT NOT NULL, customer TEXT NOT NULL, at INTEGER NOT NULL,
            author TEXT NOT NULL, reason TEXT);
        CREATE INDEX events_by_item ON events (item, entry);
        CREATE TABLE requests (author TEXT NOT NULL, key TEXT NOT NULL,
            fingerprint TEXT NOT NULL, at INTEGER NOT NULL, entry INTEGER NOT NULL,
            PRIMARY KEY (author, key)) WITHOUT ROWID;
        CREATE INDEX requests_by_entry ON requests (entry);
        CREATE TABLE drafts (code TEXT PRIMARY KEY, customer TEXT NOT NULL,
            state TEXT NOT NULL, expires_at INTEGER NOT NULL, entry INTEGER NOT NULL,
            item TEXT) WITHOUT ROWID;

        """

    private static let office = """
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
        CREATE TABLE promises (entry INTEGER PRIMARY KEY, promise TEXT NOT NULL,
            at INTEGER NOT NULL);

        """

    /// The lane plan's changes as the journal has them, what caps have used, and what lanes hold.
    ///
    /// `who` is empty for everybody, else a customer's name behind `=`. `held_tally` counts everything
    /// that is held, `lane` being empty where a person or a rule of the checks holds it; `releases` has
    /// how many items each plan was made of.
    private static let lanes = """
        CREATE TABLE lane_changes (entry INTEGER PRIMARY KEY, at INTEGER NOT NULL,
            change TEXT NOT NULL);
        CREATE TABLE lane_proposals (id TEXT PRIMARY KEY, entry INTEGER NOT NULL,
            proposal TEXT NOT NULL, done INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE lane_plans (name TEXT PRIMARY KEY, entry INTEGER NOT NULL,
            plan TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE lane_counts (lane TEXT NOT NULL, window TEXT NOT NULL, who TEXT NOT NULL,
            items INTEGER NOT NULL, PRIMARY KEY (lane, window, who)) WITHOUT ROWID;
        CREATE TABLE lane_held (lane TEXT PRIMARY KEY, items INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE lane_clock (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
        CREATE TABLE releases (id TEXT PRIMARY KEY, entry INTEGER NOT NULL, plan TEXT NOT NULL,
            stopped INTEGER NOT NULL, items INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE held_tally (destination TEXT NOT NULL, product TEXT NOT NULL,
            data INTEGER NOT NULL, lane TEXT NOT NULL, items INTEGER NOT NULL,
            PRIMARY KEY (destination, product, data, lane)) WITHOUT ROWID;
        CREATE TABLE found (number TEXT PRIMARY KEY, need TEXT NOT NULL, destination TEXT,
            list TEXT NOT NULL, entry INTEGER NOT NULL, at INTEGER NOT NULL, item TEXT)
            WITHOUT ROWID;
        CREATE INDEX found_by_entry ON found (entry, number);
        CREATE TABLE capacity (day TEXT PRIMARY KEY, entry INTEGER NOT NULL,
            capacity TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE release_queue (plan TEXT NOT NULL, place INTEGER NOT NULL,
            item TEXT NOT NULL, PRIMARY KEY (plan, place)) WITHOUT ROWID;

        """

    /// Every version of what the public was told; who was told it, and that everybody was.
    ///
    /// `who` is a sender: an account's name behind `=`, else an address of mail behind `@`.
    private static let advisories = """
        CREATE TABLE advisories (name TEXT NOT NULL, version INTEGER NOT NULL,
            entry INTEGER NOT NULL, at INTEGER NOT NULL, advisory TEXT NOT NULL,
            PRIMARY KEY (name, version)) WITHOUT ROWID;
        CREATE INDEX advisories_by_entry ON advisories (entry);
        CREATE TABLE senders_told (name TEXT NOT NULL, version INTEGER NOT NULL,
            who TEXT NOT NULL, entry INTEGER NOT NULL, told TEXT NOT NULL,
            PRIMARY KEY (name, version, who)) WITHOUT ROWID;
        CREATE TABLE advisories_told (name TEXT NOT NULL, version INTEGER NOT NULL,
            entry INTEGER NOT NULL, told TEXT NOT NULL,
            PRIMARY KEY (name, version)) WITHOUT ROWID;

        """

    /// Lists and secrets stand here as the journal has them; the ledger file is readable by its
    /// owner alone.
    private static let access = """
        CREATE TABLE access_keys (id TEXT PRIMARY KEY, digest TEXT NOT NULL,
            name TEXT NOT NULL, role TEXT NOT NULL, mode TEXT NOT NULL, customer TEXT,
            expires_at INTEGER, author TEXT NOT NULL, at INTEGER NOT NULL,
            revoked_at INTEGER, replaces TEXT) WITHOUT ROWID;
        CREATE TABLE staff (name TEXT PRIMARY KEY, display_name TEXT NOT NULL,
            role TEXT NOT NULL, language TEXT NOT NULL, password_hash TEXT,
            one_time_secret TEXT, recovery TEXT NOT NULL, invitation TEXT,
            invitation_ends INTEGER, active INTEGER NOT NULL, generation INTEGER NOT NULL,
            author TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE acts (entry INTEGER PRIMARY KEY, author TEXT NOT NULL,
            act TEXT NOT NULL, outcome TEXT NOT NULL, object TEXT, reason TEXT,
            times INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE webhooks (id TEXT PRIMARY KEY, url TEXT NOT NULL,
            secrets TEXT NOT NULL, events TEXT NOT NULL, customer TEXT,
            active INTEGER NOT NULL, reason TEXT, author TEXT NOT NULL,
            at INTEGER NOT NULL, since INTEGER NOT NULL) WITHOUT ROWID;
        """
}
