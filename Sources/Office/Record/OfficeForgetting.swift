import Glibc
package import Journal
import Ledger
import Mail

/// Forgets a month's personal data in a whole office: spooled files, the ledger, the keys.
package enum OfficeForgetting {
    /// What is destroyed, as far as the office goes.
    package struct Plan: Sendable {
        package let keys: Forgetting.Plan
        /// Files in `out/` and `in/` that show the month's items, from the office's root.
        package let spooled: [String]
        /// Lodgements and uploads that were begun by then and not finished.
        package let unfinished: Int
    }

    /// Looks at what would be destroyed, and carries it out when two people have confirmed.
    ///
    /// - Throws: `ForgetRefusal`, ``OfficeFault``, or a fault of keys, journal or ledger.
    /// - Returns: What is destroyed now, and every copy that lives on, with the day it dies.
    package static func run(
        _ directory: OfficeDirectory,
        month: CalendarMonth,
        confirmations: [Forgetting.Confirmation]?,
        clock: OfficeClock
    ) async throws -> Plan {
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
    ) async throws -> Plan {
        // Whether an item of the month is open cannot be known of what is not back.
        if let gap = try EntryBook(journal).history() { throw DeskRefusal.notYetBack(gap) }
        let forgetting = journal.forgetting
        let (start, end) = (epoch.month.start.seconds, epoch.month.next.start.seconds)
        let plan = try await forgetting.plan(epoch, at: now) { _ in
            let ledger = try await posted(directory, journal)
            return try ledger.openItems(from: start * 1000, until: end * 1000)
        }
        let items = try await posted(directory, journal)
            .items(from: start * 1000, until: end * 1000)
        let spool = SpoolPurge(directory, items: items, seconds: start..<end)
        let monthEnd = Moment(milliseconds: end * 1000)
        let whole = Plan(
            keys: plan,
            spooled: try spool.files(),
            unfinished: try KeptPurge.count(directory, before: monthEnd)
        )
        guard let confirmations else { return whole }
        try Forgetting.check(confirmations, for: plan)
        // Files go while the ledger still says whose they are: a crash from here on leaves keys
        // and ledger, and forgetting again removes the rest.
        try spool.remove(whole.spooled)
        try KeptPurge.remove(directory, before: monthEnd)
        // The ledger goes before the keys: were it last, a crash would leave what it copied. A
        // crash here leaves no ledger, and the next start posts one from what can still be read.
        for suffix in ["", "-wal", "-shm"] { unsafe unlink(directory.ledger + suffix) }
        let writer = journal.writer
        try await forgetting.carryOut(plan, confirmations: confirmations, at: now) { records in
            try await writer.append(control: records)
        }
        let ledger = try await posted(directory, journal)
        // Snapshots from before still know keys of what is erased: restores begin from this one.
        try await SnapshotKeeper(
            directory,
            ledger,
            EntryBook(journal),
            clock: OfficeClock { Moment(milliseconds: now.time.seconds * 1000) }
        )
        .take()
        return whole
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
