import Journal
import Testing

@testable import Office

@Suite("One-time passwords")
struct OneTimePasswordTests {
    /// The secret of RFC 6238 appendix B for SHA-1.
    static let secret = Array("12345678901234567890".utf8)

    @Test(
        "are those of RFC 6238 appendix B",
        arguments: [
            (Int64(59), "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ]
    )
    func followTheStandard(_ seconds: Int64, _ code: String) {
        #expect(OneTimePassword.code(Self.secret, at: seconds, digits: 8) == code)
        #expect(OneTimePassword.code(Self.secret, at: seconds) == String(code.suffix(6)))
    }

    @Test func fitAStepEarlyAndLateAndNeverTwice() {
        let now: Int64 = 1_234_567_890
        func step(_ offset: Int64, after last: Int64? = nil) -> Int64? {
            OneTimePassword.step(
                of: OneTimePassword.code(Self.secret, at: now + offset),
                Self.secret,
                at: now,
                after: last
            )
        }
        #expect(step(0) == now / 30)
        #expect(step(-30) == now / 30 - 1)
        #expect(step(30) == now / 30 + 1)
        #expect(step(-60) == nil)
        #expect(step(60) == nil)
        #expect(step(0, after: now / 30) == nil)
        #expect(step(-30, after: now / 30) == nil)
        #expect(step(30, after: now / 30) != nil)
    }

    @Test(
        "secrets are written as RFC 4648 says",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
        ]
    )
    func writesBase32(_ text: String, _ encoded: String) {
        #expect(Base32.text(Array(text.utf8)) == encoded)
    }

    @Test func offersASecretInTheFormThatAuthenticatorsRead() {
        let enrolment = OneTimeEnrolment(
            account: "ada.fox",
            operatorName: "Poste & Söhne",
            RandomSource { [UInt8](repeating: 0, count: $0) }
        )
        #expect(
            enrolment.uri
                == "otpauth://totp/Poste%20%26%20S%C3%B6hne:ada.fox"
                + "?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                + "&issuer=Poste%20%26%20S%C3%B6hne&algorithm=SHA1&digits=6&period=30"
        )
    }
}
