import Crypto

/// Time-based one-time passwords (RFC 6238): HMAC-SHA-1, 30 seconds, 6 digits, as every
/// authenticator app has them.
enum OneTimePassword {
    static let digits = 6
    private static let period: Int64 = 30
    /// Clocks differ, and people type: one step early or late still fits (RFC 6238 §5.2).
    private static let tolerance: Int64 = 1

    /// The password of a moment, in seconds since 1970.
    static func code(_ secret: [UInt8], at seconds: Int64, digits: Int = digits) -> String {
        code(secret, step: seconds / period, digits: digits)
    }

    /// The step whose password that is, if it lies near that moment and after `last`.
    ///
    /// Whoever looked over a shoulder finds the step used (RFC 6238 §5.2): it never fits twice.
    static func step(
        of code: String,
        _ secret: [UInt8],
        at seconds: Int64,
        after last: Int64?
    ) -> Int64? {
        let now = seconds / period
        var found: Int64?
        for step in now - tolerance...now + tolerance where step > last ?? -1 {
            if ConstantTime.equal(Self.code(secret, step: step, digits: digits), code) {
                found = step
            }
        }
        return found
    }

    /// HOTP of the step (RFC 4226 §5.3): 31 bits from where the last nibble says.
    private static func code(_ secret: [UInt8], step: Int64, digits: Int) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret))
        )
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let modulus = (0..<digits).reduce(UInt32(1)) { power, _ in power * 10 }
        let text = String((number & 0x7fff_ffff) % modulus)
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }
}
