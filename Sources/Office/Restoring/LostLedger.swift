import Journal
import Vault

/// An office whose ledger is gone, and whose journal is too long to wait until it is posted anew.
///
/// It begins from its own newest desk snapshot, as a restored office does, with all of its history
/// here already: what is left is to post and to compare it.
enum LostLedger {
    /// Says in the journal's folder where the desk begins; nil where no snapshot can be used.
    static func begin(
        _ directory: OfficeDirectory,
        _ book: EntryBook
    ) throws -> RestoringRecord? {
        let folder = SnapshotFolder(office: directory.root)
        for name in try folder.names() {
            guard let snapshot = try folder.read(name),
                let file = try? SnapshotFile(snapshot.bytes),
                file.position.value <= book.durable,
                try isNamed(snapshot, behind: file.position, directory)
            else { continue }
            let record = RestoringRecord(
                incarnation: "",
                sources: [],
                size: TreeSize(book.durable),
                position: file.position,
                snapshot: name,
                sha256: snapshot.sha256,
                epochs: file.epochs
            )
            try record.write(journal: directory.journal)
            // A crash here leaves the record without its ledger: the next start begins it.
            return record
        }
        return nil
    }

    /// Whether the journal names the snapshot: whoever can write a file here can make one, and
    /// nobody can put its digest into the tree.
    private static func isNamed(
        _ snapshot: ShippedSnapshot,
        behind position: EntryIndex,
        _ directory: OfficeDirectory
    ) throws -> Bool {
        let reader = try JournalReader(directory: directory.journal)
        var cursor = try reader.cursor(from: position, includingTail: true)
        while let entry = try cursor.next() {
            guard entry.bytes.first == EntryKind.control.rawValue,
                case .snapshotDigest(_, let sha256, let size, _) = try? ControlRecord(
                    json: entry.bytes.dropFirst()
                )
            else { continue }
            if sha256 == snapshot.sha256, size == snapshot.size.count { return true }
        }
        return false
    }
}
