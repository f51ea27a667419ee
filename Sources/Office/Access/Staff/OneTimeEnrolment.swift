import Journal

/// A secret that is offered to a person's authenticator, until a code shows that it arrived.
package struct OneTimeEnrolment: Hashable, Sendable {
    let secret: [UInt8]
    let account: String
    let operatorName: String

    /// 160 bits, as RFC 4226 §4 recommends.
    init(account: String, operatorName: String, _ random: RandomSource) {
        secret = random.bytes(20)
        self.account = account
        self.operatorName = operatorName
    }

    /// The secret as people type it where they cannot scan.
    package var secretText: String { Base32.text(secret) }

    /// What the QR code says (the key URI format that authenticator apps read).
    package var uri: String {
        let issuer = Self.escaped(operatorName)
        return "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(secretText)"
            + "&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }

    private static func escaped(_ text: String) -> String {
        let plain = Base62.digits + Array("-._~".utf8)
        return text.utf8.reduce(into: "") { result, byte in
            if plain.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + Hexadecimal.text([byte]).uppercased()
            }
        }
    }
}

/// RFC 4648 base 32 without padding.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (held, count) = (UInt32(0), 0)
        for byte in bytes {
            held = held << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(digits[Int(held >> UInt32(count) & 31)])
            }
        }
        if count > 0 { text.append(digits[Int(held << UInt32(5 - count) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
