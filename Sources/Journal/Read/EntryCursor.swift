/// Walks entries in order, in memory for one bundle or one segment, however long the journal is.
///
/// Bundles are hashed and compared with proven hash tiles as they are read; segments behind the
/// checkpoint with the checkpoint that each of them carries.
package struct EntryCursor {
    private var reader: JournalReader
    private var tiles: VerifiedTiles
    private let includesTail: Bool
    /// The index of the entry that `next` gives.
    package private(set) var position: EntryIndex
    private var buffer: ArraySlice<JournalEntry> = []
    private var tail: TailReader?

    init(reader: JournalReader, start: EntryIndex, includesTail: Bool) throws(JournalFault) {
        self.reader = reader
        self.includesTail = includesTail
        position = start
        tiles = try reader.tiles()
    }

    /// The next entry, or nil at the end; a later call may find more when the tail is included.
    package mutating func next() throws(JournalFault) -> JournalEntry? {
        if buffer.isEmpty { buffer = try fill()[...] }
        guard let entry = buffer.popFirst() else { return nil }
        position = entry.index.advanced(by: 1)
        return entry
    }

    /// The entries up to the end of a bundle or a segment: what `next` would give, together.
    package mutating func nextBatch() throws(JournalFault) -> [JournalEntry] {
        if buffer.isEmpty { buffer = try fill()[...] }
        defer { buffer = [] }
        if let last = buffer.last { position = last.index.advanced(by: 1) }
        return Array(buffer)
    }

    private mutating func fill() throws(JournalFault) -> [JournalEntry] {
        if position < tiles.size.next { return try bundle() }
        guard includesTail else { return [] }
        // The writer may integrate and remove segments while we look for them: then the
        // checkpoint has grown, and the entries are in bundles.
        for _ in 0..<2 {
            if let found = try segment() { return found }
            let before = reader.size
            try reader.refresh()
            guard reader.size > before else { return [] }
            tiles = try reader.tiles()
            tail = nil
            if position < tiles.size.next { return try bundle() }
        }
        return []
    }

    private mutating func bundle() throws(JournalFault) -> [JournalEntry] {
        let tile = TilePath.holding(.entries, hash: position.value, size: tiles.size)
        let hashes = try tiles.tile(level: 0, number: tile.number)
        let bytes = try TileFile.bundle(tile, disk: reader.disk)
        guard let entries = Framing.entries(bytes[...]), entries.count == hashes.count else {
            throw JournalFault.damaged(tile.path, "expected \(hashes.count) entries, found others")
        }
        let first = tile.number * TilePath.span
        var out: [JournalEntry] = []
        for (offset, entry) in entries.enumerated() {
            let index = EntryIndex(first + UInt64(offset))
            guard TreeHash.leaf(entry) == hashes[offset] else {
                throw JournalFault.damaged(
                    tile.path,
                    "entry \(index): expected the hash \(hashes[offset]), found another"
                )
            }
            if index >= position { out.append(JournalEntry(index: index, bytes: Array(entry))) }
        }
        return out
    }

    /// The entries of the segment that holds the position; nil when there is none yet.
    private mutating func segment() throws(JournalFault) -> [JournalEntry]? {
        var tail: TailReader
        if let open = self.tail {
            tail = open
        } else {
            tail = try TailReader(reader: reader)
        }
        defer { self.tail = tail }
        while let entries = try tail.next() {
            let wanted = entries.drop { $0.index < position }
            if !wanted.isEmpty { return Array(wanted) }
        }
        return nil
    }
}
