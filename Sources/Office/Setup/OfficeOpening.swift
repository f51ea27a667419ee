package import Journal
import Ledger
package import Mail
import Rules
import Vault

/// Opens an office for work: recovers what a crash left, posts what the ledger lacks.
///
/// Starting after a crash and starting on any morning run the same code.
package enum OfficeOpening {
    /// Where the journal, its keys and the escrows are that the settings name.
    package static func place(
        _ directory: OfficeDirectory
    ) throws(OfficeFault) -> SealedJournal.Place {
        let settings = try OfficeReading.settings(directory).escrows
        return SealedJournal.Place(
            journal: directory.journal,
            keys: directory.keys,
            // A new office has none, and no journal to name them by.
            escrows: settings.isEmpty
                ? []
                : settings.escrows(
                    origin: try OfficeReading.origin(directory),
                    root: directory.root
                )
        )
    }

    /// Asks those outside whether what lies here is the newest, behind what vaults gave back; says
    /// whether nobody could vouch for it, and throws where it is not the newest.
    package typealias Admission = @Sendable () async throws -> Bool

    /// `follows` says that the caller brings history back that a restore has not: where all of it is
    /// here already, and nobody does, its ledger is posted now.
    ///
    /// - Throws: ``OfficeFault`` `office_missing` where no office lies, `office_busy` while
    ///   another command works on it, `journal_damaged` where start-up finds something wrong.
    package static func open(
        _ directory: OfficeDirectory,
        clock: OfficeClock,
        sources: SettingSources = .file,
        watch: VaultWatch? = nil,
        admit: Admission? = nil,
        follows: Bool = false,
        snapshots: SnapshotKeeper.Rhythm = SnapshotKeeper.Rhythm()
    ) async throws -> OfficeDesk {
        try OfficeReading.requireOffice(directory)
        try RestoredSettings.bringBack(directory)
        let resumed = try await ResumeCeremony.handOver(directory, clock: clock)
        let settings = try OfficeReading.settings(directory, sources: sources)
        let adopted = try await OfficeVaults.adopt(directory, clock: clock, random: .system)
        // What a vault had is here now: whoever is behind still is behind what anybody has.
        let isUnwitnessed = try await admit?() ?? false
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        let journal: SealedJournal
        do {
            journal = try await SealedJournal.open(at: try place(directory), time: time)
        } catch let fault as JournalFault {
            throw OfficeFault(fault, in: directory)
        }
        let book = EntryBook(journal)
        do {
            try await tend(journal, at: time)
            let vaults = try OfficeVaults(
                directory,
                journal.writer.journal,
                clock: clock,
                random: .system
            )
            do {
                var desk = try await desk(
                    directory,
                    settings,
                    book,
                    vaults,
                    watch,
                    adopted,
                    snapshots,
                    follows,
                    clock
                )
                if let resumed {
                    try await ResumeCeremony.replaceSecrets(
                        &desk,
                        resumed,
                        in: directory,
                        clock: clock
                    )
                }
                try await RestoredSettings.tell(directory, book, at: time)
                if isUnwitnessed { try await skipNumbers(&desk, at: clock.now()) }
                if !follows { try await finishFollowing(directory, &desk, clock) }
                return desk
            } catch {
                await vaults.stop()
                throw error
            }
        } catch {
            try? await book.close()
            throw error
        }
    }

    /// The steps before and behind a desk, for today.
    package static func steps(
        _ directory: OfficeDirectory,
        _ desk: borrowing some RecordingDesk & ~Copyable,
        at now: Moment,
        sources: SettingSources = .file
    ) throws -> (check: CheckStep, print: PrintStep) {
        guard let edition = try desk.ledger.edition() else {
            throw OfficeReading.unfinished(directory)
        }
        let print = try OfficeAssets.printStep(
            directory,
            edition: edition,
            label: try OfficeReading.settings(directory, sources: sources).label
        )
        let context = CheckContext(
            day: now.day,
            office: desk.profile,
            rates: SDRTable(try desk.ledger.sdrRates())
        )
        return (CheckStep(context: context, print: print), print)
    }

    /// Renews, weekly, what the escrows hold, and gives them what they lack.
    ///
    /// An escrow out of reach holds no document up: `posthorn keys escrow status` and `posthorn
    /// posture` tell of it.
    private static func tend(_ journal: SealedJournal, at time: UnixTime) async throws {
        guard !journal.escrow.escrows.isEmpty else { return }
        _ = try await journal.escrow.tend(table: journal.keys.table, at: time)
    }

    /// A restore has brought everything back since the desk: what is left is to post it.
    private static func finishFollowing(
        _ directory: OfficeDirectory,
        _ desk: inout OfficeDesk,
        _ clock: OfficeClock
    ) async throws {
        guard try HistoryProgress.of(journal: directory.journal)?.isWhole == true else { return }
        let follower = HistoryFollower(directory, desk.book, clock: clock)
        guard let history = try await follower.prepare() else { return }
        _ = try await desk.adopt(history, at: clock.now())
    }

    /// Nobody outside says that this is the newest of the office: another life of it may have drawn
    /// every number that was reserved by now.
    private static func skipNumbers(_ desk: inout OfficeDesk, at now: Moment) async throws {
        let resumed = OfficeResumed(
            cause: .unwitnessed,
            source: "this machine",
            size: try desk.ledger.position(),
            at: now
        )
        try await desk.record([.officeResumed(resumed)], at: now)
    }

    private static func desk(
        _ directory: OfficeDirectory,
        _ settings: OfficeSettings,
        _ book: EntryBook,
        _ vaults: OfficeVaults,
        _ watch: VaultWatch?,
        _ adopted: VaultAdoption.Report?,
        _ rhythm: SnapshotKeeper.Rhythm,
        _ follows: Bool,
        _ clock: OfficeClock
    ) async throws -> OfficeDesk {
        let now = clock.now()
        let ledger = try DeskBeginning.ledger(
            directory,
            book,
            follows: follows,
            longest: rhythm.interval * 2
        )
        try await LedgerPosting.catchUp(ledger, from: book)
        guard let profile = try ledger.officeProfile(), var edition = try ledger.edition() else {
            throw OfficeReading.unfinished(directory)
        }
        if let renewed = try OfficeAssets.renew(directory, edition: edition) {
            // A crash before this is durable leaves an asset that nothing names.
            _ = try await book.append([.editionAdopted(renewed, at: now)], at: now)
            try await LedgerPosting.catchUp(ledger, from: book)
            edition = renewed
        }
        var desk = try OfficeDesk(
            profile: profile,
            settings: settings,
            ledger: ledger,
            book: book,
            edition: edition,
            watch: watch ?? vaults.watch,
            vaults: vaults,
            snapshots: try SnapshotKeeper(
                directory,
                ledger,
                book,
                clock: clock,
                rhythm: rhythm
            )
        )
        if let adopted, adopted.adopted > 0 {
            let resumed = OfficeResumed(
                cause: .adopted,
                source: adopted.taken.joined(separator: ", "),
                size: adopted.after.count,
                at: now
            )
            try await desk.record([.officeResumed(resumed)], at: now)
        }
        return desk
    }
}

extension OfficeFault {
    /// A fault of the journal, as it looks from the office.
    init(_ fault: JournalFault, in directory: OfficeDirectory) {
        switch fault.code {
        case .locked:
            self.init(
                .officeBusy,
                "another posthorn works on \(directory.root)",
                hint: "try again when it has finished"
            )
        case .notYetBack: self.init(.notYetBack, fault.detail, hint: fault.hint)
        default:
            self.init(.journalDamaged, "\(fault)", hint: fault.hint)
        }
    }
}
