import FoundationEssentials
package import Ledger
package import Mail
import Rules

/// The office's single writer: the only one that draws numbers, records items and posts the ledger.
///
/// One owner holds the desk and asks it one thing at a time; it is never shared. What it answers is
/// durable.
package struct OfficeDesk: ~Copyable, Sendable {
    package let profile: OfficeProfile
    package let settings: OfficeSettings
    package let ledger: LedgerStore
    package let book: EntryBook
    /// The template edition that documents of new items are set in.
    package let edition: String
    /// The vaults in other hands, as far as the writer needs to know.
    package let watch: VaultWatch
    /// Shipping, which ends before the journal is closed.
    package let vaults: OfficeVaults?
    /// Desk snapshots; nil where nobody is to restore the office.
    package let snapshots: SnapshotKeeper?
    private(set) var numbers: NumberDesk
    /// The lane plan in force.
    package internal(set) var lanes: LaneJudge
    /// How far the queues of release plans were looked through.
    var releases = ReleaseCursors()

    package init(
        profile: OfficeProfile,
        settings: OfficeSettings,
        ledger: LedgerStore,
        book: EntryBook,
        edition: String,
        watch: VaultWatch = .none,
        vaults: OfficeVaults? = nil,
        snapshots: SnapshotKeeper? = nil
    ) throws {
        let judge = try LaneJudge(ledger, settings.calendar)
        let numbers = NumberDesk(
            try ledger.numbers(),
            vaulting: watch.outside > 0 ? try ledger.position() : nil
        )
        self.profile = profile
        self.settings = settings
        self.ledger = ledger
        self.book = book
        self.edition = edition
        self.watch = watch
        self.vaults = vaults
        self.snapshots = snapshots
        self.numbers = numbers
        lanes = judge
    }

    /// How far every series is used.
    package var numberReports: [NumberReport] { numbers.reports }

    /// Records what was checked: one outcome for each result, in their order.
    ///
    /// - Throws: What the journal or the ledger threw; then nothing of this call was answered, and
    ///   lodging the same again finds what was recorded nevertheless.
    package mutating func lodge(
        _ results: [CheckStep.Result],
        at now: Moment
    ) async throws -> [LodgeOutcome] {
        let keys = results.map(\.knownBy)
        // Whether something was lodged before is not known of what is not back yet.
        let gap = try history()
        var plan = LodgePlan(
            results,
            known: try ledger.items(keys),
            recent: gap == nil ? [] : try ledger.recentItems(keys),
            gap
        )
        let (entries, drawn) = try await decide(results, &plan, gap, at: now)
        // A crash before this returns leaves the numbers unused or the items recorded and not
        // answered: lodging again finds them.
        let appended = try await book.append(entries, at: now)
        // A crash here leaves the ledger behind the journal; the next start posts the rest.
        try post(entries, appended)
        for (position, index) in drawn.enumerated() {
            if case .itemLodged(let record) = entries[position] {
                plan.recorded(
                    index,
                    RecordedItem(record: record, entry: appended.indexes[position])
                )
            }
        }
        return try await plan.outcomes(reading: book)
    }

    /// The entries of what is to be recorded, each with its place among the results; what its lane or
    /// its series refuses is refused in the plan.
    private mutating func decide(
        _ results: [CheckStep.Result],
        _ plan: inout LodgePlan,
        _ gap: HistoryGap?,
        at now: Moment
    ) async throws -> (entries: [Entry], drawn: [Int]) {
        var (entries, drawn): ([Entry], [Int]) = ([], [])
        var tally = LaneTally(ledger)
        let moment = try LaneJudge.moment(now, ledger)
        for index in plan.toRecord {
            guard case .checked(let checked) = results[index].outcome else { continue }
            let lodging = results[index].lodging
            let customer = lodging.lodgement.customer ?? ""
            let verdict = try lanes.judge(
                LaneKey(checked.item, checked.decision, through: lodging.channel),
                customer: customer,
                at: moment,
                &tally
            )
            if case .refused(let finding) = verdict {
                // Before a number is drawn: neither that nor the reference is used.
                plan.refuse(index, [finding])
                continue
            }
            do {
                let record = try await number(checked, lodging, verdict, gap, at: now)
                if let use = verdict.use { try tally.add(use, customer) }
                entries.append(.itemLodged(record))
                drawn.append(index)
            } catch let refusal as NumberDesk.Refusal {
                plan.refuse(index, [refusal.finding])
            }
        }
        return (entries, drawn)
    }

    /// Records entries that are decided already: digests of what was issued, reprints, rates.
    package mutating func record(_ entries: [Entry], at now: Moment) async throws {
        guard !entries.isEmpty else { return }
        let appended = try await book.append(entries, at: now)
        try post(entries, appended)
        for entry in entries {
            switch entry {
            // Not read back from the ledger: numbers drawn in the call under way stand only here.
            case .numbersReserved(let mark): numbers.recorded(mark, before: appended.end)
            case .numbersLoaded, .officeResumed:
                numbers = NumberDesk(
                    try ledger.numbers(),
                    vaulting: watch.outside > 0 ? appended.end : nil
                )
            case .lanePlanChanged, .capacitySet, .advisoryPublished, .advisoryEnded:
                try lanes.reload(ledger)
            default: continue
            }
        }
    }

    /// Publishes everything, lets go of the journal, and brings every vault that answers up to it.
    ///
    /// - Returns: Which vaults lag, in words.
    @discardableResult
    package consuming func close() async throws -> [String] {
        await snapshots?.finish()
        await vaults?.stop()
        try await book.close()
        // A crash here leaves vaults behind; the next start goes on from where they are.
        return await vaults?.settle() ?? []
    }

    /// How much of a restored office's history is back; nil when the ledger has all of it.
    package func history() throws -> HistoryGap? {
        try ledger.historyBegins() == 0 ? nil : try book.history()
    }

    /// What to say of something that is not in the ledger: that it is unknown, or not back yet.
    func absent(_ unknown: DeskRefusal) throws -> DeskRefusal {
        try history().map { .notYetBack($0) } ?? unknown
    }

    /// The item of that identifier, read from the journal.
    ///
    /// - Throws: ``DeskRefusal`` `notYetBack` where it may lie in history that is on its way.
    package func item(_ id: ItemID) async throws -> RecordedItem? {
        guard let row = try ledger.item(id) else {
            if let gap = try history() { throw DeskRefusal.notYetBack(gap) }
            return nil
        }
        return try await book.records(at: [row.entry])[row.entry]
            .map { RecordedItem(record: $0, row: row) }
    }

    private func post(_ entries: [Entry], _ appended: EntryBook.Appended) throws {
        guard !entries.isEmpty else { return }
        try ledger.post(
            zip(entries, appended.indexes).map { PostedEntry(index: $1, content: .entry($0)) },
            next: appended.end
        )
        snapshots?.posted(appended.end)
    }

    private mutating func number(
        _ checked: CheckedLodgement,
        _ lodging: Lodging,
        _ verdict: LaneVerdict,
        _ gap: HistoryGap?,
        at now: Moment
    ) async throws -> ItemRecord {
        let item = checked.item
        let series = try numbers.series(
            for: item.product,
            hasDeclaration: item.declaration != nil
        )
        if let mark = numbers.mark(for: 1, of: series) {
            try await record([.numbersReserved(mark)], at: now)
            // A crash here leaves a mark above numbers that were never drawn.
        }
        try await secure(series)
        return try ItemRecord(
            id: try numbers.draw(series),
            channel: lodging.channel,
            state: verdict.isHeld ? .held : state(of: checked, lodging),
            office: profile,
            edition: edition,
            key: lodging.key,
            lodgement: lodging.lodgement,
            decision: checked.decision,
            copies: settings.copies(of: checked.decision.form, to: item.addressee.country),
            label: settings.label,
            warnings: checked.warnings + (verdict.finding.map { [$0] } ?? [])
                + (gap.flatMap { lodging.key.doubt($0) } ?? []),
            request: lodging.request,
            use: verdict.use,
            lodgedAt: now
        )
    }

    /// Waits until the mark above the next number of the series is in a vault in other hands: an
    /// office that is restored from there skips everything below it.
    private mutating func secure(_ series: NumberSeries) async throws {
        guard let end = numbers.mustBeVaulted(series) else { return }
        // Without any vault the mark on this disk is all there is, as for an office that names none.
        if watch.trusted() > 0, watch.count(end) == 0 {
            let isThere = await watch.wait(end, 1)
            guard isThere || watch.trusted() == 0 else {
                throw DeskRefusal.vaultUnavailable(wanted: 1, found: 0)
            }
        }
        numbers.vaulted(before: end)
    }

    private func state(of checked: CheckedLodgement, _ lodging: Lodging) -> ItemState {
        if checked.isHeld { return .held }
        return lodging.channel == .counter ? .accepted : .lodged
    }
}

extension CheckStep.Result {
    fileprivate var knownBy: (customer: String, key: LodgementKey) {
        (lodging.lodgement.customer ?? "", lodging.key)
    }
}

extension NumberDesk.Refusal {
    fileprivate var finding: Finding {
        switch self {
        case .noRange(let service):
            Finding(.numbersExhausted, at: "/product", ["series": String(service.letter)])
        case .exhausted(let series):
            Finding(.numbersExhausted, at: "/product", ["series": series.text])
        }
    }
}
