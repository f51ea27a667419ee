package import Ledger
package import Mail

/// What anybody may know of an office: what can be sent now, what is said about it, and as of when.
///
/// It is printed from the lane plan that decides, and from nothing else; every page, feed and copy is
/// made of one such value.
package struct PublicStatus: Sendable {
    package let at: Moment
    /// The version of the plan.
    package let plan: Int
    package let calendar: OfficeCalendar
    package let rows: [Row]
    /// What is not over, the newest first.
    package let current: [AdvisoryHistory]
    /// What is over, the last to end first.
    package let past: [AdvisoryHistory]
    /// Days to come on which the office does less than usual.
    package let days: [CapacityDay]
    /// When anything of this changed last; nothing where it never did.
    package let lastUpdate: Moment?

    /// Who stands at which door: counters, the pages, and accounts by programs and files.
    package enum Door: String, Hashable, Sendable, CaseIterable {
        case counter
        case online
        case accounts

        package var channels: [Channel] {
            switch self {
            case .counter: [.counter]
            case .online: [.web]
            case .accounts: [.api, .file]
            }
        }
    }

    package enum What: Hashable, Sendable {
        /// Correspondence, by whatever product.
        case letters
        /// Goods by those products.
        case goods([Product])
    }

    /// A state that all of something has, or that it is not all the same.
    package enum State: Hashable, Sendable {
        case all(LaneState.Name)
        case differs(LaneState.Name)

        package var strictest: LaneState.Name {
            switch self {
            case .all(let name), .differs(let name): name
            }
        }

        /// As programs tell it apart; frozen.
        package var name: String {
            switch self {
            case .all(let name): name.rawValue
            case .differs: "differs"
            }
        }
    }

    /// What is so of some of what goes to a destination.
    package struct Line: Hashable, Sendable {
        package let what: What
        /// The doors at which it is so.
        package let doors: [Door]
        package let state: State
    }

    /// How a destination fares as a whole, in the words of status pages.
    package enum Component: String, Hashable, Sendable, CaseIterable {
        case operational
        case degraded = "degraded_performance"
        case partial = "partial_outage"
        case major = "major_outage"
    }

    package struct Row: Hashable, Sendable {
        /// Nothing for everywhere else.
        package let destination: LaneDestination?
        package let lines: [Line]

        package var component: Component {
            let states = lines.map(\.state)
            if states.allSatisfy({ $0 == .all(.open) }) { return .operational }
            if states.allSatisfy({ $0 == .all(.closed) }) { return .major }
            let goes = states.allSatisfy { $0 == .all(.open) || $0 == .all(.capped) }
            return goes ? .degraded : .partial
        }
    }

    /// The answer to what everybody asks first.
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case everything
        /// Everything goes, some of it in limited numbers.
        case limited
        /// Everything is taken, and some or all of it waits.
        case waits
        /// Letters go, goods do not.
        case letters
        /// Everything goes but to the destinations that are named.
        case except
        case partly
        case nothing
    }

    package init(
        _ judge: LaneJudge,
        advisories: [AdvisoryHistory],
        days: [CapacityDay],
        changed: Moment?,
        at now: Moment
    ) {
        self.at = now
        plan = judge.plan.version
        calendar = judge.calendar
        let named = LaneBoard.named(judge.plan, now)
        var judge = judge
        rows = (named.map(Optional.some) + [nil])
            .map { destination in
                let places = LaneBoard.places(destination, beside: named)
                return Row(destination: destination, lines: Self.lines(places, &judge, now))
            }
        current = advisories.filter { $0.ended == nil }.sorted { $1.lastUpdate < $0.lastUpdate }
        past = advisories.filter { $0.ended != nil }.sorted { $1.lastUpdate < $0.lastUpdate }
        let today = judge.calendar.window(at: now).day
        self.days = days.filter { $0.day.text >= today }
        let began = judge.plan.rules.flatMap { [$0.setting.from, $0.setting.to] }
            .compactMap(\.self).filter { $0 <= now }
        lastUpdate =
            (began + advisories.map(\.lastUpdate) + days.map(\.at) + [changed].compactMap(\.self))
            .max()
    }

    /// When something new is promised; nothing where nothing is.
    package var nextUpdate: Moment? { current.compactMap(\.promised).filter { $0 >= at }.min() }

    package var answer: Answer {
        let states = rows.flatMap(\.lines).map(\.state)
        func all(_ names: Set<LaneState.Name>) -> Bool {
            states.allSatisfy {
                if case .all(let name) = $0 { names.contains(name) } else { false }
            }
        }
        if all([.open]) { return .everything }
        if all([.closed]) { return .nothing }
        if all([.open, .capped]) { return .limited }
        if all([.held, .diverted]) { return .waits }
        func flows(_ line: Line) -> Bool {
            line.state == .all(.open) || line.state == .all(.capped)
        }
        let lines = rows.flatMap(\.lines)
        let letters = lines.filter { $0.what == .letters }
        let goods = lines.filter { $0.what != .letters }
        if letters.allSatisfy(flows), goods.allSatisfy({ !$0.state.strictest.flows }) {
            return .letters
        }
        return rows.last?.component == .operational ? .except : .partly
    }

    /// Lines of the same state are one; where all doors agree they are not told apart.
    private static func lines(
        _ places: [(Country, CustomsTerritory?)],
        _ judge: inout LaneJudge,
        _ now: Moment
    ) -> [Line] {
        var lines: [Line] = []
        for (states, columns) in byStates(places, &judge, now) {
            let products = columns.compactMap(\.product)
            let whats: [What] =
                (columns.contains(.correspondence) ? [.letters] : [])
                + (products.isEmpty ? [] : [.goods(products)])
            for what in whats {
                var seen: [(state: State, doors: [Door])] = []
                for (door, state) in zip(Door.allCases, states) {
                    if let place = seen.firstIndex(where: { $0.state == state }) {
                        seen[place].doors.append(door)
                    } else {
                        seen.append((state, [door]))
                    }
                }
                lines += seen.map { Line(what: what, doors: $0.doors, state: $0.state) }
            }
        }
        return lines.filter { $0.what == .letters } + lines.filter { $0.what != .letters }
    }

    /// Columns of the board that fare alike at every door.
    private static func byStates(
        _ places: [(country: Country, territory: CustomsTerritory?)],
        _ judge: inout LaneJudge,
        _ now: Moment
    ) -> [(states: [State], columns: [LaneBoard.Column])] {
        var found: [(states: [State], columns: [LaneBoard.Column])] = []
        for column in LaneBoard.Column.all {
            var states: [State] = []
            for door in Door.allCases {
                states.append(state(of: column, at: door, places, &judge, now))
            }
            if let place = found.firstIndex(where: { $0.states == states }) {
                found[place].columns.append(column)
            } else {
                found.append((states, [column]))
            }
        }
        return found
    }

    private static func state(
        of column: LaneBoard.Column,
        at door: Door,
        _ places: [(country: Country, territory: CustomsTerritory?)],
        _ judge: inout LaneJudge,
        _ now: Moment
    ) -> State {
        var names: Set<LaneState.Name> = []
        var strictest = LaneState.open
        column.forEachLane(to: places, through: door.channels) { key in
            let state = judge.rule(for: key, at: now)?.state ?? .open
            names.insert(state.name)
            if state.strictness > strictest.strictness { strictest = state }
        }
        return names.count == 1 ? .all(strictest.name) : .differs(strictest.name)
    }
}

extension LaneState.Name {
    /// Whether items in that state may go on.
    package var flows: Bool { self == .open || self == .capped }
}

extension PublicStatus {
    /// The status as the ledger has it: as it is, or as it was said at a moment.
    package init(
        _ ledger: LedgerStore,
        _ calendar: OfficeCalendar,
        at now: Moment,
        asOf past: Moment? = nil
    ) throws {
        let days = try ledger.capacityDays()
        let changes = try ledger.laneChanges(until: past)
        self.init(
            LaneJudge(
                changes.reduce(.normal) { $0.applying($1) },
                calendar,
                CapacityCalendar(days)
            ),
            advisories: try ledger.advisories(asOf: past),
            days: days.filter { day in past.map { day.at <= $0 } ?? true },
            changed: changes.last?.at,
            at: now
        )
    }
}

extension ServedOffice {
    /// What the public may know now.
    package func publicStatus() throws -> PublicStatus {
        try PublicStatus(ledger, calendar, at: clock.now())
    }

    /// Advisories whose promised update has not come: whoever commands is alarmed.
    package func overdueAdvisories() throws -> [AdvisoryHistory] {
        let now = clock.now()
        return try ledger.advisories().filter { $0.isOverdue(at: now) }
    }
}
