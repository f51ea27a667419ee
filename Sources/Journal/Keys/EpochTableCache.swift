/// The fold of a journal's epochs up to some size, so that a start need not read all of it.
///
/// Disposable: it is believed only when the journal had that very root at that size.
struct EpochTableCache {
    private static let name = "epochs.table"
    /// Entries that are read again rather than saved again.
    private static let stride: UInt64 = 4_096

    private let files: any KeyFiles

    init(files: any KeyFiles) {
        self.files = files
    }

    /// What is known of the entries below the index; nothing when the cache is of no use.
    func load(for reader: JournalReader) -> (table: EpochTable, end: EntryIndex) {
        let nothing = (EpochTable(), EntryIndex(0))
        guard let bytes = try? files.read(Self.name) else { return nothing }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first else { return nothing }
        let words = String(decoding: head, as: UTF8.self).split(separator: " ")
        guard words.count == 2, let count = UInt64(words[0]), count <= reader.size.count,
            let root = Base64.decode(words[1]).flatMap({ Digest($0) }),
            (try? reader.root(at: TreeSize(count))) == root
        else { return nothing }
        guard let table = try? EpochTable(lines: lines.dropFirst()) else { return nothing }
        return (table, EntryIndex(count))
    }

    /// Saves the table of everything that `reader` sees, when it is worth while.
    func save(_ table: EpochTable, for reader: JournalReader, before: EntryIndex) {
        guard reader.size.count >= before.value + Self.stride else { return }
        var bytes = Array("\(reader.size) \(reader.checkpoint.checkpoint.root)\n".utf8)
        bytes += table.lines
        // Nothing is lost without it but the time to read the journal at the next start.
        try? files.write(Self.name, bytes)
    }
}
