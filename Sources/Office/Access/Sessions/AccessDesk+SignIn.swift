import Ledger
import Mail
import Synchronization

/// How far somebody got who wants in.
package enum SignIn: Hashable, Sendable {
    case session(NewSession)
    /// The password is right; ``AccessDesk/finishSignIn(_:code:from:)`` takes the ticket and a code.
    case codeNeeded(ticket: String)
    /// Name, password or code is wrong; which of them is not said.
    case refused
    /// Too many attempts; seconds until the next one.
    case tooMany(retryAfter: Int)
}

extension AccessDesk {
    static let beginning = "session.begin"

    /// Lets a person in who knows the password, and has the code where one was enrolled.
    ///
    /// A name that nobody has takes as long as a wrong password. Nothing but this machine is asked:
    /// it works when every identity provider is down.
    ///
    /// - Throws: ``DeskRefusal``, or a fault of the ledger.
    package func signIn(
        _ name: String,
        password: String,
        from address: String
    ) async throws -> SignIn {
        let now = office.clock.now()
        let name = Self.plain(name)
        if let wait = gate.throttle.withLock({ $0.attempt(name, from: address, at: now) }) {
            return .tooMany(retryAfter: wait)
        }
        let account = try ledger.staff(name)
        let hash = account.flatMap { $0.isActive ? $0.passwordHash : nil }
        let fits = try await gate.passwords.verify(password, hash)
        guard fits, let account else { return refuse(account, because: "password_wrong") }
        if account.oneTimeSecret != nil {
            let random = office.random
            return .codeNeeded(
                ticket: gate.halfway.withLock { $0.begin(account, random, at: now) }
            )
        }
        return try await begin(account, from: address)
    }

    /// Goes on where the password was right: a one-time password, or a recovery code.
    ///
    /// - Throws: As ``signIn(_:password:from:)``.
    package func finishSignIn(
        _ ticket: String,
        code: String,
        from address: String
    ) async throws -> SignIn {
        let now = office.clock.now()
        guard let halfway = gate.halfway.withLock({ $0.look(ticket, at: now) }),
            let account = try ledger.staff(halfway.name), account.isActive,
            account.generation == halfway.generation
        else { return .refused }
        if let wait = gate.throttle.withLock({ $0.attempt(account.name, from: address, at: now) }) {
            return .tooMany(retryAfter: wait)
        }
        guard try await takes(code, of: account, at: now) else {
            return refuse(account, because: "code_wrong")
        }
        gate.halfway.withLock { $0.finish(ticket) }
        return try await begin(try ledger.staff(account.name) ?? account, from: address)
    }

    /// The session of a cookie, if it is one and the account still is what it was.
    ///
    /// A page that follows by itself what it shows is no use: nobody sits there for certain, and an
    /// unattended screen must not stay signed in.
    package func session(_ token: String, isUse: Bool = true) throws -> Session? {
        let now = office.clock.now()
        guard let kept = gate.sessions.withLock({ $0.look(token, isUse: isUse, at: now) })
        else { return nil }
        guard let account = try ledger.staff(kept.name), account.isActive,
            account.generation == kept.generation
        else {
            _ = gate.sessions.withLock { $0.end(token) }
            return nil
        }
        return Session(account: account, csrf: kept.csrf)
    }

    /// Ends a session; one that is over already is no refusal.
    package func endSession(_ token: String) async throws {
        guard let kept = gate.sessions.withLock({ $0.end(token) }) else { return }
        let act = Act(
            by: .staff(kept.name),
            name: "session.end",
            outcome: .done,
            at: office.clock.now()
        )
        try await office.record(act)
    }

    /// Begins a session; the record says so before anybody has it.
    func begin(_ account: StaffAccount, from address: String) async throws -> SignIn {
        gate.throttle.withLock { $0.succeeded(account.name, from: address) }
        return .session(try await newSession(account))
    }

    func newSession(_ account: StaffAccount) async throws -> NewSession {
        let (now, random) = (office.clock.now(), office.random)
        let act = Act(by: .staff(account.name), name: Self.beginning, outcome: .done, at: now)
        try await office.record(act)
        let token = gate.sessions.withLock { $0.begin(account, random, at: now) }
        return NewSession(token: token, account: account)
    }

    /// Whether a code stands for the account now; a recovery code is used up by that.
    private func takes(
        _ code: String,
        of account: StaffAccount,
        at now: Moment
    ) async throws -> Bool {
        let digits = code.filter { $0 != " " }
        if let secret = account.oneTimeSecret.flatMap(Hexadecimal.bytes),
            gate.halfway.withLock({ $0.accepts(digits, secret, of: account.name, at: now) })
        {
            return true
        }
        let digest = RecoveryCodes.digest(code)
        guard account.recoveryDigests.contains(digest) else { return false }
        let name = account.name
        // The writer looks again: of two who come with one code at once, one gets in.
        return try await office.door.perform { desk in
            let account = try desk.account(name)
            guard account.recoveryDigests.contains(digest) else { return false }
            let changed = account.changed(by: .staff(name), at: now) { draft in
                draft.recoveryDigests.removeAll { $0 == digest }
            }
            try await desk.change(changed, "recovery code used", by: .staff(name))
            return true
        }
    }

    private func refuse(_ account: StaffAccount?, because reason: String) -> SignIn {
        let kind = RefusalCount.Kind(
            name: Self.beginning,
            reason: reason,
            object: account?.name
        )
        gate.refusals.withLock { $0.add(kind) }
        return .refused
    }

    /// A name as accounts have it, whatever a person typed.
    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { !$0.isWhitespace }.prefix(64))
    }
}
