import Glibc
package import Journal
import Ledger
import Mail

/// Forgets a month's personal data in a whole office: keys, then everything posted from them.
package enum OfficeForgetting {
    /// Looks at what would be destroyed, and carries it out when two people have confirmed.
    ///
    /// - Throws: `ForgetRefusal`, ``OfficeFault``, or a fault of keys, journal or ledger.
    /// - Returns: What is destroyed now, and every copy that lives on, with the day it dies.
    package static func run(
        _ directory: OfficeDirectory,
        month: CalendarMonth,
        confirmations: [Forgetting.Confirmation]?,
        clock: OfficeClock
    ) async throws -> Forgetting.Plan {
        try OfficeReading.requireOffice(directory)
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        let journal: SealedJournal
        do {
            journal = try await SealedJournal.open(
                at: try OfficeOpening.place(directory),
                time: time
            )
        } catch let fault as JournalFault {
            throw OfficeFault(fault, in: directory)
        }
        do {
            let plan = try await run(
                directory,
                Epoch(month: month, entryClass: .personal),
                confirmations,
                ClockReading(unchecked: time),
                journal
            )
            try await journal.close()
            return plan
        } catch {
            try? await journal.close()
            throw error
        }
    }

    private static func run(
        _ directory: OfficeDirectory,
        _ epoch: Epoch,
        _ confirmations: [Forgetting.Confirmation]?,
        _ now: ClockReading,
        _ journal: SealedJournal
    ) async throws -> Forgetting.Plan {
        let forgetting = journal.forgetting
        let plan = try await forgetting.plan(epoch, at: now) { epoch in
            let ledger = try await posted(directory, journal)
            return try ledger.openItems(
                from: epoch.month.start.seconds * 1000,
                until: epoch.month.next.start.seconds * 1000
            )
        }
        guard let confirmations else { return plan }
        try Forgetting.check(confirmations, for: plan)
        // The ledger goes first: were it last, a crash would leave what it copied. A crash from
        // here on leaves no ledger, and the next start posts one from what can still be read.
        for suffix in ["", "-wal", "-shm"] { unsafe unlink(directory.ledger + suffix) }
        let writer = journal.writer
        try await forgetting.carryOut(plan, confirmations: confirmations, at: now) { records in
            try await writer.append(control: records)
        }
        _ = try await posted(directory, journal)
        return plan
    }

    /// The ledger with everything in it that the journal says.
    private static func posted(
        _ directory: OfficeDirectory,
        _ journal: SealedJournal
    ) async throws -> LedgerStore {
        let book = EntryBook(journal)
        let ledger = try LedgerStore(path: directory.ledger, origin: book.origin)
        try await LedgerPosting.catchUp(ledger, from: book)
        return ledger
    }
}
