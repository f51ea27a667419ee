import Crypto
import FoundationEssentials

/// Opens sealed entries with an epoch key or one entry's key; any number of tasks at once.
package struct EntryOpener: Sendable {
    private let scope: SealScope
    private let inflater = Inflater()

    package init(origin: String) {
        scope = SealScope(origin: origin)
    }

    /// The plaintext of a whole entry (parts joined), kind byte first.
    package func open(_ entry: [UInt8], key: EpochKey) throws(SealFlaw) -> [UInt8] {
        try open(entry, entryKey: try entryKey(of: entry, key: key))
    }

    /// What to hand out so that a stranger can open this one entry.
    package func entryKey(of entry: [UInt8], key: EpochKey) throws(SealFlaw) -> EntryKey {
        try SealedLayout.check(entry)
        guard entry[SealedLayout.keyID].elementsEqual(key.id.bytes) else {
            throw .wrongKey(try SealedLayout.keyID(of: entry))
        }
        return EntryKey(epochKey: key, salt: entry[SealedLayout.salt], scope: scope)
    }

    package func open(_ entry: [UInt8], entryKey: EntryKey) throws(SealFlaw) -> [UInt8] {
        try SealedLayout.check(entry)
        let expansion = entryKey.expand()
        // Whoever reads this has the key already: there is nothing to learn from the time it takes.
        guard expansion.commitment.elementsEqual(entry[SealedLayout.commitment]) else {
            throw .wrongKey(try SealedLayout.keyID(of: entry))
        }
        let tag = entry.count - SealedLayout.tagBytes
        guard
            let nonce = try? AES.GCM.Nonce(data: expansion.nonce),
            let box = try? AES.GCM.SealedBox(
                nonce: nonce,
                ciphertext: entry[SealedLayout.ciphertext..<tag],
                tag: entry[tag...]
            ),
            let deflated = try? AES.GCM.open(
                box,
                using: expansion.key,
                authenticating: scope.additionalData(keyID: entry[SealedLayout.keyID])
            )
        else { throw .altered }
        return try inflater.inflate(deflated)
    }
}
