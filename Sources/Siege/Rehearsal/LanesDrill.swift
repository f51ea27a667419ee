import FoundationEssentials
import Ledger
import Mail
import Office
import Synchronization

/// The rehearsal `lanes`: a real office with a clock of its own goes through the six weeks of 2023,
/// hour by hour.
package struct LanesDrill: ~Copyable {
    private let directory: OfficeDirectory
    private let clock: DrillClock
    private let calendar: OfficeCalendar
    private var desk: OfficeDesk
    private var report: LanesReport
    /// What the simulation said would leave, in its order, when the last release was planned.
    private var forecast: [ItemID] = []
    private var releasedBefore = 0
    /// Hours in which the public waited for an update that was promised.
    private var overdue = 0
    /// Lanes of which the public was told anything but what the plan says.
    private var untrue = 0
    private var refused: [FindingCode: Int] = [:]
    /// The check of the day: its rules are the day's, its fonts are opened once.
    private var checking: (day: String, step: CheckStep)?
    private let numbersBefore: UInt64

    /// Runs it in a folder that is new and that is the caller's to take away.
    package static func run(in folder: String) async throws -> LanesReport {
        var drill = try await LanesDrill(folder)
        try await drill.live()
        return try await drill.finish()
    }

    private init(_ folder: String) async throws {
        guard let calendar = OfficeCalendar(LanesTimeline.zone),
            let first = calendar.moment(LanesTimeline.first), let country = Country("GB")
        else { preconditionFailure("the timeline is written by the calendar of London") }
        let clock = DrillClock(first)
        let directory = OfficeDirectory(folder)
        let profile = OfficeProfile(
            operatorName: "Rehearsal",
            country: country,
            language: .english,
            mode: .test
        )
        try await OfficeSetup.make(directory, profile, clock: clock.clock)
        try Data("time-zone: \(LanesTimeline.zone)\n".utf8)
            .write(to: URL(filePath: folder + "/office.yaml"))
        let desk = try await OfficeOpening.open(directory, clock: clock.clock)
        numbersBefore = desk.numberReports.reduce(0) { $0 + $1.remaining }
        self.desk = desk
        self.calendar = calendar
        self.clock = clock
        self.directory = directory
        report = LanesReport()
    }

    /// Every hour of the timeline: what was decided, what may leave, what customers bring.
    private mutating func live() async throws {
        var day = LanesReport.Day(day: "")
        while true {
            let now = clock.clock.now()
            let name = calendar.window(at: now).day
            if name != day.day {
                try close(day)
                if report.days.count == LanesTimeline.days { return }
                day = LanesReport.Day(day: name)
            }
            try await decide(at: now)
            overdue += try desk.ledger.advisories().filter { $0.isOverdue(at: now) }.count
            let released = try await desk.perform(.releaseDue, at: now)
            if case .released(let items) = released { day.released += items }
            try await lodge(&day, at: now)
            clock.pass(to: calendar.nextHour(after: now))
        }
    }

    private mutating func close(_ day: LanesReport.Day) throws {
        guard !day.day.isEmpty else { return }
        var day = day
        day.waiting = try desk.ledger.backlog().reduce(0) { $0 + $1.items }
        report.days.append(day)
    }

    private mutating func decide(at now: Moment) async throws {
        for event in LanesTimeline.events where calendar.moment(event.at) == now {
            var said: [String] = []
            for act in event.acts { said.append(try await perform(act, event.at, at: now)) }
            untrue += LanesPublic.mismatches(
                try PublicStatus(desk.ledger, calendar, at: now),
                desk.lanes.plan,
                at: now
            )
            report.events.append(
                LanesReport.Event(
                    at: event.at,
                    what: event.what,
                    origin: event.origin.rawValue,
                    source: event.source,
                    outcome: said.joined(separator: "; ")
                )
            )
        }
    }

    private mutating func perform(
        _ act: LanesTimeline.Act,
        _ at: String,
        at now: Moment
    ) async throws -> String {
        switch act {
        case .change(let request):
            let answer = try await desk.perform(.change(request, by: .staff("ada")), at: now)
            guard case .proposed(let proposal) = answer else { return "plan \(version)" }
            _ = try await desk.perform(.approve(proposal.id, by: .staff("ben")), at: now)
            return "plan \(version), proposed by ada as \(proposal.id) and approved by ben"
        case .release(let order):
            let answer = try await desk.perform(.planRelease(order, by: .staff("ada")), at: now)
            guard case .planned(let id, let items) = answer else { return "" }
            try predict(at: now)
            return "\(id): \(items) items, \(order.perHour) an hour"
        case .capacity(let day, let label):
            let set = CalendarDay(day)
                .flatMap {
                    CapacityDay(
                        day: $0,
                        kind: .strike,
                        percent: 0,
                        label: label,
                        by: .staff("ada"),
                        at: now
                    )
                }
            if let set { _ = try await desk.perform(.setCapacity(set), at: now) }
            return "\(day): 0 %"
        case .tell(let news):
            let next = LanesTimeline.nextTelling(after: at).flatMap(calendar.moment)
            guard let next, let name = AdvisoryName(LanesNews.name) else { return "" }
            let content = try news.content(since: now, next: next)
            return try await tell(
                .publish(name, content, expecting: nil, by: .staff("ada")),
                content.texts[.english].what.plain,
                at: now
            )
        case .tellEnd:
            guard let name = AdvisoryName(LanesNews.name) else { return "" }
            return try await tell(.end(name, by: .staff("ada")), "It is over.", at: now)
        }
    }

    /// Tells the public and the senders, and keeps what the public page said at that moment.
    private mutating func tell(
        _ order: AdvisoryOrder,
        _ text: String,
        at now: Moment
    ) async throws -> String {
        let answer = try await desk.perform(order, at: now)
        let senders = try await desk.tellSenders(directory, at: now)
        let status = try PublicStatus(desk.ledger, calendar, at: now)
        let version =
            switch answer {
            case .published(let version), .ended(let version): version
            }
        report.news.append(
            LanesReport.News(
                at: calendar.text(now),
                version: version,
                text: text,
                answer: status.answer.rawValue,
                next: status.nextUpdate.map(calendar.text) ?? "",
                senders: senders
            )
        )
        return "advisory version \(version), \(senders) senders told"
    }

    private var version: Int { desk.lanes.plan.version }

    /// What the days to come will let go, as the office sees it when a release is planned.
    private mutating func predict(at now: Moment) throws {
        let releases = try desk.ledger.releases()
            .map {
                LaneSimulation.Release(
                    $0,
                    try desk.ledger.releaseQueue($0.id, after: 0, limit: .max)
                )
            }
        var simulation = LaneSimulation(releases, desk.lanes, desk.ledger, at: now)
        try simulation.run(days: LanesTimeline.days)
        forecast = simulation.released
        releasedBefore = try released().count
    }

    private func released() throws -> [ItemID] {
        try desk.ledger.events(after: 0, limit: .max).filter { $0.kind == "item.released" }
            .compactMap(\.item)
    }

    private mutating func lodge(_ day: inout LanesReport.Day, at now: Moment) async throws {
        let window = calendar.window(at: now)
        let hour = Int(window.hour.dropFirst(11).prefix(2)) ?? 0
        guard LanesLoad.hours.contains(hour) else { return }
        if checking?.day != window.day {
            checking = (window.day, try OfficeOpening.steps(directory, desk, at: now).check)
        }
        guard let check = checking?.step else { return }
        let results = try await check.check(
            try LanesLoad.lodgings(day: window.day, hour: hour),
            at: now
        )
        for outcome in try await desk.lodge(results, at: now) {
            switch outcome {
            case .lodged(let item) where item.record.state == .held: day.held += 1
            case .lodged, .replayed: day.lodged += 1
            case .refused(let findings):
                let code = findings.first { $0.severity == .refuse }?.code ?? .laneClosed
                refused[code, default: 0] += 1
                if code == .laneLimited { day.limited += 1 } else { day.closed += 1 }
            }
        }
    }

    /// Counts everything again from the journal, and compares.
    private consuming func finish() async throws -> LanesReport {
        var report = report
        let recount = try await LanesRecount.read(desk.book, calendar, desk.ledger)
        let numbers = numbersBefore - desk.numberReports.reduce(0) { $0 + $1.remaining }
        report.check("days of the timeline", LanesTimeline.days, report.days.count)
        report.check("events of the timeline", LanesTimeline.events.count, report.events.count)
        for day in report.days {
            let counted = recount.days[day.day] ?? LanesRecount.Day()
            report.check("\(day.day): lodged", day.lodged, counted.lodged)
            report.check("\(day.day): held", day.held, counted.held)
            report.check("\(day.day): released", day.released, counted.released)
            let came = day.lodged + day.held + day.closed + day.limited
            report.check("\(day.day): answered", LanesLoad.hours.count * 6, came)
        }
        report.check("numbers used, none by what was refused", Int(numbers), recount.items)
        let others = refused.filter { !$0.key.isOfLane }.values.reduce(0, +)
        report.check("refused for anything but a lane", 0, others)
        report.check("items against the plan of their moment", 0, recount.againstPlan.count)
        report.check("windows of a cap with more than it lets through", 0, recount.overCap)
        report.check("let go on strike days", 0, recount.onStrike)
        report.check("held at the end", 0, report.days.last?.waiting ?? -1)
        let released = try released().dropFirst(releasedBefore)
        report.check("let go as it was forecast, in order", 1, forecast == Array(released) ? 1 : 0)
        report.check("let go after the last forecast", forecast.count, released.count)
        try checkNews(&report, recount.told)
        try await desk.close()
        return report
    }
}

