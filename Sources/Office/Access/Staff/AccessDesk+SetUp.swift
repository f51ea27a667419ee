import Ledger
package import Mail
import Synchronization

/// Whose first password a link sets.
package enum SetUpLink: Hashable, Sendable {
    /// The office's first account, an admin's, whose name is still to be chosen.
    case first
    case account(StaffAccount)
}

extension AccessDesk {
    private static let firstLife: Int64 = 86_400_000

    /// The link that makes the first account, when there is none: an office has no default
    /// credentials.
    ///
    /// - Throws: ``DeskRefusal``, or a fault of the ledger.
    package func offerSetUp() async throws -> SecretLink? {
        guard try ledger.staff().isEmpty else { return nil }
        let now = office.clock.now()
        let link = SecretLink(
            office.random,
            expiresAt: Moment(milliseconds: now.milliseconds + Self.firstLife)
        )
        try await office.record(
            Act(by: .office, name: "setup.offer", outcome: .done, object: nil, at: now)
        )
        gate.setUp.withLock { $0 = link }
        return link
    }

    /// What a link is for, if it still works.
    ///
    /// - Throws: ``StaffRefusal`` `linkDead`.
    package func setUpLink(_ token: String) throws -> SetUpLink {
        let now = office.clock.now()
        let digest = SecretLink.digest(token)
        if let first = gate.setUp.withLock({ $0 }), first.expiresAt > now,
            ConstantTime.equal(first.digest, digest), try ledger.staff().isEmpty
        {
            return .first
        }
        let invited = try ledger.staff()
            .first { account in
                account.isActive
                    && account.invitation.map {
                        $0.expiresAt > now && ConstantTime.equal($0.digest, digest)
                    } ?? false
            }
        guard let invited else {
            refusedAStranger("setup.use", because: nil)
            throw StaffRefusal.linkDead
        }
        return .account(invited)
    }

    /// Makes the office's first account, an admin's, and signs it in.
    ///
    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func setUpFirst(
        _ token: String,
        name: String,
        displayName: String,
        language: Language,
        password: String
    ) async throws -> NewSession {
        guard try setUpLink(token) == .first else { throw StaffRefusal.linkDead }
        try PasswordRule.check(password, for: name)
        let hash = try await gate.passwords.hash(password, office.random)
        let account = StaffAccount(
            name: name,
            displayName: displayName,
            role: .admin,
            language: language,
            passwordHash: hash,
            oneTimeSecret: nil,
            isActive: true,
            generation: 1,
            by: .staff(name),
            at: office.clock.now()
        )
        try await office.door.perform { desk in
            try desk.unusedName(name)
            // The writer looks again: of two who come with one link at once, one makes an account.
            guard try desk.ledger.staff().isEmpty else { throw StaffRefusal.linkDead }
            try await desk.change(account, "first account", by: .staff(name))
        }
        gate.setUp.withLock { $0 = nil }
        return try await newSession(account)
    }

    /// Sets an invited person's first password, and signs the person in.
    ///
    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func setUp(_ token: String, password: String) async throws -> NewSession {
        guard case .account(let invited) = try setUpLink(token) else {
            throw StaffRefusal.linkDead
        }
        let name = invited.name
        try PasswordRule.check(password, for: name)
        let hash = try await gate.passwords.hash(password, office.random)
        let now = office.clock.now()
        let account = try await office.door.perform { desk in
            let account = try desk.account(name)
            guard account.isActive, account.invitation == invited.invitation else {
                throw StaffRefusal.linkDead
            }
            let changed = account.changed(by: .staff(name), at: now) { draft in
                draft.passwordHash = hash
                draft.invitation = nil
                draft.endsSessions = true
            }
            try await desk.change(changed, "first password set", by: .staff(name))
            return changed
        }
        return try await newSession(account)
    }
}
