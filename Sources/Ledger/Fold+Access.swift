import GRDB
import Mail

/// Who may do what, who did what, and where events are sent.
extension Fold {
    static func add(_ key: AccessKey, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO access_keys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)"
        )
        .execute(
            arguments: [
                key.id, key.digest, key.name, key.role.rawValue, key.mode.rawValue, key.customer,
                key.expiresAt?.milliseconds, key.by.text, key.at.milliseconds,
                key.replaces,
            ])
    }

    static func change(_ account: StaffAccount, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO staff VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        .execute(
            arguments: [
                account.name, account.displayName, account.role.rawValue,
                account.language.rawValue, account.passwordHash, account.oneTimeSecret,
                account.recoveryDigests.joined(separator: " "), account.invitation?.digest,
                account.invitation?.expiresAt.milliseconds, account.isActive, account.generation,
                account.by.text, account.at.milliseconds,
            ])
    }

    static func tell(_ act: Act, at index: UInt64, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .execute(
                arguments: [
                    Int64(index), act.by.text, act.name, act.outcome.rawValue, act.object,
                    act.reason, act.times, act.at.milliseconds,
                ])
    }

    /// `since` stays what it was: the entry after which the webhook was first wanted.
    static func change(_ webhook: Webhook, at index: UInt64, _ db: Database) throws {
        let since = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT since FROM webhooks WHERE id = ?"),
            arguments: [webhook.id]
        )
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO webhooks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        .execute(
            arguments: [
                webhook.id, webhook.url, webhook.secrets.joined(separator: " "),
                webhook.events.joined(separator: " "), webhook.customer, webhook.isActive,
                webhook.reason, webhook.by.text, webhook.at.milliseconds, since ?? Int64(index),
            ])
    }
}
