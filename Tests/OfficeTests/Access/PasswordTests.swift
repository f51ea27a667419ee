import Journal
import Testing

@testable import Office

@Suite("Passwords")
struct PasswordTests {
    @Test func areHashedWithTheParametersOfToday() {
        let hash = PasswordHash.make("correct horse battery", .system)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(PasswordHash.verify("correct horse battery", hash))
        #expect(!PasswordHash.verify("correct horse batterz", hash))
        #expect(!PasswordHash.verify("", hash))
        #expect(!PasswordHash.verify("correct horse battery", "nonsense"))
        #expect(PasswordHash.make("correct horse battery", .system) != hash)
    }

    @Test func areThoseOfTheReferenceProgram() {
        // `echo -n "password" | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 -e` of Argon2 20171227,
        // a vector of its test suite (src/test.c, version 0x13, t = 2, m = 2^16, p = 1).
        let hash =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        #expect(PasswordHash.verify("password", hash))
        #expect(!PasswordHash.verify("Password", hash))
    }

    @Test(
        "are long and not the name",
        arguments: [
            ("fourteen chars", StaffRefusal.passwordTooShort(shortest: 15, found: 14)),
            ("aaaaaaaaaaaaaaaaaaaa", .passwordGuessable),
            ("ada.fox1ada.fox2ada.fox3", .passwordGuessable),
            (
                String(repeating: "passphrase", count: 26),
                .passwordTooLong(longest: 256, found: 260)
            ),
        ]
    )
    func refuses(_ password: String, _ refusal: StaffRefusal) {
        #expect(throws: refusal) { try PasswordRule.check(password, for: "ada.fox") }
    }

    @Test(
        "are anything else",
        arguments: ["mill lane jumpers", "Zoë im Łódź 2026!", "пароль из пяти слов"]
    )
    func takes(_ password: String) throws {
        try PasswordRule.check(password, for: "ada.fox")
    }

    @Test func costAsMuchWhereNobodyHasTheName() async throws {
        let desk = PasswordDesk()
        let clock = ContinuousClock()
        let began = clock.now
        #expect(try await !desk.verify("nobody", nil))
        let unknown = clock.now - began
        // No processor hashes 19 MiB twice in less.
        #expect(unknown > .milliseconds(4))
    }
}
