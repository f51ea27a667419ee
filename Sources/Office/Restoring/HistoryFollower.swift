import Journal
import Ledger
package import Mail
import Vault

/// Brings a restored office's history back while it works: fetches it, posts a ledger of its own
/// from the first entry on, compares, and puts that ledger in the place of the desk's.
///
/// Broken off anywhere, it goes on where it was.
package struct HistoryFollower: Sendable {
    /// What it is doing, for those who ask.
    package enum Stage: Hashable, Sendable {
        case fetching(HistoryGap)
        case posting(UInt64, of: UInt64)

        package var text: String {
            switch self {
            case .fetching(let progress): "\(progress.text) are back"
            case .posting(let posted, let total):
                "all entries are back, \(posted) of \(total) are posted"
            }
        }

        /// Of the whole way; posting takes most of it.
        package var percent: Int {
            switch self {
            case .fetching(let gap): Int(gap.back * 30 / max(gap.total, 1))
            case .posting(let posted, let total): 30 + Int(min(posted, total) * 70 / max(total, 1))
            }
        }
    }

    private let directory: OfficeDirectory
    private let book: EntryBook
    private let clock: OfficeClock

    package init(_ directory: OfficeDirectory, _ book: EntryBook, clock: OfficeClock) {
        self.directory = directory
        self.book = book
        self.clock = clock
    }

    /// Where the ledger that is being made lies.
    private var path: String { directory.root + "/ledger-whole.sqlite" }

    /// Fetches, posts and compares; nil where there is nothing to follow.
    ///
    /// `pace` is waited for between steps, so that those who lodge are not kept waiting.
    @concurrent
    package func prepare(
        pace: @escaping @Sendable () async throws -> Void = {},
        progress: @escaping @Sendable (Stage) -> Void = { _ in }
    ) async throws -> ReturnedHistory? {
        guard let record = try RestoringRecord.load(journal: directory.journal) else { return nil }
        try await fetch(record, pace: pace, progress: progress)
        let whole = try await post(record, pace: pace, progress: progress)
        return ReturnedHistory(record: record, whole: whole, directory: directory)
    }

    private func fetch(
        _ record: RestoringRecord,
        pace: @Sendable () async throws -> Void,
        progress: @Sendable (Stage) -> Void
    ) async throws {
        guard try isMissing() else { return }
        let history = try await HistoryReturn(
            record,
            office: directory.root,
            from: try stores(record)
        )
        try await history.run(pace: pace, progress: { progress(.fetching(HistoryGap($0))) })
    }

    private func isMissing() throws -> Bool {
        try HistoryProgress.of(journal: directory.journal)?.isWhole == false
    }

    /// The vaults that were restored from, and those that the office has now.
    private func stores(_ record: RestoringRecord) throws(VaultFault) -> [any VaultStore] {
        var stores: [any VaultStore] = []
        let list = try VaultList.load(office: directory.root)
        let known = list.lines.map(\.address)
        for source in record.sources {
            let address = try VaultAddress(source.address)
            guard !known.contains(address) else { continue }
            stores.append(
                try address.open(credentials: source.credentials, clock: VaultClock(clock))
            )
        }
        // The first is the embedded one, which has nothing yet.
        let ours = try list.stores(office: directory.root, clock: VaultClock(clock)).dropFirst()
        return stores + ours
    }

    /// Posts a ledger from the first entry on, compares it on the way where the desk began, and
    /// goes on nearly to the end.
    private func post(
        _ record: RestoringRecord,
        pace: @Sendable () async throws -> Void,
        progress: @Sendable (Stage) -> Void
    ) async throws -> LedgerStore {
        let whole = try LedgerStore(path: path, origin: book.origin)
        let position = record.position.value
        func fold(before end: UInt64) async throws {
            var cursor = try book.cursor(from: try whole.position())
            try await LedgerPosting.fold(&cursor, into: whole, before: end) {
                progress(.posting(try whole.position(), of: book.durable))
                try await pace()
            }
        }
        if try whole.position() < position {
            try await fold(before: position)
            if let difference = try difference(record, whole) {
                try RestoreAlarm.raise(difference, in: directory, at: clock.now())
            }
            // A crash here compares no more: what was found wrong stands in its file.
        }
        try await fold(before: book.durable)
        return whole
    }

    /// Where the desk that the office began from differs from what history says.
    private func difference(_ record: RestoringRecord, _ whole: LedgerStore) throws -> String? {
        let epochs = try book.epochs(before: record.position.value)
        guard epochs == record.epochs else {
            return "the desk snapshot's epochs are not those of the journal"
        }
        // What was forgotten since the snapshot cannot be told again.
        guard book.keys.table.forgotten == epochs.forgotten else { return nil }
        let begun = try DeskBeginning.snapshot(record, directory, book)
        return try whole.deskSnapshot(recent: begun.recent).difference(from: begun)
            .map { difference in
                "the desk snapshot at entry \(record.position.value) is not what history says: "
                    + difference
            }
    }
}

/// A history that is back, with the ledger that was posted from all of it.
package struct ReturnedHistory: Sendable {
    let record: RestoringRecord
    let whole: LedgerStore
    let directory: OfficeDirectory

    /// How it went.
    package struct Outcome: Sendable {
        /// Where the desk snapshot said something else than the journal; nil when it did not.
        package let difference: String?
        /// Items that were lodged again while nobody could know, each with the one before it.
        package let twice: [(item: ItemID, first: ItemID)]
    }
}

extension OfficeDesk {
    /// Takes the whole ledger in place of the one that the desk began with.
    package mutating func adopt(
        _ history: ReturnedHistory,
        at now: Moment
    ) async throws -> ReturnedHistory.Outcome {
        // Nobody appends meanwhile: this is the writer's turn.
        try await LedgerPosting.catchUp(history.whole, from: book)
        // A crash here leaves both ledgers; following goes on from here.
        try ledger.giveWay(to: history.whole, origin: book.origin)
        // A crash here leaves the whole ledger and the record: the next start removes the record.
        try RestoringRecord.remove(journal: history.directory.journal)
        let size = history.record.size.count
        let alarm = try RestoreAlarm.load(history.directory)
        if alarm != nil {
            // The marks that numbers were drawn by may have been wrong.
            let resumed = OfficeResumed(
                cause: .restored,
                source: "a desk snapshot that differed",
                size: size,
                at: now
            )
            try await record([.officeResumed(resumed)], at: now)
        }
        return ReturnedHistory.Outcome(
            difference: alarm?.text,
            twice: try ledger.lodgedTwice(since: size)
        )
    }
}
