import Ledger
import Mail
import Testing

@testable import Office

@Suite("Signing in")
struct SignInTests {
    static let password = "mill lane jumpers"
    static let admin = Caller(author: .local, role: .admin)

    /// An office with one account, whose person has set a password.
    private func staffed(
        _ body: @Sendable (ServedOffice, MovingClock, Session) async throws -> Void
    ) async throws {
        let time = MovingClock()
        try await Workplace.serving(clock: time.clock) { office in
            let order = StaffOrder(
                name: "ada",
                displayName: "Ada Fox",
                role: .clerk,
                language: .german
            )
            let link = try await office.access.addStaff(order, by: Self.admin)
            let begun = try await office.access.setUp(link.token, password: Self.password)
            let session = try #require(try office.access.session(begun.token))
            try await body(office, time, session)
        }
    }

    private func signIn(
        _ office: ServedOffice,
        _ password: String = password,
        name: String = "ada",
        from address: String = "a"
    ) async throws -> SignIn {
        try await office.access.signIn(name, password: password, from: address)
    }

    /// The session of somebody who got in.
    private func session(_ signIn: SignIn, in office: ServedOffice) throws -> Session {
        guard case .session(let begun) = signIn else {
            throw StaffRefusal.unknown("\(signIn)")
        }
        return try #require(try office.access.session(begun.token))
    }

    @Test func takesTheNameAndThePasswordAndSaysNotWhichIsWrong() async throws {
        try await staffed { office, _, _ in
            let session = try session(try await signIn(office, name: " Ada "), in: office)
            #expect(session.caller == Caller(author: .staff("ada"), role: .clerk))
            #expect(try await signIn(office, "mill lane jumperz") == .refused)
            #expect(try await signIn(office, name: "nobody") == .refused)
            try await office.access.recordRefusals()
            let refused = try office.ledger.acts(limit: 9).map(\.act)
                .filter { $0.outcome == .refused }
            #expect(Set(refused.map(\.object)) == ["ada", nil])
            #expect(refused.allSatisfy { $0.name == "session.begin" && $0.by == .visitor })
        }
    }

    @Test func slowsWhoGuesses() async throws {
        try await staffed { office, time, _ in
            for _ in 1...5 { #expect(try await signIn(office, "wrong") == .refused) }
            #expect(try await signIn(office) == .tooMany(retryAfter: 30))
            time.pass(seconds: 30)
            _ = try session(try await signIn(office), in: office)
        }
    }

    @Test func endsWhenItIsNotUsedAndAfterHalfADay() async throws {
        try await staffed { office, time, _ in
            guard case .session(let begun) = try await signIn(office) else { return }
            for _ in 1...11 {
                time.pass(seconds: 3599)
                #expect(try office.access.session(begun.token) != nil)
            }
            time.pass(seconds: 3600)
            #expect(try office.access.session(begun.token) == nil)
            guard case .session(let second) = try await signIn(office) else { return }
            for _ in 1...12 {
                time.pass(seconds: 3599)
                #expect(try office.access.session(second.token) != nil)
            }
            time.pass(seconds: 12)
            #expect(try office.access.session(second.token) == nil)
        }
    }

    @Test func endsForEverybodyWhoHoldsItWhenTheAccountChanges() async throws {
        try await staffed { office, _, session in
            guard case .session(let other) = try await signIn(office) else { return }
            await #expect(throws: StaffRefusal.passwordWrong) {
                _ = try await office.access.changePassword(session, from: "no", to: Self.password)
            }
            let new = "a jumper from the mill"
            let renewed = try await office.access
                .changePassword(session, from: Self.password, to: new)
            #expect(try office.access.session(other.token) == nil)
            #expect(try office.access.session(renewed.token) != nil)
            #expect(try await signIn(office) == .refused)
            try await office.access.deactivateStaff("ada", by: Self.admin)
            #expect(try office.access.session(renewed.token) == nil)
            #expect(try await signIn(office, new) == .refused)
        }
    }

    @Test func endsWhenThePersonSaysSo() async throws {
        try await staffed { office, _, _ in
            guard case .session(let begun) = try await signIn(office) else { return }
            try await office.access.endSession(begun.token)
            try await office.access.endSession(begun.token)
            #expect(try office.access.session(begun.token) == nil)
            #expect(try office.ledger.acts(limit: 1).first?.act.name == "session.end")
        }
    }

    @Test func asksForTheCodeOnceAnAuthenticatorIsEnrolled() async throws {
        try await staffed { office, time, session in
            let codes = try await enrol(session, in: office, time)
            #expect(Set(codes).count == 10)
            guard case .codeNeeded(let ticket) = try await signIn(office) else {
                Issue.record("no code was asked for")
                return
            }
            #expect(try office.access.session(ticket) == nil)
            func finish(_ code: String) async throws -> SignIn {
                try await office.access.finishSignIn(ticket, code: code, from: "a")
            }
            #expect(try await finish("000000") == .refused)
            // The code that enrolled the authenticator was used, and stands for nothing now.
            #expect(try await finish(try code(of: office, time)) == .refused)
            time.pass(seconds: 30)
            _ = try self.session(try await finish(try code(of: office, time)), in: office)
            #expect(try await finish(try code(of: office, time)) == .refused)
        }
    }

    @Test func takesEachRecoveryCodeOnce() async throws {
        try await staffed { office, time, session in
            let codes = try await enrol(session, in: office, time)
            for expected in [true, false] {
                guard case .codeNeeded(let ticket) = try await signIn(office) else { return }
                let signIn = try await office.access.finishSignIn(
                    ticket,
                    code: codes[3].lowercased().replacing("-", with: " "),
                    from: "a"
                )
                #expect((signIn != .refused) == expected)
            }
            #expect(try office.ledger.staff("ada")?.recoveryDigests.count == 9)
        }
    }

    private func enrol(
        _ session: Session,
        in office: ServedOffice,
        _ time: MovingClock
    ) async throws -> [String] {
        await #expect(throws: StaffRefusal.enrolmentMissing) {
            _ = try await office.access.confirmOneTime(session, code: "000000")
        }
        let enrolment = office.access.beginOneTime(session)
        await #expect(throws: StaffRefusal.codeWrong) {
            _ = try await office.access.confirmOneTime(session, code: "00000")
        }
        let code = OneTimePassword.code(
            enrolment.secret,
            at: time.clock.now().milliseconds / 1000
        )
        return try await office.access.confirmOneTime(session, code: code)
    }

    private func code(of office: ServedOffice, _ time: MovingClock) throws -> String {
        let text = try #require(try office.ledger.staff("ada")?.oneTimeSecret)
        let secret = try #require(Hexadecimal.bytes(text))
        return OneTimePassword.code(secret, at: time.clock.now().milliseconds / 1000)
    }
}
