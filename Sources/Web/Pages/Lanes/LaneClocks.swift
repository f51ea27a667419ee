import Ledger
import Mail
import Office

/// The clocks of the board: the office's, since the plan changed, until it changes by itself.
struct LaneClocks {
    /// A clock that a script lets run; without one it shows what was so when the page was made.
    struct Clock {
        let label: String
        let text: String
        /// `wall`, `since` or `until`: what a script makes of the moment.
        let kind: String
        /// Milliseconds since 1970.
        let moment: String
        /// What the wall's clock is ahead of UTC, in milliseconds.
        let offset: String
        let note: String
        let iso: String
        let hasMoment: Bool
    }

    private let visit: Visit

    init(_ visit: Visit) {
        self.visit = visit
    }

    var values: [Clock] {
        get throws {
            let (words, calendar, now) = (visit.words, visit.office.calendar, visit.now)
            let lanes = LaneWords(words)
            let plan = try visit.office.judge().plan
            let wall = calendar.text(now)
            let last = try visit.office.ledger.laneChanges().last
            let next = plan.nextBoundary(after: now)
            return [
                clock(
                    "lanes_time",
                    String(wall.dropFirst(11).prefix(5)),
                    "wall",
                    now,
                    note: String(wall.prefix(10)) + " " + calendar.name
                ),
                clock(
                    "lanes_since",
                    last.map { lanes.span(now.milliseconds - $0.at.milliseconds) },
                    "since",
                    last?.at,
                    note: last.map { calendar.text($0.at) + " – " + $0.reason } ?? ""
                ),
                clock(
                    "lanes_next",
                    next.map { lanes.span($0.milliseconds - now.milliseconds) },
                    "until",
                    next,
                    note: next.map { calendar.text($0) + " – " + rules(plan, at: $0) } ?? ""
                ),
            ]
        }
    }

    private func clock(
        _ word: String,
        _ text: String?,
        _ kind: String,
        _ moment: Moment?,
        note: String
    ) -> Clock {
        Clock(
            label: visit.words(word),
            text: text ?? visit.words("lanes_none"),
            kind: kind,
            moment: moment.map { String($0.milliseconds) } ?? "",
            offset: moment.map { String(visit.office.calendar.offset(at: $0)) } ?? "",
            note: note,
            iso: moment?.text ?? "",
            hasMoment: moment != nil
        )
    }

    /// What begins or ends then.
    private func rules(_ plan: LanePlan, at moment: Moment) -> String {
        let lanes = LaneWords(visit.words)
        return
            plan.rules.filter { $0.setting.from == moment || $0.setting.to == moment }
            .map { lanes.lanes($0.selector) + ": " + lanes.state($0.state.name) }
            .joined(separator: "; ")
    }
}
