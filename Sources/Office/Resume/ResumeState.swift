package import Journal
package import Vault

/// How far an office has come since it was restored, or since it changed its signing key.
///
/// Read from what its journal tells in plain just behind the tree it goes on from: the record is
/// the state, so a crash anywhere is gone on from.
package struct ResumeState: Sendable {
    /// The life that began, and the one before.
    package let incarnation: Incarnation
    package let before: IncarnationRecord.Predecessor
    /// The key that was replaced, its successor, and the tree that ends in the record of it.
    package private(set) var change: (from: VerifierKey, to: VerifierKey, size: TreeSize)?
    /// Whether every other secret of the life before was replaced, too.
    package private(set) var isContinued = false

    /// How many entries behind the restored tree may stand in front of the records: the ceremony
    /// is the first that writes.
    private static let window = 128

    /// Nil for an office that is in its first life.
    ///
    /// - Throws: `VaultFault`, `JournalFault`.
    package init?(_ directory: OfficeDirectory) throws {
        guard let record = try IncarnationRecord.read(office: directory.root),
            let before = record.predecessor
        else { return nil }
        incarnation = record.incarnation
        self.before = before
        let reader = try JournalReader(directory: directory.journal)
        // A change of key is told within the tree that both keys sign, which begins the new life.
        let back: UInt64 = before.cause == .rekeyed ? min(4, before.size.count) : 0
        var cursor = try reader.cursor(
            from: EntryIndex(before.size.count - back),
            includingTail: true
        )
        for _ in 0..<Self.window {
            guard !isContinued, let entry = try cursor.next() else { return }
            guard entry.bytes.first == EntryKind.control.rawValue,
                let control = try? ControlRecord(json: entry.bytes.dropFirst())
            else { continue }
            take(control, TreeSize(entry.index.value + 1))
        }
    }

    private mutating func take(_ record: ControlRecord, _ size: TreeSize) {
        switch record {
        case .signingKeyChanged(let from, let to, _):
            guard let from = try? VerifierKey(from), let to = try? VerifierKey(to) else { return }
            change = (from, to, size)
        case .officeContinued(let incarnation, _, _, _, _):
            isContinued = isContinued || incarnation == self.incarnation.description
        default: return
        }
    }

    /// Whether secrets are still those of a life that may be in other hands.
    package var isDue: Bool { before.cause == .restored && !isContinued }

    /// What the record of each replaced secret gives as its reason.
    var reason: String { "incarnation \(incarnation)" }

    /// That everything was replaced.
    func continued(at time: UnixTime) -> ControlRecord {
        .officeContinued(
            incarnation: incarnation.description,
            after: before.incarnation.description,
            size: before.size.count,
            root: before.root,
            time: time
        )
    }
}
