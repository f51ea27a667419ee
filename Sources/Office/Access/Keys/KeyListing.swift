package import Ledger
package import Mail

extension AccessKeyRow {
    /// How the key stands: `active`, `expired` or `revoked`.
    package func standing(at now: Moment) -> String {
        if revokedAt != nil { return "revoked" }
        return isValid(at: now) ? "active" : "expired"
    }

    /// What may be told of the key: everything but its hash.
    package func json(at now: Moment) -> JSONValue {
        .members([
            ("key", .string(key.id)), ("name", .string(key.name)),
            ("role", .string(key.role.rawValue)), ("mode", .string(key.mode.rawValue)),
            ("customer", .text(key.customer) ?? .null), ("standing", .string(standing(at: now))),
            ("madeAt", .string(key.at.text)), ("madeBy", .string(key.by.text)),
            ("expiresAt", key.expiresAt.map { .string($0.text) } ?? .null),
            ("revokedAt", revokedAt.map { .string($0.text) } ?? .null),
        ])
    }
}
