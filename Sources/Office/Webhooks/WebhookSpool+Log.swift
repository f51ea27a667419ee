import GRDB
package import Mail

/// One attempt to send a message, as its log shows it.
package struct DeliveryAttempt: Hashable, Sendable {
    /// Counts up over all attempts of an office; names the attempt.
    package let number: Int64
    package let webhook: String
    /// The event's entry; nothing for a ping.
    package let event: UInt64?
    /// Such as `item.lodged`.
    package let kind: String
    /// 1 for the first.
    package let attempt: Int
    package let at: Moment
    /// The receiver's answer; nothing where none came.
    package let status: Int?
    package let failure: DeliveryFailure?
    /// When the next attempt is made; nothing where none is.
    package let next: Moment?
    /// Milliseconds.
    package let took: Int64

    package var isDelivered: Bool { status.map { (200..<300).contains($0) } ?? false }
}

extension WebhookSpool {
    /// How many attempts of one webhook are kept.
    private static let kept = 1000

    /// Tells what came of an attempt and what comes next, in one transaction.
    func tell(_ attempt: DeliveryAttempt) throws {
        try database.write { db in
            try db.execute(
                sql: "INSERT INTO attempts VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    attempt.webhook, attempt.event.map { Int64($0) }, attempt.kind,
                    attempt.attempt, attempt.at.milliseconds, attempt.status,
                    attempt.failure?.rawValue, attempt.next?.milliseconds, attempt.took,
                ]
            )
            try db.execute(
                sql: """
                    DELETE FROM attempts WHERE webhook = ?1 AND number <= (
                        SELECT number FROM attempts WHERE webhook = ?1
                        ORDER BY number DESC LIMIT 1 OFFSET \(Self.kept))
                    """,
                arguments: [attempt.webhook]
            )
            guard let event = attempt.event else { return }
            if let next = attempt.next {
                try db.execute(
                    sql: """
                        UPDATE waiting SET attempts = ?, due = ? WHERE webhook = ? AND event = ?
                        """,
                    arguments: [
                        attempt.attempt, next.milliseconds, attempt.webhook, Int64(event),
                    ]
                )
            } else {
                try db.execute(
                    sql: "DELETE FROM waiting WHERE webhook = ? AND event = ?",
                    arguments: [attempt.webhook, Int64(event)]
                )
            }
        }
    }

    /// The attempts of a webhook before one of them, the newest first.
    func attempts(
        of webhook: String,
        before number: Int64?,
        limit: Int
    ) throws -> [DeliveryAttempt] {
        try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM attempts WHERE webhook = ? AND number < ?
                    ORDER BY number DESC LIMIT ?
                    """,
                arguments: [webhook, number ?? Int64.max, limit]
            )
            .map(DeliveryAttempt.init)
        }
    }
}

extension DeliveryAttempt {
    fileprivate init(_ row: Row) {
        number = row["number"]
        webhook = row["webhook"]
        event = (row["event"] as Int64?).map { UInt64($0) }
        kind = row["kind"]
        attempt = row["attempt"]
        at = Moment(milliseconds: row["at"])
        status = row["status"]
        failure = (row["failure"] as String?).flatMap(DeliveryFailure.init)
        next = (row["next"] as Int64?).map { Moment(milliseconds: $0) }
        took = row["took"]
    }
}
