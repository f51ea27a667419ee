import Crypto
import FoundationEssentials

/// What both sides of an X25519 stanza share (C2SP age.md, "The X25519 recipient type").
enum AgeX25519 {
    static let stanzaType = "X25519"
    private static let label = Array("age-encryption.org/v1/X25519".utf8)

    /// The shared secret, or nil when `point` has low order and would give everybody zeros.
    static func agree(scalar: [UInt8], point: [UInt8]) -> (own: [UInt8], shared: SharedSecret)? {
        guard
            let secret = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: scalar),
            let theirs = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: point),
            let shared = try? secret.sharedSecretFromKeyAgreement(with: theirs),
            unsafe shared.withUnsafeBytes({ unsafe $0.contains { $0 != 0 } })
        else { return nil }
        return (Array(secret.publicKey.rawRepresentation), shared)
    }

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
