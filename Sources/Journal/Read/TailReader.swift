/// Reads whole, signed segments behind a checkpoint, each proven against the tree before it.
///
/// What is damaged or half written ends it without an error: the writer is at work there.
struct TailReader {
    private let disk: any Disk
    private let keys: [VerifierKey]
    private var frontier: Frontier
    private var files: [WalFile] = []
    private var reading: SegmentReader?

    /// Starts behind the reader's checkpoint.
    init(reader: JournalReader) throws(JournalFault) {
        disk = reader.disk
        keys = reader.keys
        frontier = try EdgeReader.read(reader.checkpoint.checkpoint, disk: reader.disk).frontier
    }

    /// The size up to which segments were read.
    var size: TreeSize { frontier.size }

    /// The entries of the next segment; nil when none is whole.
    mutating func next() throws(JournalFault) -> [JournalEntry]? {
        while true {
            if var reader = reading {
                let item = try read(&reader)
                if case .segment(let segment, _) = item {
                    reading = reader
                    if segment.size <= frontier.size { continue }
                    return accept(segment)
                }
            }
            guard try openNext() else { return nil }
        }
    }

    /// A file that the writer has just removed ends like one that is complete.
    private func read(_ reader: inout SegmentReader) throws(JournalFault) -> SegmentReader.Item {
        do throws(JournalFault) {
            return try reader.next()
        } catch {
            guard try WalFile.all(on: disk).contains(where: { $0.path == reader.path }) else {
                return .end(offset: reader.offset)
            }
            throw error
        }
    }

    /// Moves to the file that holds the next entry, unless it is the one being read.
    private mutating func openNext() throws(JournalFault) -> Bool {
        let next = frontier.size.next
        guard let file = try WalFile.all(on: disk).last(where: { $0.first <= next }),
            file.path != reading?.path
        else { return false }
        reading = SegmentReader(disk: disk, file: file)
        return true
    }

    private mutating func accept(_ segment: Segment) -> [JournalEntry]? {
        guard segment.first == frontier.size.next,
            let entries = Framing.entries(segment.framed[...]),
            let signed = try? SignedCheckpoint(parsing: segment.note, keys: keys)
        else { return nil }
        var grown = frontier
        for entry in entries { grown.append(TreeHash.leaf(entry)) }
        guard signed.checkpoint.size == grown.size, signed.checkpoint.root == grown.root else {
            return nil
        }
        frontier = grown
        return entries.enumerated()
            .map {
                JournalEntry(index: segment.first.advanced(by: $0.offset), bytes: Array($0.element))
            }
    }
}
