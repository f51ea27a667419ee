import Glibc
package import Journal
import Ledger

/// Hashes an office's journal again, whole, and compares its ledger with a fresh fold of it.
package enum OfficeVerification {
    package static func run(
        _ directory: OfficeDirectory,
        trust: CheckTrust
    ) async throws -> VerificationReport {
        try OfficeReading.requireOffice(directory)
        let check: CheckReport
        do {
            check = try JournalCheck.run(directory: directory.journal, trust: trust)
        } catch {
            throw OfficeFault(error, in: directory)
        }
        // A fold of a damaged journal would stop at the damage; that is reported already.
        let ledger: VerificationReport.LedgerVerdict
        if check.isWhole {
            ledger = check.history == nil ? try await compareLedger(directory) : .partial
        } else {
            ledger = .notCompared
        }
        return VerificationReport(check: check, ledger: ledger)
    }

    private static func compareLedger(
        _ directory: OfficeDirectory
    ) async throws -> VerificationReport.LedgerVerdict {
        guard unsafe access(directory.ledger, F_OK) == 0 else { return .absent }
        let reader = try JournalReader(directory: directory.journal)
        let origin = reader.checkpoint.checkpoint.origin
        let ledger = try LedgerStore(path: directory.ledger, origin: origin)
        let fresh = directory.root + "/.ledger-verify-\(getpid()).sqlite"
        defer {
            for suffix in ["", "-wal", "-shm"] { unsafe unlink(fresh + suffix) }
        }
        let folded = try LedgerStore(path: fresh, origin: origin)
        let keys = try OfficeOpening.place(directory).keys
            .keyring(table: try EpochTable(reading: reader))
        let end = try ledger.position()
        var cursor = try SealedCursor(
            reader,
            from: EntryIndex(0),
            includingTail: true,
            keys: keys
        )
        try await LedgerPosting.fold(&cursor, into: folded, before: end)
        let differences = try ledger.differences(from: folded)
        return differences.isEmpty ? .agrees(entries: end) : .differs(differences)
    }
}
