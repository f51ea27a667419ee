package import Ledger
package import Mail

/// Decides what becomes of an item on its lane: the plan in force, and what its caps have used.
package struct LaneJudge: Sendable {
    package private(set) var plan: LanePlan
    package let calendar: OfficeCalendar
    package let capacity: CapacityCalendar
    /// What the public is told, as far as rules name it.
    let notices: LaneNotices
    var index: LaneIndex
    /// What the calendar said of the moment that was last asked about: many items come at one
    /// moment, and a time zone is slow to ask.
    private var last: Instant?

    private struct Instant: Sendable {
        let moment: Moment
        let window: LaneWindow
        /// When a cap of the hour, and one of the day, has room again, once somebody asked.
        var room: (hour: Moment, day: Moment)?
    }

    /// A clock that went back further than this was wrong before, not now.
    private static let patience: Int64 = 48 * 3_600_000

    package init(
        _ plan: LanePlan,
        _ calendar: OfficeCalendar,
        _ capacity: CapacityCalendar = .usual,
        _ notices: LaneNotices = .none
    ) {
        self.plan = plan
        self.calendar = calendar
        self.capacity = capacity
        self.notices = notices
        index = LaneIndex(plan, at: Moment(milliseconds: 0))
    }

    /// The judge of an office as its ledger has it.
    package init(_ ledger: LedgerStore, _ calendar: OfficeCalendar) throws {
        self.init(
            try ledger.lanePlan(),
            calendar,
            try CapacityCalendar(ledger),
            try LaneNotices(ledger)
        )
    }

    /// Takes the plan as it is now.
    mutating func reload(_ ledger: LedgerStore) throws {
        self = try LaneJudge(ledger, calendar)
    }

    /// The moment that counts for caps: never before the last thing that was counted.
    ///
    /// A clock that goes back must not grant again what was granted. One that was days ahead and was
    /// put right is believed: what its real days have used is still known.
    package static func moment(_ now: Moment, _ ledger: LedgerStore) throws -> Moment {
        guard let last = try ledger.laneClock(), now < last,
            last.milliseconds - now.milliseconds <= patience
        else { return now }
        return last
    }

    /// The rule that decides about a lane; nothing where it is open because none speaks of it.
    package mutating func rule(for key: LaneKey, at now: Moment) -> LaneRule? {
        if !index.holds(at: now) { index = LaneIndex(plan, at: now) }
        return index.rule(for: key)
    }

    /// What is to become of an item that comes in; `now` is from ``moment(_:_:)``.
    package mutating func judge(
        _ key: LaneKey,
        customer: String,
        at now: Moment,
        _ tally: inout LaneTally
    ) throws -> LaneVerdict {
        guard let rule = rule(for: key, at: now) else { return .open }
        switch rule.state {
        case .open: return .open
        case .closed: return .refused(finding(.laneClosed, rule, resume: rule.setting.to, now))
        case .held(let limit):
            if let limit, try tally.held(rule.selector.text) >= limit {
                return .refused(finding(.laneLimited, rule, resume: rule.setting.to, now))
            }
            return .held(use(rule, nil), finding(.laneHeld, rule, resume: rule.setting.to, now))
        case .diverted(let partner):
            return .held(
                use(rule, nil),
                finding(.laneDiverted, rule, ["partner": partner], resume: rule.setting.to, now)
            )
        case .capped(let cap):
            let window = window(at: now)
            let sharing = cap.share == nil ? nil : customer
            let resume = try resume(rule, cap, window, sharing, now, &tally)
            guard let resume else { return .counted(use(rule, window)) }
            switch cap.over {
            case .refuse: return .refused(finding(.laneLimited, rule, resume: resume, now))
            case .hold: return .held(use(rule, nil), finding(.laneHeld, rule, resume: nil, now))
            }
        }
    }

    private mutating func window(at now: Moment) -> LaneWindow {
        if let last, last.moment == now { return last.window }
        let window = calendar.window(at: now)
        last = Instant(moment: now, window: window)
        return window
    }

    private mutating func room(behind now: Moment) -> (hour: Moment, day: Moment) {
        if let last, last.moment == now, let room = last.room { return room }
        let room = (
            hour: reopening(calendar.nextHour(after: now)),
            day: reopening(calendar.nextDay(after: now))
        )
        last = Instant(moment: now, window: window(at: now), room: room)
        return room
    }

    /// When a cap that is used up, or used up for a customer, has room again; nothing where it has.
    private mutating func resume(
        _ rule: LaneRule,
        _ cap: LaneCap,
        _ window: LaneWindow,
        _ customer: String?,
        _ now: Moment,
        _ tally: inout LaneTally
    ) throws -> Moment? {
        let lane = rule.selector.text
        let capacity = capacity
        func isFull(_ name: String, _ limit: Int?) throws -> Bool {
            guard let limit = limit.map({ capacity.scaled($0, on: window.day) }) else {
                return false
            }
            let isFull = try tally.count(lane, in: name, of: nil) >= limit
            guard let customer else { return isFull }
            return try tally.count(lane, in: name, of: customer) >= cap.share(of: limit) || isFull
        }
        let hour = try isFull(window.hour, cap.perHour)
        if try isFull(window.day, cap.perDay) { return room(behind: now).day }
        return hour ? room(behind: now).hour : nil
    }

    /// The moment itself, or the first day behind it on which anything is done at all.
    private func reopening(_ moment: Moment) -> Moment {
        var moment = moment
        // A calendar that closes a whole year says nothing of when.
        for _ in 0..<366 where capacity.isClosed(on: calendar.window(at: moment).day) {
            moment = calendar.nextDay(after: moment)
        }
        return moment
    }

    private func use(_ rule: LaneRule, _ window: LaneWindow?) -> LaneUse {
        LaneUse(lane: rule.selector.text, version: plan.version, window: window)
    }

    private func finding(
        _ code: FindingCode,
        _ rule: LaneRule,
        _ more: [String: String] = [:],
        resume: Moment?,
        _ now: Moment
    ) -> Finding {
        var details = ["reason": rule.reason, "lane": rule.selector.text, "rule": String(rule.id)]
        details["resume"] = resume?.text ?? "–"
        details["advisory"] = rule.setting.advisory
        details["plan"] = String(plan.version)
        if let resume {
            let seconds = max(1, (resume.milliseconds - now.milliseconds + 999) / 1000)
            details["seconds"] = String(seconds)
        }
        details.merge(notices.details(rule.setting.advisory)) { $1 }
        return Finding(code, at: "", details.merging(more) { $1 })
    }
}
