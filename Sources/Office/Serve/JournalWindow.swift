import Journal
import Mail

/// What the journal shows of itself to whoever may look: its newest signed state and some entries.
package struct JournalWindow: Sendable {
    package struct Line: Sendable {
        package let index: UInt64
        /// The entry's frozen kind, or what it is to a reader without its key.
        package let kind: String
        /// RFC 6962 hash of the entry as it lies in the tree, in hexadecimal.
        package let hash: String
    }

    package let origin: String
    package let size: UInt64
    /// Root hash, as checkpoints write it.
    package let root: String
    package let verifierKeys: [String]
    package let lines: [Line]
}

extension ServedOffice {
    /// Published entries from an index on, at most so many; the newest where none is given.
    ///
    /// - Throws: ``DeskRefusal`` `notYetBack`, or what the journal threw.
    package func journalWindow(from start: UInt64?, count: Int) async throws -> JournalWindow {
        let reader = try JournalReader(directory: directory.journal)
        let checkpoint = reader.checkpoint.checkpoint
        let size = checkpoint.size.count
        let newest = size > UInt64(count) ? size - UInt64(count) : 0
        let first = min(start ?? newest, size)
        return JournalWindow(
            origin: checkpoint.origin,
            size: size,
            root: "\(checkpoint.root)",
            verifierKeys: reader.keys.map(\.description),
            lines: try await reading {
                try await lines(reader, from: first, before: min(size, first + UInt64(count)))
            }
        )
    }

    private func lines(
        _ reader: JournalReader,
        from first: UInt64,
        before end: UInt64
    ) async throws -> [JournalWindow.Line] {
        guard first < end else { return [] }
        var kinds: [UInt64: String] = [:]
        var opened = try book.cursor(from: first)
        for entry in try await opened.next(max: Int(end - first)) {
            for index in entry.indices.lowerBound.value..<entry.indices.upperBound.value {
                kinds[index] = Self.kind(of: entry.content)
            }
        }
        var lines: [JournalWindow.Line] = []
        var cursor = try reader.cursor(from: EntryIndex(first))
        while UInt64(lines.count) < end - first, let entry = try cursor.next() {
            lines.append(
                JournalWindow.Line(
                    index: entry.index.value,
                    kind: kinds[entry.index.value] ?? "part",
                    hash: Hexadecimal.text(TreeHash.leaf(entry.bytes).array)
                )
            )
        }
        return lines
    }

    private static func kind(of content: OpenedEntry.Content) -> String {
        switch content {
        case .control(let record): record.name
        case .plain(let bytes, _): (try? JSONReader.read(bytes))?["kind"]?.text ?? "unreadable"
        case .erased: "erased"
        case .locked: "locked"
        }
    }
}
