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
        "promises",
    ]

    /// Entries before this index are in it.
    package let position: UInt64
    /// JSON lines: first the position, then a line a row, in the order of tables and keys.
    package let bytes: [UInt8]

    init(position: UInt64, bytes: [UInt8]) {
        self.position = position
        self.bytes = bytes
    }

    /// A customer's key as it is remembered: nobody can read the reference from it.
    static func name(customer: String, key: String) -> String {
        let digest = SHA256.hash(data: Data((customer + "\0" + key).utf8))
        return digest.prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }
}

extension LedgerStore {
    /// The snapshot of everything posted so far.
    package func deskSnapshot() throws(LedgerFault) -> DeskSnapshot {
        try answering { db in
            let position = try Int64.fetchOne(db, sql: "SELECT position FROM book") ?? 0
            var lines = [JSONValue.members([("position", .integer(position))])]
            for table in DeskSnapshot.tables {
                try lines.append(
                    contentsOf: Self.rows(db, table, "SELECT * FROM \(table) ORDER BY 1, 2")
                )
            }
            lines += try Self.rows(
                db,
                "requests",
                """
                SELECT * FROM requests ORDER BY entry DESC LIMIT \(DeskSnapshot.recent)
                """
            )
            lines +=
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT customer, key, id FROM items ORDER BY entry DESC
                        LIMIT \(DeskSnapshot.recent)
                        """
                )
                .map { row in
                    Self.line(
                        "recent",
                        [
                            .string(DeskSnapshot.name(customer: row["customer"], key: row["key"])),
                            .string(row["id"]),
                        ]
                    )
                }
            var bytes: [UInt8] = []
            for line in lines { bytes += CanonicalJSON.write(line) + [UInt8(ascii: "\n")] }
            return DeskSnapshot(position: UInt64(position), bytes: bytes)
        }
    }

    private static func line(_ table: String, _ values: [JSONValue]) -> JSONValue {
        .members([("row", .array(values)), ("table", .string(table))])
    }

    private static func rows(_ db: Database, _ table: String, _ sql: String) throws -> [JSONValue] {
        try Row.fetchAll(db, sql: sql)
            .map { row in
                line(
                    table,
                    row.databaseValues.map { value in
                        switch value.storage {
                        case .null: .null
                        case .int64(let number): .integer(number)
                        case .string(let text): .string(text)
                        case .double, .blob:
                            preconditionFailure("the desk's tables hold texts and whole numbers")
                        }
                    }
                )
            }
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
            let position = head["position"]?.wholeNumber, let index = UInt64(exactly: position)
        else { throw Flaw(line: 1) }
        self.init(position: index, bytes: bytes)
    }

    /// The rows, each with its table.
    fileprivate func rows() throws(Flaw) -> [(table: String, values: [JSONValue])] {
        var rows: [(table: String, values: [JSONValue])] = []
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated().dropFirst() {
            guard let json = try? JSONReader.read(Array(line)), let table = json["table"]?.text,
                (Self.tables + ["requests", "recent"]).contains(table),
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

    /// The item that a customer's key made lately, while the item itself is not back yet.
    package func recentItem(customer: String, key: LodgementKey) throws(LedgerFault) -> ItemID? {
        try answering { db in
            try String.fetchOne(
                db.cachedStatement(sql: "SELECT item FROM recent WHERE name = ?"),
                arguments: [DeskSnapshot.name(customer: customer, key: key.text)]
            )
            .flatMap { ItemID($0) }
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
