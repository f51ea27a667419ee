import Journal
import Ledger
import Vault

/// The ledger that an office opens with: the whole one, or one begun from the desk snapshot of a
/// restore while history is on its way.
enum DeskBeginning {
    /// `follows` says that somebody posts history behind the desk: then a ledger that was lost is
    /// made in the same way, and nobody waits for it.
    ///
    /// - Throws: ``OfficeFault`` `snapshot_unusable`, a fault of journal, keys or ledger.
    static func ledger(
        _ directory: OfficeDirectory,
        _ book: EntryBook,
        follows: Bool,
        longest: UInt64
    ) throws -> LedgerStore {
        let ledger = try LedgerStore(path: directory.ledger, origin: book.origin)
        let begins = try ledger.historyBegins()
        var found = try RestoringRecord.load(journal: directory.journal)
        if found == nil, follows, begins == 0, try ledger.position() == 0, book.durable > longest {
            found = try LostLedger.begin(directory, book)
        }
        guard let record = found else {
            // History came back without the ledger that was begun for the time until then.
            if begins > 0 { try ledger.beginAnew() }
            return ledger
        }
        if begins == record.position.value { return ledger }
        if try begins == 0 && ledger.position() > record.position.value
            && HistoryProgress.of(journal: directory.journal)?.isWhole == true
        {
            // The whole ledger was put in place, and the process ended there.
            try RestoringRecord.remove(journal: directory.journal)
            return ledger
        }
        try ledger.begin(from: try snapshot(record, directory, book))
        return ledger
    }

    /// The desk as the restore found it.
    static func snapshot(
        _ record: RestoringRecord,
        _ directory: OfficeDirectory,
        _ book: EntryBook
    ) throws -> DeskSnapshot {
        let found = try SnapshotFolder(office: directory.root).read(record.snapshot)
        guard let found, found.sha256 == record.sha256 else {
            throw unusable("expected the file snapshots/\(record.snapshot), found none such")
        }
        let bytes = try SnapshotFile(found.bytes).open(book.keys, origin: book.origin)
        do {
            let snapshot = try DeskSnapshot(bytes)
            guard snapshot.position == record.position.value else {
                throw unusable(
                    "expected a snapshot at \(record.position.value), found \(snapshot.position)"
                )
            }
            return snapshot
        } catch let flaw as DeskSnapshot.Flaw {
            throw unusable("line \(flaw.line) is not of this release's ledger")
        }
    }

    private static func unusable(_ detail: String) -> OfficeFault {
        OfficeFault(
            .snapshotUnusable,
            detail,
            hint: "bring all back first: posthorn-rescue restore VAULT --keys DIR --to DIR --all"
        )
    }
}
