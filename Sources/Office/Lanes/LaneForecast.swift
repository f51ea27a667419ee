package import Ledger
package import Mail

/// When the backlog clears: by the release plans there are, or by what if.
package struct LaneForecast: Sendable {
    package struct Question: Hashable, Sendable {
        /// What if: which lanes' items are let go, and how many an hour.
        package let lanes: LaneSelector?
        package let perHour: Int
        /// What if: how many a day the lane is capped at.
        package let cap: Int?
        package let days: Int
        /// Whether as much comes in meanwhile as came in the last seven days.
        package let arrives: Bool

        package init(
            _ lanes: LaneSelector?,
            perHour: Int = 1,
            cap: Int? = nil,
            days: Int = 30,
            arrives: Bool = true
        ) {
            self.lanes = lanes
            self.perHour = perHour
            self.cap = cap
            self.days = days
            self.arrives = arrives
        }
    }

    /// A rule that says more than what was asked, and lets nothing of the queue go.
    package struct Shut: Hashable, Sendable {
        package let rule: LaneRule
        /// How many items of the queue wait behind it.
        package let items: Int
    }

    package let days: [LaneSimulation.Day]
    package let releases: [LaneSimulation.Release]
    /// What is not opened by what was asked, the most first.
    package let shut: [Shut]

    private static let week: Int64 = 7 * 86_400_000

    /// Runs the days; `judge` is of the plan in force.
    package init(
        _ question: Question,
        _ ledger: LedgerStore,
        _ standing: LaneJudge,
        at now: Moment
    ) throws {
        let now = try LaneJudge.moment(now, ledger)
        let (releases, judge) = try Self.input(question, ledger, standing, now)
        shut = Self.shut(releases, judge, now)
        var simulation = LaneSimulation(
            releases,
            arrivals: question.arrives ? try Self.arrivals(ledger, now) : [],
            judge,
            ledger,
            at: now
        )
        try simulation.run(days: question.days)
        days = simulation.days
        self.releases = simulation.releases
    }

    /// The plans that are active, or the one that is asked about, with the lane plan behind it.
    private static func input(
        _ question: Question,
        _ ledger: LedgerStore,
        _ standing: LaneJudge,
        _ now: Moment
    ) throws -> (releases: [LaneSimulation.Release], judge: LaneJudge) {
        guard let lanes = question.lanes else {
            let releases = try ledger.releases()
                .map { plan in
                    LaneSimulation.Release(
                        plan,
                        try ledger.releaseQueue(plan.id, after: 0, limit: .max)
                    )
                }
            return (releases, standing)
        }
        let plan = ReleasePlan(
            id: "what-if",
            selector: lanes,
            perHour: question.perHour,
            reason: "what if",
            by: .local,
            at: now
        )
        let limit = question.cap.flatMap { LaneCap(perHour: nil, perDay: $0, over: .hold) }
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
        return ([LaneSimulation.Release(plan, try ledger.releasePreview(lanes))], judge)
    }

    private static func shut(
        _ releases: [LaneSimulation.Release],
        _ judge: LaneJudge,
        _ now: Moment
    ) -> [Shut] {
        var judge = judge
        var items: [LaneRule: Int] = [:]
        for release in releases {
            for (lane, count) in release.lanes {
                guard let rule = judge.rule(for: lane, at: now), !rule.state.flows,
                    !(rule.state == .closed && release.plan.closedToo)
                else { continue }
                items[rule, default: 0] += count
            }
        }
        return items.map { Shut(rule: $0, items: $1) }
            .sorted { ($1.items, $0.rule.id) < ($0.items, $1.rule.id) }
    }

    private static func arrivals(
        _ ledger: LedgerStore,
        _ now: Moment
    ) throws -> [LaneSimulation.Arrivals] {
        let since = Moment(milliseconds: now.milliseconds - week)
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

    package var json: JSONValue {
        let list = days.map { day in
            JSONValue.members([
                ("day", .string(day.day)), ("released", .integer(day.released)),
                ("waiting", .integer(day.waiting)), ("lodged", .integer(day.lodged)),
                ("held", .integer(day.held)), ("refused", .integer(day.refused)),
            ])
        }
        let plans = releases.map { release in
            JSONValue.members([
                ("release", .string(release.plan.id)),
                ("lane", .string(release.plan.selector.text)),
                ("perHour", .integer(release.plan.perHour)), ("waiting", .integer(release.waiting)),
                ("clears", release.clearedAt.map { .string($0.text) } ?? .null),
            ])
        }
        let closed = shut.map { shut in
            JSONValue.members([("rule", shut.rule.json), ("items", .integer(shut.items))])
        }
        return .members([
            ("days", .array(list)), ("releases", .array(plans)), ("notOpened", .array(closed)),
        ])
    }
}
