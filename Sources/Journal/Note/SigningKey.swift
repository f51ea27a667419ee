import Crypto

/// Whoever signs checkpoints: the office's Ed25519 key, or a stub in the simulation.
package protocol NoteSigner: Sendable {
    var verifierKey: VerifierKey { get }
    /// The signature's bytes, without the key's hash.
    func signature(of text: [UInt8]) throws -> [UInt8]
}

/// The journal's Ed25519 signing key, written `PRIVATE+KEY+name+hash+base64`.
///
/// The same key and text always give the same signature (RFC 8032), so a journal can be
/// reproduced byte for byte.
package struct SigningKey: NoteSigner {
    package let verifierKey: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    package init(name: String, seed: [UInt8]) throws(VerifierKey.Flaw) {
        guard seed.count == 32,
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { throw .keyLength }
        self.key = key
        verifierKey = try VerifierKey(
            name: name,
            algorithm: .ed25519,
            key: Array(key.publicKey.rawRepresentation)
        )
    }

    package init(_ text: some StringProtocol) throws(VerifierKey.Flaw) {
        let prefix = "PRIVATE+KEY+"
        guard text.hasPrefix(prefix) else { throw .malformed }
        let parts = text.dropFirst(prefix.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let raw = Base64.decode(parts[2]), let first = raw.first,
            let hash = UInt32(parts[1], radix: 16), parts[1].utf8.count == 8
        else { throw .malformed }
        guard first == VerifierKey.Algorithm.ed25519.rawValue else { throw .unknownAlgorithm }
        try self.init(name: String(parts[0]), seed: Array(raw.dropFirst()))
        guard verifierKey.id == hash else { throw .wrongHash }
    }

    package func signature(of text: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: text))
    }

    /// The secret text; whoever has it signs in this journal's name.
    package var secretText: String {
        let parts = verifierKey.description.split(separator: "+", maxSplits: 2)
        let secret: [UInt8] =
            [VerifierKey.Algorithm.ed25519.rawValue] + Array(key.rawRepresentation)
        return "PRIVATE+KEY+\(parts[0])+\(parts[1])+\(Base64.encode(secret))"
    }
}
