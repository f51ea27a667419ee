import Mail
import Synchronization

/// What a person does to the own account.
extension AccessDesk {
    /// Sets another password; every session of the account ends, and the caller gets a new one.
    ///
    /// - Throws: ``StaffRefusal``, ``DeskRefusal``.
    package func changePassword(
        _ session: Session,
        from old: String,
        to new: String
    ) async throws -> NewSession {
        let name = session.account.name
        guard try await gate.passwords.verify(old, session.account.passwordHash) else {
            throw StaffRefusal.passwordWrong
        }
        try PasswordRule.check(new, for: name)
        let hash = try await gate.passwords.hash(new, office.random)
        let account = try await change(session, "password changed") { draft in
            draft.passwordHash = hash
            draft.endsSessions = true
        }
        return try await newSession(account)
    }

    /// Offers a secret to the person's authenticator; nothing changes until a code comes back.
    package func beginOneTime(_ session: Session) -> OneTimeEnrolment {
        let now = office.clock.now()
        let enrolment = OneTimeEnrolment(
            account: session.account.name,
            operatorName: office.profile.operatorName,
            office.random
        )
        gate.halfway.withLock { $0.enrol(session.account.name, enrolment, at: now) }
        return enrolment
    }

    /// The enrolment under way, to show it again after a wrong code.
    package func oneTimeUnderWay(_ session: Session) -> OneTimeEnrolment? {
        let now = office.clock.now()
        return gate.halfway.withLock { $0.enrolment(session.account.name, at: now) }
    }

    /// Takes the authenticator on; the recovery codes are shown once.
    ///
    /// - Throws: ``StaffRefusal`` `enrolmentMissing`, `codeWrong`; ``DeskRefusal``.
    package func confirmOneTime(_ session: Session, code: String) async throws -> [String] {
        let (name, now) = (session.account.name, office.clock.now())
        let digits = code.filter { $0 != " " }
        guard let enrolment = oneTimeUnderWay(session) else {
            throw StaffRefusal.enrolmentMissing
        }
        let secret = enrolment.secret
        guard gate.halfway.withLock({ $0.accepts(digits, secret, of: name, at: now) }) else {
            throw StaffRefusal.codeWrong
        }
        let codes = RecoveryCodes.make(office.random)
        _ = try await change(session, "authenticator enrolled") { draft in
            draft.oneTimeSecret = Hexadecimal.text(secret)
            draft.recoveryDigests = codes.map(RecoveryCodes.digest)
        }
        gate.halfway.withLock { $0.enrolled(name) }
        return codes
    }

    /// Signs in by the password alone from now on.
    ///
    /// - Throws: ``StaffRefusal`` `passwordWrong`; ``DeskRefusal``.
    package func dropOneTime(_ session: Session, password: String) async throws {
        guard try await gate.passwords.verify(password, session.account.passwordHash) else {
            throw StaffRefusal.passwordWrong
        }
        _ = try await change(session, "authenticator dropped") { draft in
            draft.oneTimeSecret = nil
            draft.recoveryDigests = []
        }
    }

    private func change(
        _ session: Session,
        _ reason: String,
        _ change: @escaping @Sendable (inout StaffDraft) -> Void
    ) async throws -> StaffAccount {
        let (name, now) = (session.account.name, office.clock.now())
        let generation = session.account.generation
        return try await office.door.perform { desk in
            let account = try desk.account(name)
            guard account.isActive, account.generation == generation else {
                throw StaffRefusal.unknown(name)
            }
            let changed = account.changed(by: .staff(name), at: now, change)
            try await desk.change(changed, reason, by: .staff(name))
            return changed
        }
    }
}
