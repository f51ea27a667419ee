import Crypto
import FoundationEssentials

/// The passphrase's cipher of SLIP-39: four rounds of Feistel, each a PBKDF2 of HMAC-SHA-256.
///
/// We use no passphrase (one more thing to lose); the rounds are there because the standard has
/// them and other tools expect them.
enum ShareCipher {
    private static let rounds = 4
    private static let baseIterations = 10_000

    /// What one set of shares has in common.
    struct Setting: Hashable, Sendable {
        /// 15 bits that tell this set from others.
        let identifier: UInt16
        let isExtendable: Bool
        /// The passphrase's work doubles with each step, 0 to 15.
        let iterationExponent: Int
    }

    static func encrypt(_ secret: [UInt8], _ passphrase: [UInt8], _ setting: Setting) -> [UInt8] {
        run(secret, passphrase, setting, rounds: Array(0..<rounds))
    }

    static func decrypt(_ secret: [UInt8], _ passphrase: [UInt8], _ setting: Setting) -> [UInt8] {
        run(secret, passphrase, setting, rounds: (0..<rounds).reversed())
    }

    private static func run(
        _ secret: [UInt8],
        _ passphrase: [UInt8],
        _ setting: Setting,
        rounds: [Int]
    ) -> [UInt8] {
        precondition(secret.count % 2 == 0 && secret.count <= 64, "two halves of up to 32 bytes")
        let salt: [UInt8] =
            setting.isExtendable
            ? []
            : Array("shamir".utf8)
                + [UInt8(setting.identifier >> 8), UInt8(truncatingIfNeeded: setting.identifier)]
        let iterations = (baseIterations << setting.iterationExponent) / Self.rounds
        var left = Array(secret.prefix(secret.count / 2))
        var right = Array(secret.suffix(secret.count / 2))
        for round in rounds {
            let mask = key(
                [UInt8(round)] + passphrase,
                salt: salt + right,
                iterations: iterations
            )
            (left, right) = (right, zip(left, mask).map { $0 ^ $1 })
        }
        return right + left
    }

    /// PBKDF2 (RFC 8018) with HMAC-SHA-256, its first block: 32 bytes.
    private static func key(_ password: [UInt8], salt: [UInt8], iterations: Int) -> [UInt8] {
        // The keyed state is copied each time: hashing the password anew doubles the work.
        let keyed = HMAC<SHA256>(key: SymmetricKey(data: password))
        var first = keyed
        first.update(data: salt + [0, 0, 0, 1])
        var link = Array(first.finalize())
        var block = link
        for _ in 1..<iterations {
            var hmac = keyed
            hmac.update(data: link)
            unsafe hmac.finalize()
                .withUnsafeBytes { bytes in
                    for index in 0..<bytes.count {
                        let byte = unsafe bytes[index]
                        link[index] = byte
                        block[index] ^= byte
                    }
                }
        }
        return block
    }
}
