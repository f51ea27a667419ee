package import Journal

/// What the office's desk looked like at a size: bytes of the office, opaque here.
package struct DeskSnapshot: Hashable, Sendable {
    package let size: TreeSize
    package let bytes: [UInt8]

    package init(size: TreeSize, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }

    package var sha256: [UInt8] { TreeHash.sha256(bytes).array }

    package func object(in layout: VaultLayout) -> VaultObject {
        VaultObject(layout.snapshot(size, sha256: sha256), bytes, term: .history)
    }
}

extension Salvage {
    /// The newest snapshot that the journal itself names, with all entries behind it.
    ///
    /// A snapshot counts only when a `snapshot digest` record behind its size has its hash: whoever
    /// can write to a vault can put one there, and nobody can put the record into the tree.
    package func snapshot(
        provenBy edge: ProvenEdge
    ) async -> (
        snapshot: DeskSnapshot, entries: [JournalEntry]
    )? {
        var found: DeskSnapshot?
        var entries: [JournalEntry] = []
        await walk(layout.snapshots) { name in
            let words = name.dropFirst(layout.snapshots.count).split(separator: "-")
            guard words.count == 2, let size = FixedHex.decodeInverted(words[0]),
                size <= edge.signed.checkpoint.size.count,
                let bytes = await copies(of: name)
                    .first(where: {
                        Hexadecimal.encode(TreeHash.sha256($0).array) == words[1]
                    })
            else {
                notes.add(junk: name)
                return true
            }
            let snapshot = DeskSnapshot(size: TreeSize(size), bytes: bytes)
            guard let behind = await self.entries(from: snapshot.size, provenBy: edge),
                behind.contains(where: { snapshot.isNamed(by: $0.bytes) })
            else { return true }
            found = snapshot
            entries = behind
            return false
        }
        return found.map { ($0, entries) }
    }

    /// The entries from a size to the end, each proven.
    package func entries(
        from start: TreeSize,
        provenBy edge: ProvenEdge
    ) async -> [JournalEntry]? {
        var out: [JournalEntry] = []
        var number = start.count / TilePath.span
        while number < edge.bundles {
            guard let bundle = await bundle(number, provenBy: edge) else { return nil }
            out += Salvage.entries(bundle.bytes, first: number * TilePath.span)
            number += 1
        }
        out += Salvage.entries(edge.tail, first: edge.bundles * TilePath.span)
        return out.filter { $0.index >= start.next }
    }

    private static func entries(_ framed: [UInt8], first: UInt64) -> [JournalEntry] {
        (Framing.entries(framed[...]) ?? []).enumerated()
            .map {
                JournalEntry(
                    index: EntryIndex(first + UInt64($0.offset)),
                    bytes: Array($0.element)
                )
            }
    }
}

extension DeskSnapshot {
    /// Whether an entry is the control record that names this snapshot.
    fileprivate func isNamed(by entry: [UInt8]) -> Bool {
        guard entry.first == EntryKind.control.rawValue,
            case .snapshotDigest(_, let sha256, let size, _) = try? ControlRecord(
                json: entry.dropFirst()
            )
        else { return false }
        return sha256 == self.sha256 && size == self.size.count
    }
}
