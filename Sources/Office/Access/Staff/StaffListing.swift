package import Mail

extension StaffAccount {
    /// How the account stands: `active`, `invited`, `lapsed` (the link has expired) or `inactive`.
    package func standing(at now: Moment) -> String {
        if !isActive { return "inactive" }
        if passwordHash != nil { return "active" }
        return invitation.map { $0.expiresAt > now } ?? false ? "invited" : "lapsed"
    }

    /// What may be told of the account: no hash and no secret.
    package func json(at now: Moment) -> JSONValue {
        .members([
            ("name", .string(name)), ("displayName", .string(displayName)),
            ("role", .string(role.rawValue)), ("language", .string(language.rawValue)),
            ("standing", .string(standing(at: now))),
            ("authenticator", .bool(oneTimeSecret != nil)),
            ("recoveryCodesLeft", .integer(recoveryDigests.count)),
            ("changedAt", .string(at.text)), ("changedBy", .string(by.text)),
        ])
    }
}
