import Crypto
import Journal
package import Mail

/// The secret of a link that works once: 190 bits, of which SHA-256 alone is kept.
package struct SecretLink: Hashable, Sendable {
    /// What stands in the link after `token=`.
    package let token: String
    package let expiresAt: Moment

    init(_ random: RandomSource, expiresAt: Moment) {
        token = String(decoding: Base62.unpredictable(32, random), as: UTF8.self)
        self.expiresAt = expiresAt
    }

    /// The page that takes the link, behind the office's address.
    package var path: String { "/set-up?token=\(token)" }

    var digest: String { Self.digest(token) }

    static func digest(_ token: String) -> String {
        Hexadecimal.text(SHA256.hash(data: Array(token.utf8)))
    }
}
