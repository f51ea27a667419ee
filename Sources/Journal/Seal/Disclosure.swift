/// Receipts that show one entry's place and content to a stranger, and no other entry's.
///
/// Each is a tlog-proof whose `extra` holds `01` ‖ entry key(32) ‖ entry; an entry in parts needs
/// one for each part.
package struct Disclosure: Sendable {
    private static let version: UInt8 = 1

    package let receipts: [TlogProof]

    /// What receipts prove.
    package struct Content: Hashable, Sendable {
        package let indices: Range<EntryIndex>
        package let plaintext: [UInt8]
        /// The tree that all receipts are of.
        package let checkpoint: Checkpoint
    }

    /// Discloses the entry at `index`, which may be any of its parts.
    package init(
        of index: EntryIndex,
        from reader: JournalReader,
        keys: Keyring
    ) throws {
        guard index < reader.size.next, let found = try reader.entry(index) else {
            throw DisclosureFlaw.beyond(index, size: reader.size)
        }
        guard try EntryKind(of: found) != .control else { throw DisclosureFlaw.plain(index) }
        let isPart = found[0] == EntryKind.part.rawValue && found.count > EntryParts.headBytes
        let first = isPart ? index.advanced(by: -Int(found[1])) : index
        let indices = first..<first.advanced(by: isPart ? Int(found[2]) : 1)
        var cursor = try reader.cursor(from: first)
        var joiner = EntryJoiner()
        var entries: [[UInt8]] = []
        var whole: [UInt8] = []
        while entries.count < indices.count, let entry = try cursor.next() {
            entries.append(entry.bytes)
            whole = try joiner.add(entry.bytes) ?? whole
        }
        let origin = reader.checkpoint.checkpoint.origin
        let key = try Self.epochKey(SealedLayout.keyID(of: whole), keys, reader)
        let entryKey = try EntryOpener(origin: origin).entryKey(of: whole, key: key)
        receipts = try zip(indices, entries)
            .map { index, entry in
                try reader.receipt(for: index, extra: [Self.version] + entryKey.bytes + entry)
            }
    }

    /// Checks receipts offline, with nothing but the journal's verifier key.
    ///
    /// Whether enough witnesses saw the tree is for a `TlogPolicy` to judge.
    package static func verify(_ files: [[UInt8]], key: VerifierKey) throws -> Content {
        var joiner = EntryJoiner()
        var whole: [UInt8]?
        var entryKey: EntryKey?
        var next: EntryIndex?
        var first: EntryIndex?
        var checkpoint: Checkpoint?
        for file in files {
            let receipt = try TlogProof(parsing: file)
            guard whole == nil, next == nil || next == receipt.index,
                let extra = receipt.extra, extra.first == version,
                let found = EntryKey(bytes: Array(extra.dropFirst().prefix(32))),
                entryKey == nil || entryKey?.bytes == found.bytes
            else { throw DisclosureFlaw.unfit(receipt.index) }
            let entry = Array(extra.dropFirst(33))
            let proven = try receipt.verify(entry: entry, key: key)
            guard checkpoint.map({ $0 == proven }) ?? true else {
                throw DisclosureFlaw.unfit(receipt.index)
            }
            (checkpoint, entryKey) = (proven, found)
            first = first ?? receipt.index
            next = receipt.index.advanced(by: 1)
            whole = try joiner.add(entry)
        }
        guard let whole, let entryKey, let first, let next, let checkpoint else {
            throw DisclosureFlaw.incomplete
        }
        let plaintext = try EntryOpener(origin: checkpoint.origin).open(whole, entryKey: entryKey)
        return Content(indices: first..<next, plaintext: plaintext, checkpoint: checkpoint)
    }

    private static func epochKey(
        _ id: EpochKeyID,
        _ keys: Keyring,
        _ reader: JournalReader
    ) throws -> EpochKey {
        switch keys.lookup(id) {
        case .key(let key): return key
        case .forgotten(let epoch): throw DisclosureFlaw.erased(epoch)
        case .missing:
            let table = try EpochTable(reading: reader)
            if let epoch = table.opened[id], table.isForgotten(id) {
                throw DisclosureFlaw.erased(epoch)
            }
            throw DisclosureFlaw.keyMissing(id)
        }
    }
}

/// Why an entry cannot be disclosed, or receipts disclose nothing.
package enum DisclosureFlaw: Error, Hashable, Sendable {
    case beyond(EntryIndex, size: TreeSize)
    /// A control record: everybody reads it, there is no key to give.
    case plain(EntryIndex)
    case erased(Epoch)
    case keyMissing(EpochKeyID)
    /// The receipt discloses nothing, or does not belong to the ones before it.
    case unfit(EntryIndex)
    /// Receipts of further parts are missing.
    case incomplete
}

extension DisclosureFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .beyond(let index, let size):
            "entry \(index): expected an index below \(size)"
        case .plain(let index): "entry \(index) is a control record: its receipt shows it already"
        case .erased(let epoch): "the entry is erased: \(epoch) was forgotten"
        case .keyMissing(let id): "expected data key \(id) in keys/, found none"
        case .unfit(let index):
            "the receipt of entry \(index) discloses nothing, or belongs to another entry"
        case .incomplete: "expected a receipt for every part, found fewer"
        }
    }
}
