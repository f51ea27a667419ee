import Crypto

/// The four-round cipher between a secret and what is shared; its key is the passphrase.
///
/// Ours is empty: the shares are the protection. Reading others' shares needs it all the same.
struct ShareCipher {
    let identifier: Int
    let exponent: Int
    let isExtendable: Bool

    func encrypt(_ secret: [UInt8], passphrase: [UInt8] = []) -> [UInt8] {
        run(secret, passphrase, [0, 1, 2, 3])
    }

    func decrypt(_ shared: [UInt8], passphrase: [UInt8] = []) -> [UInt8] {
        run(shared, passphrase, [3, 2, 1, 0])
    }

    private func run(_ input: [UInt8], _ passphrase: [UInt8], _ rounds: [UInt8]) -> [UInt8] {
        var left = Array(input[..<(input.count / 2)])
        var right = Array(input[(input.count / 2)...])
        for round in rounds {
            let key = derive(password: [round] + passphrase, salt: salt + right, count: left.count)
            (left, right) = (right, zip(left, key).map { $0 ^ $1 })
        }
        return right + left
    }

    private var salt: [UInt8] {
        isExtendable
            ? [] : Array("shamir".utf8) + [UInt8(identifier >> 8), UInt8(identifier & 0xFF)]
    }

    /// PBKDF2 (RFC 8018) with HMAC-SHA256.
    private func derive(password: [UInt8], salt: [UInt8], count: Int) -> [UInt8] {
        let key = SymmetricKey(data: password)
        var out: [UInt8] = []
        var block: UInt8 = 0
        while out.count < count {
            block += 1
            var last = Array(
                HMAC<SHA256>.authenticationCode(for: salt + [0, 0, 0, block], using: key)
            )
            var sum = last
            for _ in 1..<(2_500 << exponent) {
                last = Array(HMAC<SHA256>.authenticationCode(for: last, using: key))
                for index in sum.indices { sum[index] ^= last[index] }
            }
            out += sum
        }
        return Array(out[..<count])
    }
}

extension SecretShare {
    /// Four bytes by which whoever combines shares sees that they belong together.
    static func digest(_ salt: [UInt8], _ shared: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: shared, using: SymmetricKey(data: salt))
        return Array(code.prefix(4))
    }
}
