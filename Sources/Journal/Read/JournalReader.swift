/// Reads a journal without a lock, up to the checkpoint that it loaded.
///
/// Everything it gives out is proven by that checkpoint's root first.
package struct JournalReader: Sendable {
    let disk: any Disk
    package let keys: [VerifierKey]
    /// The tree that is read: signed by one of the keys.
    package private(set) var checkpoint: SignedCheckpoint

    /// Opens the journal in a folder.
    ///
    /// With no keys it believes the one beside the log, which proves that the journal is
    /// consistent and not whose it is.
    package init(directory: String, keys: [VerifierKey] = []) throws(JournalFault) {
        try self.init(disk: PosixDisk(root: directory), keys: keys)
    }

    package init(disk: some Disk, keys: [VerifierKey] = []) throws(JournalFault) {
        let trusted = keys.isEmpty ? [try JournalFolder.recordedKey(on: disk)] : keys
        self.disk = disk
        self.keys = trusted
        checkpoint = try JournalLoader.publishedCheckpoint(disk: disk, keys: trusted)
    }

    package var size: TreeSize { checkpoint.checkpoint.size }

    /// Loads the checkpoint that is published now.
    package mutating func refresh() throws(JournalFault) {
        let now = try JournalLoader.publishedCheckpoint(disk: disk, keys: keys)
        guard now.checkpoint.size >= size else {
            throw JournalFault(
                .behind,
                path: "checkpoint",
                "expected at least size \(size), found \(now.checkpoint.size)",
                hint: "the journal was rolled back: keep this copy and compare it with a vault"
            )
        }
        checkpoint = now
    }

    /// The entries from an index on.
    ///
    /// The tail is what lies in the write-ahead file and not yet in tiles; it may hold entries
    /// whose writer has not been answered yet.
    package func cursor(
        from start: EntryIndex,
        includingTail: Bool = false
    ) throws(JournalFault) -> EntryCursor {
        try EntryCursor(reader: self, start: start, includesTail: includingTail)
    }

    package func tiles() throws(JournalFault) -> VerifiedTiles {
        try VerifiedTiles(disk: disk, checkpoint: checkpoint.checkpoint)
    }

    /// One entry, proven.
    package func entry(_ index: EntryIndex) throws(JournalFault) -> [UInt8]? {
        var cursor = try cursor(from: index)
        return try cursor.next()?.bytes
    }
}

/// An entry and its place.
package struct JournalEntry: Hashable, Sendable {
    package let index: EntryIndex
    package let bytes: [UInt8]

    package init(index: EntryIndex, bytes: [UInt8]) {
        self.index = index
        self.bytes = bytes
    }
}
