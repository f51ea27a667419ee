import GRDB
import Ledger
import Mail

/// A message that waits to be sent.
struct WaitingMessage: Hashable, Sendable {
    let event: UInt64
    /// How often it was tried.
    let attempts: Int
}

extension WebhookSpool {
    /// How many messages wait for one webhook at most; the rest stay in the ledger until then.
    static let room = 1000

    /// The entry after which the webhook's next events are looked for.
    func position(of webhook: String) throws -> UInt64? {
        try database.read { db in
            try Int64.fetchOne(
                db,
                sql: "SELECT entry FROM positions WHERE webhook = ?",
                arguments: [webhook]
            )
            .map { UInt64($0) }
        }
    }

    func waitingCount(of webhook: String) throws -> Int {
        try database.read { db in
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM waiting WHERE webhook = ?",
                arguments: [webhook]
            ) ?? 0
        }
    }

    /// Lets events wait to be sent, and moves the webhook's position when it is given.
    ///
    /// What waits already goes on waiting as it did; what was sent is sent again.
    func add(
        _ events: [UInt64],
        to webhook: String,
        due now: Moment,
        position: UInt64? = nil
    ) throws {
        // A crash here leaves all of it or none.
        try database.write { db in
            for event in events {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO waiting VALUES (?, ?, 0, ?)",
                    arguments: [webhook, Int64(event), now.milliseconds]
                )
            }
            if let position {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO positions VALUES (?, ?)",
                    arguments: [webhook, Int64(position)]
                )
            }
        }
    }

    /// What is to be sent to a webhook by now, the longest due first.
    func due(_ webhook: String, at now: Moment, limit: Int) throws -> [WaitingMessage] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT event, attempts FROM waiting WHERE webhook = ? AND due <= ?
                    ORDER BY due, event LIMIT ?
                    """,
                arguments: [webhook, now.milliseconds, limit]
            )
            .map { row in
                WaitingMessage(event: UInt64(row["event"] as Int64), attempts: row["attempts"])
            }
        }
    }

    /// Nothing waits for the webhook any more.
    func clear(_ webhook: String) throws {
        try database.write { db in
            try db.execute(sql: "DELETE FROM waiting WHERE webhook = ?", arguments: [webhook])
        }
    }
}
