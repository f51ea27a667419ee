import Foundation
import Journal
import Ledger
import Mail
import Synchronization
import Testing
import Vault

@testable import Office

@Suite("The desk first")
struct DeskFirstTests {
    @Test("a burned office issues the next document before its history is back")
    func worksAtOnce() async throws {
        let disaster = try await Disaster()
        let report = try await disaster.restore()
        #expect(report.isDone && report.plan.present < report.plan.size.count)
        let old = try #require(disaster.items.first)
        let last = try #require(disaster.items.last)

        var desk = try await disaster.open()
        let gap = try #require(try desk.history())
        #expect(gap.total == report.plan.size.count && gap.back == report.plan.present)
        await #expect(throws: DeskRefusal.notYetBack(gap)) { _ = try await desk.item(old) }
        let new = try await disaster.lodge(5_000..<5_010, on: &desk)
        #expect(Set(new).isDisjoint(with: disaster.items) && new.count == 10)
        #expect(try await !disaster.papers(of: try #require(new.first), on: &desk).isEmpty)
        // What lies behind the snapshot is back at once.
        #expect(try await disaster.papers(of: last, on: &desk) == disaster.papers[last])

        let outcome = try await disaster.follow(&desk)
        #expect(outcome.difference == nil && outcome.twice.isEmpty)
        #expect(try desk.history() == nil && desk.book.history() == nil)
        for item in [old, last] {
            #expect(try await disaster.papers(of: item, on: &desk) == disaster.papers[item])
        }
        let newer = try await disaster.lodge(6_000..<6_010, on: &desk)
        #expect(Set(newer).isDisjoint(with: disaster.items + new))
        try await desk.close()
        #expect(try await disaster.differences() == [:])
        let check = try JournalCheck.run(directory: disaster.office.root, trust: .keyBesideLog)
        #expect(check.isWhole && check.history == nil && check.leftovers.isEmpty)
    }

