package import Ledger
package import Mail

/// Days that have not come yet, run in memory: the same judge and the same walk as the office at
/// work, so that on the same input they agree to the item.
package struct LaneSimulation {
    /// A release plan with what waits in it, in its order.
    package struct Release: Sendable {
        package let plan: ReleasePlan
        fileprivate let queue: [ReleaseRow]
        /// Before this place everything has gone.
        fileprivate var front = 0
        /// When the last item went; nothing while some wait.
        package fileprivate(set) var clearedAt: Moment?
        package fileprivate(set) var waiting: Int
        /// How many items wait on each lane.
        package fileprivate(set) var lanes: [LaneKey: Int]

        package init(_ plan: ReleasePlan, _ queue: [ReleaseRow]) {
            self.plan = plan
            self.queue = queue
            waiting = queue.count
            lanes = queue.reduce(into: [:]) { $0[$1.lane, default: 0] += 1 }
        }

        fileprivate mutating func leave(_ row: ReleaseRow) {
            waiting -= 1
            guard let left = lanes[row.lane] else { return }
            lanes[row.lane] = left == 1 ? nil : left - 1
        }
    }

    /// Items that come in: so many a day, spread over it.
    package struct Arrivals {
        package let lane: LaneKey
        package let customer: String
        package let perDay: Double

        package init(_ lane: LaneKey, customer: String, perDay: Double) {
            self.lane = lane
            self.customer = customer
            self.perDay = perDay
        }
    }

    /// What a day came to.
    package struct Day: Hashable, Sendable {
        package let day: String
        package fileprivate(set) var released = 0
        /// Of what was there at the beginning, at the end of the day.
        package fileprivate(set) var waiting = 0
        package fileprivate(set) var lodged = 0
        package fileprivate(set) var held = 0
        package fileprivate(set) var refused = 0
    }

    package private(set) var releases: [Release]
    package private(set) var days: [Day] = []
    /// What went, in the order in which it did.
    package private(set) var released: [ItemID] = []
    private let arrivals: [Arrivals]
    /// How many of each have come by now, so that no fraction is lost.
    private var arrived: [Double]
    private var judge: LaneJudge
    private var tally: LaneTally
    private var gone: Set<ItemID> = []
    private var now: Moment

    private static let day: Double = 86_400_000

    /// Begins at a moment with what the office has then.
    package init(
        _ releases: [Release],
        arrivals: [Arrivals] = [],
        _ judge: LaneJudge,
        _ ledger: LedgerStore,
        at now: Moment
    ) {
        self.releases = releases
        self.arrivals = arrivals
        self.judge = judge
        self.now = now
        arrived = arrivals.map { _ in 0 }
        tally = LaneTally(ledger)
    }

    /// Runs so many days, the one that has begun first.
    package mutating func run(days count: Int) throws {
        while true {
            let window = judge.calendar.window(at: now)
            if days.last?.day != window.day {
                guard days.count < count else { return }
                days.append(Day(day: window.day))
            }
            try release(window)
            let end = nextStep()
            try arrive(until: end)
            days[days.count - 1].waiting = releases.reduce(0) { $0 + $1.waiting }
            now = end
        }
    }

    /// The next hour, or the moment before it at which a rule begins or ends.
    private func nextStep() -> Moment {
        let hour = judge.calendar.nextHour(after: now)
        return judge.plan.nextBoundary(after: now).map { min($0, hour) } ?? hour
    }

    private mutating func release(_ window: LaneWindow) throws {
        for index in releases.indices where releases[index].waiting > 0 {
            let plan = releases[index].plan
            let used = try tally.count(plan.name, in: window.hour, of: nil)
            let most = judge.capacity.scaled(plan.perHour, on: window.day) - used
            guard most > 0 else { continue }
            let found = try walk(releases[index], most)
            let use = LaneUse(lane: plan.name, version: judge.plan.version, window: window)
            for (row, _) in found.items {
                try tally.add(use, row.customer)
                gone.insert(row.item)
                released.append(row.item)
                releases[index].leave(row)
            }
            days[days.count - 1].released += found.items.count
            settle(behind: index)
        }
    }

    /// By itself, so that nothing of it lives when what went is noted.
    private mutating func walk(_ release: Release, _ most: Int) throws -> ReleaseWalk.Found {
        let gone = gone
        return try ReleaseWalk.next(
            most,
            from: release.front,
            at: now,
            &judge,
            &tally,
            closedToo: release.plan.closedToo,
            lanes: release.lanes.count
        ) { Self.waiting(release.queue, after: $0, limit: $1, gone) }
    }

    /// Part of a queue without what has gone.
    private static func waiting(
        _ queue: [ReleaseRow],
        after place: Int,
        limit: Int,
        _ gone: Set<ItemID>
    ) -> [ReleaseRow] {
        var rows: [ReleaseRow] = []
        for row in queue[min(place, queue.count)...] where !gone.contains(row.item) {
            rows.append(row)
            if rows.count == limit { break }
        }
        return rows
    }

    /// Moves every plan's front behind what has gone, and says which plans are done; an item may
    /// wait in several.
    private mutating func settle(behind last: Int) {
        for index in releases.indices where releases[index].clearedAt == nil {
            let queue = releases[index].queue
            var front = releases[index].front
            while front < queue.count, gone.contains(queue[front].item) { front += 1 }
            releases[index].front = front
            if index != last {
                let rest = queue[front...].filter { !gone.contains($0.item) }
                releases[index].waiting = rest.count
                releases[index].lanes = rest.reduce(into: [:]) { $0[$1.lane, default: 0] += 1 }
            }
            if front == queue.count { releases[index].clearedAt = now }
        }
    }

    private mutating func arrive(until end: Moment) throws {
        let part = Double(end.milliseconds - now.milliseconds) / Self.day
        for (index, arrival) in arrivals.enumerated() {
            let before = arrived[index].rounded(.down)
            arrived[index] += arrival.perDay * part
            try take(arrival, Int(arrived[index].rounded(.down) - before))
        }
    }

    /// Judges items that come at one moment: what one of them is told, those behind it are told too,
    /// unless it used up room.
    private mutating func take(_ arrival: Arrivals, _ count: Int) throws {
        var left = count
        while left > 0 {
            let (lane, customer) = (arrival.lane, arrival.customer)
            let verdict = try judge.judge(lane, customer: customer, at: now, &tally)
            let isLimited =
                if case .held(limit: .some)? = judge.rule(for: lane, at: now)?.state {
                    true
                } else {
                    false
                }
            let items =
                switch verdict {
                case .open, .refused: left
                case .counted: 1
                case .held: isLimited ? 1 : left
                }
            if let use = verdict.use { try tally.add(use, customer, items: items) }
            switch verdict {
            case .open, .counted: days[days.count - 1].lodged += items
            case .held: days[days.count - 1].held += items
            case .refused: days[days.count - 1].refused += items
            }
            left -= items
        }
    }
}
