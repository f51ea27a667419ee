/// A person's account, whole, as it is from now on.
package struct StaffAccount: Hashable, Sendable {
    /// What the person signs in as; never given to anybody else.
    package let name: String
    package let displayName: String
    package let role: Role
    package let language: Language
    /// The password's Argon2id hash in its usual encoding; none until the person has set one.
    package let passwordHash: String?
    /// The secret of time-based one-time passwords (RFC 6238), in hexadecimal.
    package let oneTimeSecret: String?
    /// SHA-256 of the recovery codes that are left, in hexadecimal: each stands in once for a
    /// one-time password.
    package let recoveryDigests: [String]
    /// By what link the person sets the first password; none once it is set.
    package let invitation: StaffInvitation?
    package let isActive: Bool
    /// Goes up with every change that ends the sessions begun before.
    package let generation: Int
    package let by: Author
    package let at: Moment

    package init(
        name: String,
        displayName: String,
        role: Role,
        language: Language,
        passwordHash: String?,
        oneTimeSecret: String?,
        recoveryDigests: [String] = [],
        invitation: StaffInvitation? = nil,
        isActive: Bool,
        generation: Int,
        by: Author,
        at: Moment
    ) {
        self.name = name
        self.displayName = displayName
        self.role = role
        self.language = language
        self.passwordHash = passwordHash
        self.oneTimeSecret = oneTimeSecret
        self.recoveryDigests = recoveryDigests
        self.invitation = invitation
        self.isActive = isActive
        self.generation = generation
        self.by = by
        self.at = at
    }

    var members: [(String, JSONValue?)] {
        [
            ("active", .bool(isActive)), ("at", .integer(at.milliseconds)),
            ("by", .string(by.text)), ("displayName", .string(displayName)),
            ("generation", .integer(generation)),
            ("invitation", .text(invitation?.digest)),
            ("invitationExpires", invitation.map { .integer($0.expiresAt.milliseconds) }),
            ("language", .string(language.rawValue)), ("name", .string(name)),
            ("oneTimeSecret", .text(oneTimeSecret)), ("passwordHash", .text(passwordHash)),
            ("recovery", .array(recoveryDigests.map { .string($0) })),
            ("role", .string(role.rawValue)),
        ]
    }
}

/// The one-time link by which a person sets the first password.
package struct StaffInvitation: Hashable, Sendable {
    /// SHA-256 of the link's secret, in hexadecimal.
    package let digest: String
    package let expiresAt: Moment

    package init(digest: String, expiresAt: Moment) {
        self.digest = digest
        self.expiresAt = expiresAt
    }
}

extension EntryFields {
    private func invitation() throws(Entry.Flaw) -> StaffInvitation? {
        guard let digest = json["invitation"]?.text else {
            guard json["invitationExpires"] == nil else { throw flaw("invitation") }
            return nil
        }
        return StaffInvitation(digest: digest, expiresAt: try moment("invitationExpires"))
    }

    func staffAccount() throws(Entry.Flaw) -> StaffAccount {
        guard case .bool(let isActive)? = json["active"] else { throw flaw("active") }
        return StaffAccount(
            name: try text("name"),
            displayName: try text("displayName"),
            role: try code("role"),
            language: try code("language"),
            passwordHash: json["passwordHash"]?.text,
            oneTimeSecret: json["oneTimeSecret"]?.text,
            recoveryDigests: try list("recovery") { $0.text },
            invitation: try invitation(),
            isActive: isActive,
            generation: Int(try count("generation")),
            by: try value("by") { Author($0) },
            at: try moment("at")
        )
    }
}
