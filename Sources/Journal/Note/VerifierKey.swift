import Crypto

/// The public key of a log or of a witness, as C2SP signed-note writes it: `name+hash+base64`.
package struct VerifierKey: Hashable, Sendable {
    /// What a signature of this key states; the first byte of the encoded key.
    package enum Algorithm: UInt8, Hashable, Sendable {
        /// Ed25519 over the note's text.
        case ed25519 = 0x01
        /// Ed25519 over a time and a checkpoint: a witness's timestamped cosignature.
        case cosignature = 0x04
    }

    /// Why a text is no verifier key, the first that applies.
    package enum Flaw: String, Error, Hashable, CaseIterable, Sendable {
        case malformed
        case unknownAlgorithm = "unknown_algorithm"
        case keyLength = "key_length"
        case wrongHash = "wrong_hash"
    }

    package let name: String
    package let algorithm: Algorithm
    /// 32 bytes of Ed25519 public key.
    package let key: [UInt8]
    /// The first four bytes of SHA-256(name ‖ "\n" ‖ algorithm ‖ key), which signatures carry.
    package let id: UInt32

    package init(name: String, algorithm: Algorithm, key: [UInt8]) throws(Flaw) {
        guard VerifierKey.isName(name) else { throw .malformed }
        guard key.count == 32 else { throw .keyLength }
        self.name = name
        self.algorithm = algorithm
        self.key = key
        let digest = TreeHash.sha256(Array(name.utf8) + [0x0A, algorithm.rawValue] + key)
        id = (0..<4).reduce(0) { $0 << 8 | UInt32(digest.bytes[$1]) }
    }

    package init(_ text: some StringProtocol) throws(Flaw) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8, let hash = UInt32(parts[1], radix: 16),
            let first = Base64.decode(parts[2].prefix(4))?.first
        else { throw .malformed }
        guard let algorithm = Algorithm(rawValue: first) else { throw .unknownAlgorithm }
        // 33 bytes are 44 letters.
        guard parts[2].utf8.count == 44 else { throw .keyLength }
        guard let raw = Base64.decode(parts[2]) else { throw .malformed }
        try self.init(name: String(parts[0]), algorithm: algorithm, key: Array(raw.dropFirst()))
        guard id == hash else { throw .wrongHash }
        // One key, one spelling: the hash is in lower case.
        guard description.utf8.elementsEqual(text.utf8) else { throw .malformed }
    }

    /// A name is not empty and has no plus sign, white space or control character.
    package static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && !$0.properties.isWhitespace && $0.value >= 0x20 && $0.value != 0x7F
            }
    }

    /// True when the 64 bytes are this key's Ed25519 signature of the message.
    func accepts(_ signature: some Collection<UInt8>, of message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else {
            return false
        }
        return key.isValidSignature(Array(signature), for: message)
    }
}

extension VerifierKey: CustomStringConvertible {
    package var description: String {
        let hash = String(id, radix: 16)
        let padded = String(repeating: "0", count: 8 - hash.utf8.count) + hash
        return "\(name)+\(padded)+\(Base64.encode([algorithm.rawValue] + key))"
    }
}
