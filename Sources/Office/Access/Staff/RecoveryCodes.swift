import Crypto
import Journal

/// Codes on paper that each stand in once for a one-time password.
enum RecoveryCodes {
    static let count = 10

    /// 80 random bits in groups of four: `K7QD-…`; random, so that no slow hash is needed.
    static func make(_ random: RandomSource) -> [String] {
        (0..<count)
            .map { _ in
                let text = Array(Base32.text(random.bytes(10)).utf8)
                return stride(from: 0, to: 16, by: 4)
                    .map { String(decoding: text[$0..<$0 + 4], as: UTF8.self) }
                    .joined(separator: "-")
            }
    }

    /// What is kept of a code, however people wrote it.
    static func digest(_ code: String) -> String {
        let kept = code.uppercased().utf8.filter { Base62.digits.contains($0) }
        return Hexadecimal.text(SHA256.hash(data: Array(kept)))
    }
}
