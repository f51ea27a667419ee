import Synchronization

/// Puts the record that an incarnation has begun in front of the first entries it appends.
///
/// So a command that only looks leaves no trace, and the record costs no flush of its own.
final class AnnouncedWriter: Sendable {
    let journal: JournalWriter
    private let announcement: Mutex<[[UInt8]]>

    init(_ journal: JournalWriter, announcing record: ControlRecord) {
        self.journal = journal
        announcement = Mutex([record.entry])
    }

    /// Appends the entries as `JournalWriter` does, and returns their own indices.
    func append(_ entries: [[UInt8]]) async throws(JournalRefusal) -> Range<EntryIndex> {
        guard !entries.isEmpty else { throw .empty }
        let front = announcement.withLock { front in
            defer { front = [] }
            return front
        }
        do throws(JournalRefusal) {
            let range = try await journal.append(front + entries)
            return range.lowerBound.advanced(by: front.count)..<range.upperBound
        } catch {
            // The journal took nothing, or stopped: whoever is next announces.
            if !front.isEmpty { announcement.withLock { $0 = front } }
            throw error
        }
    }
}
