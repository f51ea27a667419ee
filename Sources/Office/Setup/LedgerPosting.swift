import Journal
import Ledger
import Mail

/// Posts what the ledger lacks from the journal: after a crash, after it was deleted, and always.
enum LedgerPosting {
    private static let batch = 2048

    /// - Throws: when an entry cannot be read or the ledger cannot be written.
    static func catchUp(_ ledger: LedgerStore, from book: EntryBook) async throws {
        var cursor = try book.cursor(from: try ledger.position())
        try await fold(&cursor, into: ledger, before: .max)
    }

    /// Posts the cursor's entries up to an index; `pace` is waited for behind each batch.
    ///
    /// While one batch is posted the next one is read and opened: posting has one core for itself.
    static func fold(
        _ cursor: inout SealedCursor,
        into ledger: LedgerStore,
        before end: UInt64,
        pace: () async throws -> Void = {}
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { posting in
            while cursor.position.value < end {
                let most = min(UInt64(batch), end - cursor.position.value)
                let opened = try await cursor.next(max: Int(most))
                // An entry in several parts takes several indices: what was read may reach further.
                let within = opened.prefix { $0.indices.upperBound.value <= end }
                guard let last = within.last else { break }
                let entries = try await inParallel(Array(within), posted).compactMap(\.self)
                let next = last.indices.upperBound.value
                // Batches are posted one after another, in the journal's order.
                try await posting.next()
                // A crash here leaves the ledger at its position; the next start goes on from there.
                posting.addTask { try ledger.post(entries, next: next) }
                guard within.count == opened.count else { break }
                try await pace()
            }
            try await posting.waitForAll()
        }
    }

    /// The entry as the ledger takes it; control records say nothing of mail.
    private static func posted(_ opened: OpenedEntry) throws -> PostedEntry? {
        let index = opened.indices.lowerBound.value
        switch opened.content {
        case .control, .locked: return nil
        case .erased: return PostedEntry(index: index, content: .erased)
        case .plain(let bytes, _):
            return PostedEntry(
                index: index,
                content: .entry(try EntryReading.entry(bytes, at: index))
            )
        }
    }
}
