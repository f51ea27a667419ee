import ArgumentParser
import Ledger
import Mail
import Office

struct LaneSimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Says when the backlog clears: by the plans there are, or by what if.",
        discussion: """
            EXAMPLES
              posthorn lane simulate --office office
              posthorn lane simulate dest=US --per-hour 2000 --office office
              posthorn lane simulate any --per-hour 5000 --cap 40000 --days 14 --json

            Without a lane it runs the release plans that are active. With one it asks what if what
            that lane holds were let go at --per-hour, the lane capped at --cap a day, or open. Days
            to come follow the lane plan with its schedule, the caps, and the capacity calendar.
            What comes in is taken to be what came in the last seven days, evenly spread; what is
            held of it waits for a plan of its own, and is not among what clears.
            """
    )

    @Argument(help: "What if: which lanes' items.")
    var selector: String?

    @OptionGroup var office: OfficeOption

    @Option(help: "What if: items of a calendar hour.")
    var perHour: Int?

    @Option(help: "What if: the lane is capped at so many a day.")
    var cap: Int?

    @Option(help: "How many days.")
    var days = 30

    @Flag(help: "Nothing comes in meanwhile.")
    var noArrivals = false

    @Flag(help: "Print one JSON object.")
    var json = false

    private static let week: Int64 = 7 * 86_400_000

    func validate() throws {
        guard (1...3660).contains(days) else { throw ValidationError("--days: 1 to 3660") }
        guard perHour ?? 1 >= 1, cap ?? 1 >= 1 else {
            throw ValidationError("--per-hour and --cap: from 1 on")
        }
        guard (selector == nil) == (perHour == nil), selector != nil || cap == nil else {
            throw ValidationError("what if takes a lane and --per-hour, and --cap only with them")
        }
    }

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let now = try LaneJudge.moment(OfficeClock.machine.now(), view.ledger)
        let standing = try view.lanes(sources: .process)
        let (releases, judge) = try input(view, standing, now)
        var simulation = LaneSimulation(
            releases,
            arrivals: noArrivals ? [] : try arrivals(view.ledger, now),
            judge,
            view.ledger,
            at: now
        )
        try simulation.run(days: days)
        json ? say(simulation) : tell(simulation, judge.calendar)
    }

    /// The plans that are active, or the one that is asked about, with the lane plan behind it.
    private func input(
        _ view: OfficeView,
        _ standing: LaneJudge,
        _ now: Moment
    ) throws -> (releases: [LaneSimulation.Release], judge: LaneJudge) {
        guard let selector, let perHour else {
            let releases = try view.ledger.releases()
                .map { plan in
                    LaneSimulation.Release(
                        plan,
                        try view.ledger.releaseQueue(plan.id, after: 0, limit: .max)
                    )
                }
            return (releases, standing)
        }
        let lanes = try LaneCommand.selector(selector)
        let plan = ReleasePlan(
            id: "what-if",
            selector: lanes,
            perHour: perHour,
            reason: "what if",
            by: .local,
            at: now
        )
        let limit = cap.flatMap { LaneCap(perHour: nil, perDay: $0, over: .hold) }
        let setting = LaneSetting(lanes, limit.map { .capped($0) } ?? .open)
        let change = standing.plan.change(
            LaneRequest(settings: [setting], reason: "what if"),
            by: .local,
            at: now
        )
        let judge = LaneJudge(
            standing.plan.applying(change),
            standing.calendar,
            standing.capacity
        )
        return ([LaneSimulation.Release(plan, try view.ledger.releasePreview(lanes))], judge)
    }

    private func arrivals(
        _ ledger: LedgerStore,
        _ now: Moment
    ) throws -> [LaneSimulation.Arrivals] {
        let since = Moment(milliseconds: now.milliseconds - Self.week)
        var perWeek: [LaneKey: [String: Int]] = [:]
        for traffic in try ledger.laneArrivals(since: since) {
            perWeek[traffic.lane, default: [:]][traffic.customer, default: 0] += traffic.items
        }
        return
            perWeek.flatMap { lane, customers in
                customers.map {
                    LaneSimulation.Arrivals(lane, customer: $0.key, perDay: Double($0.value) / 7)
                }
            }
            .sorted { ($0.lane.text, $0.customer) < ($1.lane.text, $1.customer) }
    }

    private func tell(_ simulation: LaneSimulation, _ calendar: OfficeCalendar) {
        Terminal.say("day         released  waiting   lodged     held  refused")
        for day in simulation.days {
            let figures = [day.released, day.waiting, day.lodged, day.held, day.refused]
            let cells = figures.map { figure in
                String(repeating: " ", count: max(1, 9 - String(figure).count)) + String(figure)
            }
            Terminal.say(day.day + cells.joined())
        }
        if simulation.releases.isEmpty { Terminal.say("no release is planned") }
        for release in simulation.releases {
            let clears = release.clearedAt.map { "clears " + calendar.text($0) }
            Terminal.say(
                "\(release.plan.id)  \(release.plan.selector.name): "
                    + (clears ?? "\(release.waiting) items still wait after \(days) days")
            )
        }
    }

    private func say(_ simulation: LaneSimulation) {
        let list = simulation.days.map { day in
            JSONValue.members([
                ("day", .string(day.day)), ("released", .integer(day.released)),
                ("waiting", .integer(day.waiting)), ("lodged", .integer(day.lodged)),
                ("held", .integer(day.held)), ("refused", .integer(day.refused)),
            ])
        }
        let releases = simulation.releases.map { release in
            JSONValue.members([
                ("release", .string(release.plan.id)),
                ("lane", .string(release.plan.selector.text)),
                ("perHour", .integer(release.plan.perHour)), ("waiting", .integer(release.waiting)),
                ("clears", release.clearedAt.map { .string($0.text) } ?? .null),
            ])
        }
        let object = JSONValue.members([
            ("days", .array(list)), ("releases", .array(releases)),
        ])
        Terminal.say(JSONText.write(object))
    }
}
