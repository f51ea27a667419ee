import Crypto
import FoundationEssentials
import GRDB
package import Mail

/// What an office needs to issue its next document, without the history behind it and without
/// personal data: numbers and their marks, settings recorded, who may do what, what was promised,
/// which requests were answered lately.
///
/// It is made from a ledger at one position, and is never the truth: whoever begins from one
/// derives it again from the journal as soon as the journal is back, and compares.
package struct DeskSnapshot: Hashable, Sendable {
    /// How many requests, and how many customers' keys, count as recent.
    package static let recent = 10_000

    /// Tables taken whole: the larger of them grow with people and webhooks, not with mail.
    static let tables = [
        "ranges", "marks", "office", "editions", "rates", "access_keys", "staff", "webhooks",
        "promises", "lane_changes", "lane_proposals", "lane_plans", "lane_held", "lane_clock",
        "releases", "capacity", "advisories", "advisories_told",
    ]

    /// Of what caps have used, the newest days that anything was counted on.
    private static let countedDays = 8
    fileprivate static let counts = """
        SELECT * FROM lane_counts WHERE substr(window, 1, 10) IN
            (SELECT DISTINCT substr(window, 1, 10) AS day FROM lane_counts
             ORDER BY day DESC LIMIT \(countedDays))
        ORDER BY lane, window, who
        """

    /// Of what is held, no line for what nothing is left of.
    fileprivate static let held = """
        SELECT * FROM held_tally WHERE items > 0 ORDER BY destination, product, data, lane
        """

    /// Entries before this index are in it.
    package let position: UInt64
    /// How many requests and keys it was made with at most.
    package let recent: Int
    /// JSON lines: first the position, the ledger's edition and what counted as recent, then a line
    /// a row, in the order of tables and keys.
    package let bytes: [UInt8]

    /// A customer's key as it is remembered: nobody can read the reference from it.
    static func name(customer: String, key: String) -> String {
        var hash = SHA256()
        hash.update(data: Array(customer.utf8))
        hash.update(data: [0])
        hash.update(data: Array(key.utf8))
        return Data(hash.finalize().prefix(15)).base64EncodedString()
    }

    /// The first line in which this one says something else than another, in words; nil where they
    /// are the same byte for byte.
    package func difference(from other: DeskSnapshot) -> String? {
        guard bytes != other.bytes else { return nil }
        let (ours, theirs) = (lines, other.lines)
        let place = zip(ours, theirs).enumerated().first { $1.0 != $1.1 }?.offset
        let line = place ?? min(ours.count, theirs.count)
        func text(_ lines: [ArraySlice<UInt8>]) -> String {
            line < lines.count ? String(decoding: lines[line], as: UTF8.self) : "nothing"
        }
        return "line \(line + 1): expected \(text(ours)), found \(text(theirs))"
    }

    private var lines: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "\n")) }
}

extension LedgerStore {
    /// The snapshot of everything posted so far.
    ///
    /// Reads beside the writer, in one transaction: what is posted meanwhile is not in it.
    ///
    /// - Precondition: the ledger has its whole history.
    package func deskSnapshot(
        recent: Int = DeskSnapshot.recent
    ) throws(LedgerFault) -> DeskSnapshot {
        try answering { db in
            let book = try Row.fetchOne(db, sql: "SELECT position, history FROM book")
            let position: Int64 = book?["position"] ?? 0
            precondition(book?["history"] == 0, "recent keys are in what is not here yet")
            var lines = SnapshotLines(position: position, recent: recent)
            for table in DeskSnapshot.tables {
                let rows = "SELECT * FROM \(table) ORDER BY 1, 2"
                try lines.add(table, Row.fetchCursor(db, sql: rows))
            }
            try lines.add("lane_counts", Row.fetchCursor(db, sql: DeskSnapshot.counts))
            try lines.add("held_tally", Row.fetchCursor(db, sql: DeskSnapshot.held))
            let limit = "ORDER BY entry DESC LIMIT \(recent)"
            try lines.add("requests", Row.fetchCursor(db, sql: "SELECT * FROM requests \(limit)"))
            let keys = try Row.fetchCursor(db, sql: "SELECT customer, key, id FROM items \(limit)")
            while let row = try keys.next() {
                let name = DeskSnapshot.name(customer: row[0], key: row[1])
                lines.add("recent", [name.databaseValue, row[2] as DatabaseValue])
            }
            return DeskSnapshot(
                position: UInt64(position),
                recent: recent,
                bytes: lines.bytes
            )
        }
    }
}

/// Writes rows as JSON lines; by hand, for the writer shares its machine with this.
private struct SnapshotLines {
    private(set) var bytes: [UInt8]

