import Crypto
import FoundationEssentials

/// Seals plaintexts into entries (FORMAT.md, "Records and sealing"); any number of tasks at once.
package struct EntrySealer: Sendable {
    private let scope: SealScope
    private let random: RandomSource
    private let deflater = Deflater()

    package init(origin: String, random: RandomSource = .system) {
        scope = SealScope(origin: origin)
        self.random = random
    }

    /// One sealed entry, kind byte first; it may be too large for one and need `EntryParts.split`.
    ///
    /// The plaintext is canonical JSON (RFC 8785); the caller vouches for it.
    package func seal(_ plaintext: [UInt8], key: EpochKey) throws(SealFlaw) -> [UInt8] {
        guard plaintext.count <= SealedLayout.largestPlaintext else {
            throw .tooLarge(limit: SealedLayout.largestPlaintext)
        }
        return seal(deflated: deflater.deflate(plaintext), key: key, salt: random.bytes(32))
    }

    /// The step behind deflate, apart because another deflate may choose other bytes.
    func seal(deflated: [UInt8], key: EpochKey, salt: [UInt8]) -> [UInt8] {
        let expansion = EntryKey(epochKey: key, salt: salt[...], scope: scope).expand()
        guard
            let nonce = try? AES.GCM.Nonce(data: expansion.nonce),
            let box = try? AES.GCM.seal(
                deflated,
                using: expansion.key,
                nonce: nonce,
                authenticating: scope.additionalData(keyID: key.id.bytes[...])
            )
        else { preconditionFailure("AES-GCM refused to seal \(deflated.count) bytes") }
        var entry: [UInt8] = []
        entry.reserveCapacity(SealedLayout.overhead + deflated.count)
        entry.append(EntryKind.sealed.rawValue)
        entry.append(SealedLayout.version)
        entry += key.id.bytes
        entry += salt
        entry += expansion.commitment
        entry += box.ciphertext
        entry += box.tag
        return entry
    }
}
