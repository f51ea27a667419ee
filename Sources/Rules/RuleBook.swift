package import Mail

/// The rules in the order in which they are asked, each with its lanes, its dates and its source.
package struct RuleBook: Sendable {
    package let rows: [Row]

    package struct Row: Sendable {
        package let rule: any Rule
        package let lane: LaneScope
        /// The first day; nothing for what we always ask, so that a clock that is wrong by years
        /// lets nothing past.
        package let from: CalendarDay?
        /// The last day; nothing while the rule holds.
        package let to: CalendarDay?
        package let source: Authority

        package init(
            _ rule: any Rule,
            lane: LaneScope = .any,
            from: CalendarDay? = nil,
            to: CalendarDay? = nil,
            source: Authority
        ) {
            self.rule = rule
            self.lane = lane
            self.from = from
            self.to = to
            self.source = source
        }

        package func holds(on day: CalendarDay) -> Bool {
            if let from, day < from { return false }
            if let to, to < day { return false }
            return true
        }
    }

    package init(_ rows: [Row]) {
        self.rows = rows
    }

    /// The rules of the day for this lane.
    package func rules(for examined: Examined) -> [any Rule] {
        rows.lazy
            .filter { $0.holds(on: examined.context.day) && $0.lane.contains(examined) }
            .map(\.rule)
    }
}
