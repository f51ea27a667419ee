package import Journal
package import Ledger
package import Mail
import Rules
import Synchronization

/// An office at work for many at once: what pages, the API and deliveries hold.
///
/// Reads go to the ledger and the journal, without a lock; whatever changes something goes through
/// the door to the one writer.
package struct ServedOffice: Sendable {
    package let directory: OfficeDirectory
    package let profile: OfficeProfile
    package let settings: OfficeSettings
    package let ledger: LedgerStore
    package let book: EntryBook
    package let door: DeskDoor
    package let bell: EventBell
    /// What was lodged since the start, by channel and outcome.
    package let counts: LodgeTally
    /// What programs asked of late.
    package let requests: RequestLog
    /// What people have begun and not finished.
    package let kept: KeptStore
    package let clock: OfficeClock
    package let random: RandomSource
    package let watch: VaultWatch
    /// Looks for damage in the journal, for as long as somebody runs it.
    package let journalWatch: JournalWatch
    /// Looks after the copies, for whoever runs it.
    package let watcher: VaultWatcher
    /// The template edition of new items.
    package let edition: String
    /// Signs what the office hands out to be brought back, such as cursors.
    package let cursorKey: [UInt8]
    /// How following goes, while history is on its way.
    package let following = FollowingState()
    let snapshots: SnapshotKeeper?
    let gate = AccessGate()
    let spool: WebhookSpool
    let post: WebhookPost
    let stationery: EditionShelf
    let judges = JudgeShelf()
    private let day = CheckDay()

    /// Opens an office and hands out what serves it, and the writer that somebody must run.
    ///
    /// - Throws: ``OfficeFault`` as ``OfficeOpening/open(_:clock:)``.
    package static func open(
        _ directory: OfficeDirectory,
        clock: OfficeClock,
        sources: SettingSources = .file,
        random: RandomSource = .system,
        watch: VaultWatch? = nil,
        admit: OfficeOpening.Admission? = nil,
        snapshots: SnapshotKeeper.Rhythm = SnapshotKeeper.Rhythm(),
        post: WebhookPost? = nil
    ) async throws -> (office: ServedOffice, writer: DeskRunner) {
        try OfficeReading.requireOffice(directory)
        let spool = try WebhookSpool(path: directory.spool)
        let kept = try KeptStore(path: directory.kept)
        let cursorKey = try ServeKey.bytes(directory, random)
        let desk = try await OfficeOpening.open(
            directory,
            clock: clock,
            sources: sources,
            watch: watch,
            admit: admit,
            follows: true,
            snapshots: snapshots
        )
        let (bell, counts) = (EventBell(), LodgeTally())
        let (profile, settings, ledger) = (desk.profile, desk.settings, desk.ledger)
        let (book, edition, watch) = (desk.book, desk.edition, desk.watch)
        let requests = try RequestLog(
            path: directory.requests,
            keptPerKey: settings.serve.api.log,
            clock: clock
        )
        let keeper = desk.snapshots
        let loop = try DeskLoop(desk, clock: clock, bell: bell, counts: counts)
        let door = loop.door
        let writer = DeskRunner(loop)
        let journalWatch = JournalWatch(
            directory,
            book.writer,
            door,
            settings.watch,
            clock: clock,
            random: random
        )
        let office = ServedOffice(
            directory: directory,
            profile: profile,
            settings: settings,
            ledger: ledger,
            book: book,
            door: door,
            bell: bell,
            counts: counts,
            requests: requests,
            kept: kept,
            clock: clock,
            random: random,
            watch: watch,
            journalWatch: journalWatch,
            watcher: VaultWatcher(directory, book, clock: clock),
            edition: edition,
            cursorKey: cursorKey,
            snapshots: keeper,
            spool: spool,
            post: post ?? .network(settings.webhooks),
            stationery: EditionShelf(directory: directory, label: settings.label)
        )
        return (office, writer)
    }

    /// As many random bytes as asked, from the source that was handed in.
    package func randomBytes(_ count: Int) -> [UInt8] { random.bytes(count) }

    /// What the rules of the day and the papers say of each, in their order.
    package func check(_ lodgings: [Lodging]) async throws -> [CheckStep.Result] {
        let now = clock.now()
        let context = try day.context(at: now) {
            CheckContext(day: now.day, office: profile, rates: SDRTable(try ledger.sdrRates()))
        }
        let step = CheckStep(context: context, print: try stationery.print(edition))
        return try await step.check(lodgings, at: now)
    }

    /// Checks and records; one outcome for each, in their order.
    ///
    /// - Throws: ``DeskRefusal``, or a fault of the office.
    package func lodge(_ lodgings: [Lodging]) async throws -> [LodgeOutcome] {
        try await door.lodge(try await check(lodgings))
    }

    /// What holds of an item's entry now.
    package func promise(of item: RecordedItem) -> Promise {
        let copies = watch.count(item.entry + 1)
        return copies == 0 ? .local : .vaulted(copies)
    }

    /// The item of that identifier, if the caller may see it.
    ///
    /// - Throws: ``DeskRefusal`` `notYetBack` where it may lie in history that is on its way.
    package func item(_ id: ItemID, for caller: Caller) async throws -> RecordedItem? {
        try await items([id], for: caller)[id]
    }

    /// Those of the items that the caller may see.
    ///
    /// - Throws: As ``item(_:for:)``.
    package func items(
        _ ids: [ItemID],
        for caller: Caller
    ) async throws -> [ItemID: RecordedItem] {
        var rows: [ItemRow] = []
        for id in ids {
            if let row = try ledger.item(id) {
                if caller.sees(row.customer) { rows.append(row) }
            } else if let gap = try restoring() {
                throw DeskRefusal.notYetBack(gap)
            }
        }
        let found = try await items(rows).compactMap(\.self)
        return Dictionary(found.map { ($0.record.id, $0) }) { first, _ in first }
    }

    /// How much of a restored office's history is back; nil when the ledger has all of it.
    package func restoring() throws -> HistoryGap? {
        try ledger.historyBegins() == 0 ? nil : try book.history()
    }

    /// The items of those rows, in their order; one whose month was forgotten is nothing.
    package func items(_ rows: [ItemRow]) async throws -> [RecordedItem?] {
        let records = try await book.records(at: rows.map(\.entry))
        return rows.map { row in
            records[row.entry].map { RecordedItem(record: $0, row: row) }
        }
    }

    /// Records that somebody did, or was refused, what not everybody may do.
    package func record(_ act: Act) async throws {
        try await door.perform { desk in try await desk.record([.acted(act)], at: act.at) }
    }
}

/// The rules' context of the day, made anew once a second: a rate that is loaded counts from then.
private final class CheckDay: Sendable {
    private let made = Mutex<(second: Int64, context: CheckContext)?>(nil)

    func context(at now: Moment, make: () throws -> CheckContext) throws -> CheckContext {
        let second = now.milliseconds / 1000
        if let made = made.withLock({ $0 }), made.second == second { return made.context }
        let context = try make()
        made.withLock { $0 = (second, context) }
        return context
    }
}

/// The editions that documents were set in, each opened once.
final class EditionShelf: Sendable {
    private let directory: OfficeDirectory
    private let label: LabelFormat
    private let open = Mutex<[String: PrintStep]>([:])

    init(directory: OfficeDirectory, label: LabelFormat) {
        self.directory = directory
        self.label = label
    }

    func print(_ edition: String) throws(OfficeFault) -> PrintStep {
        if let step = open.withLock({ $0[edition] }) { return step }
        // Two that open one edition at the same time both have it right; the later one stays.
        let step = try OfficeAssets.printStep(directory, edition: edition, label: label)
        open.withLock { $0[edition] = step }
        return step
    }
}
