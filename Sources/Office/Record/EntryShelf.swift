import Journal
import Mail

/// Reads entries by their index, in few passes over the journal.
struct EntryShelf {
    /// Entries this near to each other are read in one pass: a bundle is read whole anyway.
    private static let pass: UInt64 = 512

    private let cursor: (EntryIndex) throws -> SealedCursor

    init(_ cursor: @escaping (EntryIndex) throws -> SealedCursor) {
        self.cursor = cursor
    }

    /// The records of items whose entries stand at those indexes, amendments included.
    func records(at entries: [UInt64]) async throws -> [UInt64: ItemRecord] {
        try await self.entries(at: entries)
            .compactMapValues { entry in
                switch entry {
                case .itemLodged(let record): record
                case .itemAmended(let amendment): amendment.record
                default: nil
                }
            }
    }

    func entries(at entries: [UInt64]) async throws -> [UInt64: Entry] {
        var found: [UInt64: Entry] = [:]
        var wanted = Set(entries).sorted()[...]
        while let first = wanted.first {
            let near = wanted.prefix { $0 < first + Self.pass }
            wanted = wanted.dropFirst(near.count)
            try await read(Set(near), from: first, through: near.last ?? first, into: &found)
        }
        return found
    }

    private func read(
        _ wanted: Set<UInt64>,
        from first: UInt64,
        through last: UInt64,
        into found: inout [UInt64: Entry]
    ) async throws {
        var cursor = try cursor(EntryIndex(first))
        var position = first
        while position <= last {
            let batch = try await cursor.next(max: Int(last - position + 1))
            guard !batch.isEmpty else { return }
            for opened in batch {
                let index = opened.indices.lowerBound.value
                position = opened.indices.upperBound.value
                guard wanted.contains(index), case .plain(let bytes, _) = opened.content else {
                    continue
                }
                found[index] = try EntryReading.entry(bytes, at: index)
            }
        }
    }
}

/// Reads an entry's bytes, or says which entry cannot be read.
enum EntryReading {
    static func entry(_ bytes: [UInt8], at index: UInt64) throws(OfficeFault) -> Entry {
        do {
            return try Entry(bytes)
        } catch {
            throw OfficeFault(
                .entryUnreadable,
                "entry \(index): \(error)",
                hint: "if a newer release wrote it, use that release; the journal is unharmed"
            )
        }
    }
}
