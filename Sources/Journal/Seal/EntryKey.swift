import Crypto
import FoundationEssentials

/// The key of a single entry: giving it away discloses that entry and no other.
package struct EntryKey: Sendable {
    package let bytes: [UInt8]

    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// HKDF-SHA256(epoch key, salt, label ‖ origin).
    init(epochKey: EpochKey, salt: ArraySlice<UInt8>, scope: SealScope) {
        let extracted = unsafe epochKey.secret.withUnsafeBytes {
            unsafe EntryKeyDerivation.extract(salt: salt, key: $0)
        }
        bytes = EntryKeyDerivation.expand(extracted, info: scope.entryKeyInfo, count: 32)
    }

    /// AES key, nonce and commitment, expanded from the entry key.
    ///
    /// Each entry key is used for one entry, so a derived nonce never meets its key twice.
    func expand() -> Expansion {
        let all = EntryKeyDerivation.expand(bytes, info: SealScope.expansionInfo, count: 76)
        return Expansion(
            key: SymmetricKey(data: all[..<32]),
            nonce: all[32..<44],
            commitment: all[44...]
        )
    }

    struct Expansion {
        let key: SymmetricKey
        let nonce: ArraySlice<UInt8>
        /// Binds the ciphertext to this one key: AES-GCM alone lets two keys open one ciphertext.
        let commitment: ArraySlice<UInt8>
    }
}

/// The journal that entries belong to: nothing sealed for one opens in another.
struct SealScope: Sendable {
    let origin: String
    let entryKeyInfo: [UInt8]

    static let expansionInfo = Array("posthorn entry v1".utf8)

    init(origin: String) {
        self.origin = origin
        entryKeyInfo = Array("posthorn entry key v1\n\(origin)".utf8)
    }

    /// Version, key id, origin.
    func additionalData(keyID: ArraySlice<UInt8>) -> [UInt8] {
        [SealedLayout.version] + keyID + Array(origin.utf8)
    }
}
