import Crypto
import FoundationEssentials

/// What both sides of an X25519 stanza share (C2SP age.md, "The X25519 recipient type").
enum AgeX25519 {
    static let stanzaType = "X25519"
    private static let label = Array("age-encryption.org/v1/X25519".utf8)

    static func wrappingKey(
        shared: SharedSecret,
        share: [UInt8],
        recipient: [UInt8]
    ) -> SymmetricKey {
        shared.hkdfDerivedSymmetricKey(
            using: SHA256.self,
            salt: share + recipient,
            sharedInfo: label,
            outputByteCount: 32
        )
    }

    /// The wrapping key is used once, so its nonce is all zeros by specification.
    static func zeroNonce() throws -> ChaChaPoly.Nonce {
        try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
    }
}
