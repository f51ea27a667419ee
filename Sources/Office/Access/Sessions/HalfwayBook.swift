import Journal
import Mail

/// Who has given the right password and owes a code; who was shown a secret and owes a code.
struct HalfwayBook: Sendable {
    private static let life: Int64 = 5 * 60_000
    private static let enrolmentLife: Int64 = 15 * 60_000
    private static let tries = 5
    private static let limit = 1000

    struct SignIn: Sendable {
        let account: StaffAccount
        let ends: Int64
        var triesLeft: Int
    }

    private var signIns: [String: SignIn] = [:]
    private var enrolments: [String: (enrolment: OneTimeEnrolment, ends: Int64)] = [:]
    /// The newest step of each account whose one-time password was used.
    private var steps: [String: Int64] = [:]

    /// The ticket with which the sign-in goes on.
    mutating func begin(_ account: StaffAccount, _ random: RandomSource, at now: Moment) -> String {
        signIns = signIns.filter { $0.value.ends > now.milliseconds }
        if signIns.count >= Self.limit { signIns = [:] }
        let ticket = String(decoding: Base62.unpredictable(32, random), as: UTF8.self)
        signIns[SecretLink.digest(ticket)] = SignIn(
            account: account,
            ends: now.milliseconds + Self.life,
            triesLeft: Self.tries
        )
        return ticket
    }

    /// Whose ticket that is; each look is a try, and they are few.
    mutating func look(_ ticket: String, at now: Moment) -> StaffAccount? {
        let digest = SecretLink.digest(ticket)
        guard var signIn = signIns[digest], signIn.ends > now.milliseconds else { return nil }
        signIn.triesLeft -= 1
        signIns[digest] = signIn.triesLeft > 0 ? signIn : nil
        return signIn.account
    }

    mutating func finish(_ ticket: String) { signIns[SecretLink.digest(ticket)] = nil }

    mutating func enrol(_ name: String, _ enrolment: OneTimeEnrolment, at now: Moment) {
        enrolments[name] = (enrolment, now.milliseconds + Self.enrolmentLife)
    }

    func enrolment(_ name: String, at now: Moment) -> OneTimeEnrolment? {
        guard let kept = enrolments[name], kept.ends > now.milliseconds else { return nil }
        return kept.enrolment
    }

    mutating func enrolled(_ name: String) { enrolments[name] = nil }

    /// Whether that is the account's one-time password of now, which it then never is again.
    mutating func accepts(
        _ code: String,
        _ secret: [UInt8],
        of name: String,
        at now: Moment
    ) -> Bool {
        let step = OneTimePassword.step(
            of: code,
            secret,
            at: now.milliseconds / 1000,
            after: steps[name]
        )
        guard let step else { return false }
        steps[name] = step
        return true
    }
}