extension LanesDrill {
    /// What the public page is to answer at those events.
    private static let answers: [(version: Int, answer: PublicStatus.Answer)] = [
        (1, .waits), (2, .nothing), (4, .letters), (9, .everything),
    ]

    /// What the public was told, against the plan and against who had to be told.
    private borrowing func checkNews(
        _ report: inout LanesReport,
        _ told: LanesTold
    ) throws {
        report.check("versions of the advisory, its end among them", 9, told.versions)
        report.check("versions that promise the next update", 8, told.promises)
        report.check("hours in which a promised update was overdue", 0, overdue)
        report.check("what the public read against the plan, at each event", 0, untrue)
        for (version, answer) in Self.answers {
            let said = report.news.first { $0.version == version }?.answer
            report.check(
                "version \(version): the public page answers \(answer.rawValue)",
                1,
                said == answer.rawValue ? 1 : 0
            )
        }
        report.check("senders of affected items who were not told", 0, told.missed)
        report.check("senders told who had no affected item", 0, told.surplus)
        report.check("senders told twice of one version", 0, told.twice)
        report.check("senders told", report.news.reduce(0) { $0 + $1.senders }, told.senders)
        let files = try FileManager.default.contentsOfDirectory(atPath: directory.mail)
        report.check("messages in the spool", told.messages, files.count)
        report.check(
            "messages without their names",
            0,
            files.filter { !$0.hasSuffix(".eml") }.count
        )
    }
}

/// A clock that the rehearsal moves.
private final class DrillClock: Sendable {
    private let time: Mutex<Moment>

    init(_ start: Moment) { time = Mutex(start) }

    var clock: OfficeClock { OfficeClock { [self] in time.withLock { $0 } } }

    func pass(to moment: Moment) { time.withLock { $0 = moment } }
}
