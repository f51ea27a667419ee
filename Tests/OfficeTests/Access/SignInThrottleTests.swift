import Mail
import Testing

@testable import Office

@Suite("SignInThrottle")
struct SignInThrottleTests {
    private func at(_ seconds: Int64) -> Moment { Moment(milliseconds: 1_000_000 + seconds * 1000) }

    @Test func letsFiveTryAtOnceAndThenOneEveryHalfMinute() {
        var throttle = SignInThrottle()
        for _ in 1...5 {
            #expect(throttle.attempt("ada", from: "a", at: at(0)) == nil)
        }
        #expect(throttle.attempt("ada", from: "a", at: at(0)) == 30)
        #expect(throttle.attempt("ada", from: "a", at: at(29)) == 1)
        #expect(throttle.attempt("ada", from: "a", at: at(30)) == nil)
        #expect(throttle.attempt("ada", from: "a", at: at(30)) == 30)
    }

    @Test func slowsAnAddressThatTriesManyAccounts() {
        var throttle = SignInThrottle()
        for number in 1...20 {
            #expect(throttle.attempt("name\(number)", from: "a", at: at(0)) == nil)
        }
        #expect(throttle.attempt("other", from: "a", at: at(0)) == 6)
        #expect(throttle.attempt("other", from: "b", at: at(0)) == nil)
    }

    @Test func locksNobodyOutWhoSignedInFromThereBefore() {
        var throttle = SignInThrottle()
        #expect(throttle.attempt("ada", from: "home", at: at(0)) == nil)
        throttle.succeeded("ada", from: "home")
        for number in 1...20 {
            #expect(throttle.attempt("ada", from: "bot\(number)", at: at(0)) == nil)
        }
        #expect(throttle.attempt("ada", from: "bot21", at: at(0)) == 15)
        #expect(throttle.attempt("ada", from: "home", at: at(0)) == nil)
    }

    @Test func givesASuccessfulAttemptBack() {
        var throttle = SignInThrottle()
        for _ in 1...30 {
            #expect(throttle.attempt("ada", from: "home", at: at(0)) == nil)
            throttle.succeeded("ada", from: "home")
        }
    }

    @Test func staysBounded() {
        var throttle = SignInThrottle()
        for number in 0..<30_000 {
            _ = throttle.attempt("name\(number)", from: "a\(number)", at: at(Int64(number)))
        }
        #expect(throttle.count <= 20_003)
    }
}