    init(position: Int64, recent: Int) {
        let edition = LedgerSchema.edition
        bytes = Array(
            "{\"edition\":\(edition),\"position\":\(position),\"recent\":\(recent)}\n".utf8
        )
    }

    mutating func add(_ table: String, _ rows: RowCursor) throws {
        while let row = try rows.next() { add(table, Array(row.databaseValues)) }
    }

    mutating func add(_ table: String, _ values: [DatabaseValue]) {
        bytes += "{\"row\":[".utf8
        for (column, value) in values.enumerated() {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            switch value.storage {
            case .null: bytes += "null".utf8
            case .int64(let number): bytes += String(number).utf8
            case .string(let text): bytes += CanonicalJSON.write(.string(text))
            case .double, .blob:
                preconditionFailure("the desk's tables hold texts and whole numbers")
            }
        }
        bytes += "],\"table\":\"\(table)\"}\n".utf8
    }
}

extension DeskSnapshot {
    /// Why bytes are not a snapshot of this edition of the ledger.
    package struct Flaw: Error, Hashable, Sendable {
        package let line: Int
    }

    /// Reads a snapshot's bytes back.
    package init(_ bytes: [UInt8]) throws(Flaw) {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard let head = try? JSONReader.read(Array(first)),
            head["edition"]?.wholeNumber == LedgerSchema.edition,
            let position = head["position"]?.wholeNumber, let index = UInt64(exactly: position),
            let recent = head["recent"]?.wholeNumber
        else { throw Flaw(line: 1) }
        self.init(position: index, recent: Int(recent), bytes: bytes)
    }

    /// The rows, each with its table.
    fileprivate func rows() throws(Flaw) -> [(table: String, values: [JSONValue])] {
        var rows: [(table: String, values: [JSONValue])] = []
        for (number, line) in lines.enumerated().dropFirst() {
            guard let json = try? JSONReader.read(Array(line)), let table = json["table"]?.text,
                (Self.tables + ["lane_counts", "held_tally", "requests", "recent"]).contains(table),
                let values = json["row"]?.elements
            else { throw Flaw(line: number + 1) }
            rows.append((table, values))
        }
        return rows
    }
}

extension LedgerStore {
    /// Makes the ledger of that file anew from a snapshot; entries before it are not here.
    ///
    /// - Throws: ``LedgerFault``; then the ledger holds what it held before.
    package func begin(from snapshot: DeskSnapshot) throws(LedgerFault) {
        do {
            let rows = try snapshot.rows()
            // A crash here leaves the ledger as it was; it is begun again.
            try database.write { db in
                for table in LedgerSchema.tables + ["recent"] {
                    try db.execute(sql: "DELETE FROM \(table)")
                }
                for (table, values) in rows {
                    let places = values.map { _ in "?" }.joined(separator: ", ")
                    try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
                        .execute(arguments: StatementArguments(values.map(Self.databaseValue)))
                }
                try db.execute(
                    sql: "UPDATE book SET position = ?1, history = ?1",
                    arguments: [Int64(snapshot.position)]
                )
            }
            keys?.forget()
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
    }

    /// Empties the ledger: it is posted again from the first entry on.
    package func beginAnew() throws(LedgerFault) {
        do {
            try database.write { db in
                for table in LedgerSchema.tables + ["recent"] {
                    try db.execute(sql: "DELETE FROM \(table)")
                }
                try db.execute(sql: "UPDATE book SET position = 0, history = 0")
            }
            keys?.forget()
        } catch {
            throw LedgerFault(path: path, underlying: "\(error)")
        }
    }

    /// The index before which entries are not here; 0 where everything is.
    package func historyBegins() throws(LedgerFault) -> UInt64 {
        try answering { db in
            try UInt64(Int64.fetchOne(db, sql: "SELECT history FROM book") ?? 0)
        }
    }

    /// The items that customers' keys made lately, while the items themselves are not back yet.
    package func recentItems(
        _ keys: [(customer: String, key: LodgementKey)]
    ) throws(LedgerFault) -> [ItemID?] {
        try answering { db in
            let statement = try db.cachedStatement(sql: "SELECT item FROM recent WHERE name = ?")
            return try keys.map { customer, key in
                let name = DeskSnapshot.name(customer: customer, key: key.text)
                return try String.fetchOne(statement, arguments: [name]).flatMap { ItemID($0) }
            }
        }
    }

    private static func databaseValue(_ value: JSONValue) -> DatabaseValue {
        switch value {
        case .string(let text): text.databaseValue
        case .number(let digits): (Int64(digits) ?? 0).databaseValue
        default: .null
        }
    }
}