    @Test("a served office lodges while its history comes back, and says how far it is")
    func serves() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        let old = try #require(disaster.items.first)
        try await Workplace.serving(disaster.office, clock: disaster.clock) { office in
            let gap = try #require(try office.restoring())
            let before = OfficeHealth(office)
            #expect(before.isReady && before.history == gap)
            #expect(before.checks.contains { $0.detail.contains(gap.text) })
            await #expect(throws: DeskRefusal.notYetBack(gap)) {
                _ = try await office.item(old, for: .local)
            }
            await #expect(throws: DeskRefusal.notYetBack(gap)) {
                _ = try await office.journalWindow(from: 0, count: 5)
            }
            await #expect(throws: DeskRefusal.notYetBack(gap)) {
                _ = try await office.receipt(of: 3)
            }
            await #expect(throws: DeskRefusal.notYetBack(gap)) {
                _ = try await office.door.perform { desk in
                    try await desk.move(
                        old,
                        to: .cancelled,
                        reason: "r",
                        by: .local,
                        at: disaster.clock.now()
                    )
                }
            }
            async let followed = office.follow()
            var made: Set<ItemID> = []
            for number in 8_000..<8_010 {
                let outcome = try await office.lodge([try Example.packet("order-\(number)")])
                if let item = outcome.first?.item { made.insert(item.record.id) }
            }
            #expect(made.count == 10 && made.isDisjoint(with: disaster.items))
            let outcome = try #require(try await followed)
            #expect(outcome.difference == nil && outcome.twice.isEmpty)
            #expect(try await office.item(old, for: .local) != nil)
            #expect(try await office.receipt(of: 3) != nil)
            #expect(OfficeHealth(office).history == nil)
            for item in made { #expect(try await office.item(item, for: .local) != nil) }
        }
        #expect(try await disaster.differences() == [:])
    }

    @Test("commands on an office whose history is not back say so")
    func looksSay() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        let view = try await OfficeView(disaster.office, clock: disaster.clock)
        let gap = try #require(try view.restoring())
        await #expect(throws: DeskRefusal.notYetBack(gap)) {
            _ = try await view.item(try #require(disaster.items.first))
        }
        let check = try JournalCheck.run(directory: disaster.office.root, trust: .keyBesideLog)
        #expect(check.isWhole && check.history?.back == gap.back)
        #expect(check.entries == check.size.count - (gap.total - gap.back))
        // The rolling scan takes what is on its way for no damage, and goes past it.
        let key = try ShippingSource(directory: disaster.office.journal).key
        var scan = JournalScan(directory: disaster.office.journal, keys: [key])
        var steps: [JournalScan.Step] = []
        repeat { steps.append(scan.step()) } while !(steps.last?.endsPass ?? true)
        #expect(steps.flatMap(\.findings).isEmpty)
        #expect(!steps.isEmpty && UInt64(steps.count) < check.size.count / TilePath.span)
        let found = try await OfficeVerification.run(disaster.office, trust: .keyBesideLog)
        #expect(found.isSound && found.text.contains("not back yet"))
        #expect(Doctor.examine(disaster.office).contains { $0.subject == "history" })
        await #expect(throws: DeskRefusal.notYetBack(gap)) {
            _ = try await OfficeForgetting.run(
                disaster.office,
                month: CalendarMonth(year: 2026, month: 11),
                confirmations: nil,
                clock: disaster.clock
            )
        }
    }

    @Test("what was lodged lately is not lodged again; what may have been is, and is told")
    func lodgesOnce() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        var desk = try await disaster.open()
        let position = try #require(
            try RestoringRecord.load(journal: disaster.office.journal)?.position.value
        )
        // Of the last before the snapshot the desk knows the numbers.
        let (check, _) = try OfficeOpening.steps(disaster.office, desk, at: disaster.clock.now())
        let recent = Int(position) - 60
        let lodgings = try [Example.packet("order-\(recent)"), Example.packet("order-3")]
        let results = try await check.check(lodgings, at: disaster.clock.now())
        let outcomes = try await desk.lodge(results, at: disaster.clock.now())
        guard case .refused(let findings) = outcomes[0], let again = outcomes[1].item else {
            Issue.record("found \(outcomes)")
            try await desk.close()
            return
        }
        #expect(findings.map(\.code) == [.notYetBack])
        #expect(findings[0].details["item"] == disaster.items[recent].text)
        #expect(again.record.warnings.map(\.code) == [.historyIncomplete])

        let outcome = try await disaster.follow(&desk)
        #expect(outcome.twice.map(\.item) == [again.record.id])
        #expect(outcome.twice.map(\.first) == [disaster.items[3]])
        #expect(try desk.ledger.item(again.record.id)?.key == .reference("order-3"))
        // From now on each is found again.
        let replays = try await desk.lodge(results, at: disaster.clock.now())
        #expect(replays.map { $0.item?.record.id } == [disaster.items[recent], disaster.items[3]])
        try await desk.close()
        #expect(Doctor.examine(disaster.office).contains { $0.subject == "lodged twice" })
    }

    @Test(
        "a desk that is not what history says raises the alarm, also behind a crash",
        arguments: [false, true]
    )
    func comparesAndAlarms(isKilled: Bool) async throws {
        struct Killed: Error {}
        let disaster = try await Disaster { ledger in
            // A row that no entry of the journal says.
            let rate = SDRRate(
                currency: try #require(Currency("USD")),
                day: try #require(CalendarDay("2026-11-01")),
                perSDR: "1.3",
                source: "nobody"
            )
            try ledger.post(
                [PostedEntry(index: 0, content: .entry(.sdrRateLoaded(rate)))],
                next: try ledger.position()
            )
        }
        try await disaster.restore()
        var desk = try await disaster.open()
        if isKilled {
            // All is fetched, and posted up to the snapshot.
            let left = Countdown(1)
            let follower = HistoryFollower(disaster.office, desk.book, clock: disaster.clock)
            _ = try? await follower.prepare(pace: {
                guard left.next() else { throw Killed() }
            })
        }
        let outcome = try await disaster.follow(&desk)
        let difference = try #require(outcome.difference)
        #expect(difference.contains("rates") && difference.contains("nobody"))
        let numbers = try desk.ledger.numbers()
        #expect(numbers.allSatisfy { $0.next == $0.before })
        try await desk.close()
        #expect(try RestoreAlarm.load(disaster.office) != nil)
        #expect(Doctor.examine(disaster.office).contains { $0.verdict == .broken })
        #expect(try await disaster.differences() == [:])
        try await Workplace.serving(disaster.office, clock: disaster.clock) { office in
            let health = OfficeHealth(office)
            #expect(!health.isReady && health.checks.contains { $0.detail.contains("rates") })
        }
    }

    @Test("without a snapshot that the journal names, everything comes back first")
    func fallsBack() async throws {
        let disaster = try await Disaster()
        let layout = try #require(
            await VaultSurvey.run([DirectoryVault(path: disaster.vault)], trust: .keyBesideLog)
                .newest.map { VaultLayout($0.incarnation) }
        )
        let folder = disaster.vault + "/" + layout.snapshots
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try Data("ransomed".utf8).write(to: URL(filePath: folder + name))
        }
        let report = try await disaster.restore()
        #expect(report.isDone && report.plan.present == report.plan.size.count)
        #expect(report.plan.text.contains("no desk snapshot"))
        #expect(try await disaster.differences() == [:])
    }

    @Test("an older snapshot does where the newest is lost")
    func takesAnOlder() async throws {
        let disaster = try await Disaster()
        let survey = await VaultSurvey.run(
            [DirectoryVault(path: disaster.vault)],
            trust: .keyBesideLog
        )
        let layout = try #require(survey.newest.map { VaultLayout($0.incarnation) })
        let folder = disaster.vault + "/" + layout.snapshots
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        try Data("ransomed".utf8).write(to: URL(filePath: folder + names[0]))
        let report = try await disaster.restore()
        #expect(report.ignored.contains { $0.hasSuffix(names[0]) })
        let record = try RestoringRecord.load(journal: disaster.office.journal)
        #expect(record?.snapshot == names[1])
        var desk = try await disaster.open()
        #expect(try await disaster.follow(&desk).difference == nil)
        try await desk.close()
        #expect(try await disaster.differences() == [:])
    }

    @Test("following goes on where it was killed, at any step", arguments: 0..<4)
    func resumes(step: Int) async throws {
        struct Killed: Error {}
        let disaster = try await Disaster()
        try await disaster.restore()
        var desk = try await disaster.open()
        _ = try await disaster.lodge(5_000..<5_001, on: &desk)
        let left = Countdown(step)
        let follower = HistoryFollower(disaster.office, desk.book, clock: disaster.clock)
        _ = try? await follower.prepare(pace: {
            guard left.next() else { throw Killed() }
        })
        // The process is gone: nothing was closed.
        _ = try await desk.close()
        var next = try await disaster.open()
        _ = try await disaster.lodge(5_001..<5_002, on: &next)
        if try next.book.history() != nil {
            #expect(try await disaster.follow(&next).difference == nil)
        }
        try await next.close()
        #expect(try await disaster.differences() == [:])
    }

    @Test("a crash between the two ledgers leaves an office that opens", arguments: [false, true])
    func survivesTheExchange(isRenamed: Bool) async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        let desk = try await disaster.open()
        let follower = HistoryFollower(disaster.office, desk.book, clock: disaster.clock)
        let history = try #require(try await follower.prepare())
        try await LedgerPosting.catchUp(history.whole, from: desk.book)
        if isRenamed {
            try desk.ledger.giveWay(to: history.whole, origin: desk.book.origin)
        } else {
            LedgerStore.remove(disaster.office.ledger)
        }
        try await desk.close()
        var next = try await disaster.open(follows: isRenamed)
        #expect(try next.history() == nil)
        _ = try await disaster.lodge(5_000..<5_001, on: &next)
        try await next.close()
        #expect(try await disaster.differences() == [:])
    }

    @Test("a second disaster before history is back loses nothing", arguments: [true, false])
    func burnsTwice(isDeskFirst: Bool) async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        try disaster.addVault()
        var desk = try await disaster.open()
        let new = try await disaster.lodge(5_000..<5_200, on: &desk)
        let papers = try await disaster.papers(of: try #require(new.last), on: &desk)
        try await desk.close()
        let size = try JournalReader(directory: disaster.office.journal).size
        try disaster.burn(disaster.office)

        let report = try await disaster.restore(isDeskFirst: isDeskFirst)
        #expect(report.isDone && report.checkpoint?.size == size)
        var again = try await disaster.open()
        #expect(try await disaster.papers(of: try #require(new.last), on: &again) == papers)
        if isDeskFirst { #expect(try await disaster.follow(&again).difference == nil) }
        let old = try #require(disaster.items.first)
        #expect(try await disaster.papers(of: old, on: &again) == disaster.papers[old])
        let newest = try await disaster.lodge(7_000..<7_001, on: &again)
        #expect(Set(newest).isDisjoint(with: disaster.items + new))
        try await again.close()
        #expect(try await disaster.differences() == [:])
    }

    @Test("what is lodged meanwhile is vaulted at once, and history goes out when it is back")
    func shipsMeanwhile() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        try disaster.addVault()
        var desk = try await disaster.open()
        _ = try await disaster.lodge(5_000..<5_100, on: &desk)
        #expect(try await desk.close() == [])
        let store = DirectoryVault(path: disaster.vault)
        let size = try JournalReader(directory: disaster.office.journal).size
        let during = await VaultSurvey.run([store], trust: .keyBesideLog)
        #expect(during.newest?.reach == size && during.incarnations.count == 2)
        #expect(during.newest?.predecessor?.incarnation == during.incarnations[0].incarnation)

        var next = try await disaster.open()
        _ = try await disaster.follow(&next)
        #expect(try await next.close() == [])
        // The incarnation is a log of its own again, whole from its first entry on.
        let after = await VaultSurvey.run([store], trust: .keyBesideLog)
        let newest = try #require(after.newest)
        let salvage = Salvage(
            stores: [store],
            layout: VaultLayout(newest.incarnation),
            keys: [try #require(newest.key)]
        )
        let result = try await HistoryWalk(salvage).run { _ in }
        let now = try JournalReader(directory: disaster.office.journal).size
        #expect(result.signed?.checkpoint.size == now)
    }

    @Test("everything at once makes the same office; also into one whose desk came first")
    func bringsAllAtOnce() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        let record = try #require(try RestoringRecord.load(journal: disaster.office.journal))
        let store = DirectoryVault(path: disaster.vault)
        try await HistoryReturn(record, office: disaster.office.root, from: [store]).run()
        // A command that does not follow posts what is left to post.
        let desk = try await disaster.open(follows: false)
        #expect(try desk.history() == nil && desk.book.history() == nil)
        try await desk.close()
        #expect(try await disaster.differences() == [:])
    }
}

/// Counts down, and says when nothing is left.
private final class Countdown: Sendable {
    private let left: Mutex<Int>

    init(_ count: Int) {
        left = Mutex(count)
    }

    func next() -> Bool {
        left.withLock { left in
            left -= 1
            return left >= 0
        }
    }
}
