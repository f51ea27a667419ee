/// The names in `wal/`: segment files by the index of their first entry, and torn remains.
package struct WalFile: Hashable, Sendable {
    package var path: String
    /// The index that the file's first segment starts with.
    package var first: EntryIndex

    package init(first: EntryIndex) {
        let digits = String(first.value)
        path = WalFile.folder + "/" + String(repeating: "0", count: 20 - digits.count) + digits
        self.first = first
    }

    static let folder = "wal"

    /// Nil unless the name is one that `init(first:)` gives.
    init?(name: String) {
        guard name.utf8.count == 20, let first = UInt64(name) else { return nil }
        self.init(first: EntryIndex(first))
        guard path == WalFile.folder + "/" + name else { return nil }
    }

    /// All segment files, in the order of their entries.
    static func all(on disk: any Disk) throws(JournalFault) -> [WalFile] {
        try disk.list(folder).compactMap { WalFile(name: $0.name) }
            .sorted { $0.first < $1.first }
    }
}

/// What a crash left of a segment, set aside as `wal/torn-<index>-<SHA-256>`.
package struct TornTail: Hashable, Sendable {
    /// Where the bytes are kept.
    package var path: String
    /// The index that the segment's first entry would have had.
    package var first: EntryIndex
    package var bytes: Int

    init(first: EntryIndex, content: [UInt8]) {
        let hex = TreeHash.sha256(content).array.prefix(16)
            .map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        path = "\(WalFile.folder)/torn-\(first)-\(hex.joined())"
        self.first = first
        bytes = content.count
    }

    /// True when the bytes are the ones that the name was given for.
    static func isIntact(name: String, content: [UInt8]) -> Bool {
        let parts = name.split(separator: "-")
        guard parts.count == 3, parts[0] == "torn", let first = UInt64(parts[1]) else {
            return false
        }
        return TornTail(first: EntryIndex(first), content: content).path
            == "\(WalFile.folder)/\(name)"
    }
}
