import Ledger
import Mail
import Office

/// Lane plans as a person reads them.
enum LaneText {
    /// A line for each rule: number, lane, state, time, why, who.
    static func lines(_ rules: [LaneRule], _ calendar: OfficeCalendar) -> [String] {
        let lanes = rules.map(\.selector.name)
        let width = lanes.map(\.count).max() ?? 0
        return zip(rules, lanes)
            .map { rule, lane in
                let number = String(repeating: " ", count: max(0, 4 - String(rule.id).count))
                let space = String(repeating: " ", count: width - lane.count)
                return "\(number)\(rule.id)  \(lane)\(space)  \(rule.state.text)"
                    + time(rule.setting, calendar) + ": \(rule.reason) (\(who(rule)))"
            }
    }

    static func time(_ setting: LaneSetting, _ calendar: OfficeCalendar) -> String {
        let from = setting.from.map { " from " + calendar.text($0) } ?? ""
        let to = setting.to.map { " until " + calendar.text($0) } ?? ""
        return from + to
    }

    static func who(_ rule: LaneRule) -> String {
        rule.by.text + (rule.approvedBy.map { ", approved by " + $0.text } ?? "")
    }

    /// What a change affects, in words: items there are, and what yesterday would have been.
    static func lines(_ impact: LaneImpact) -> [String] {
        func lines(_ rows: [LaneImpact.Row], _ what: String) -> [String] {
            rows.isEmpty
                ? ["  \(what): none affected"]
                : rows.map {
                    "  \(what): \($0.items) items of \($0.customers) customers,"
                        + " \($0.before.rawValue) before, \($0.after.rawValue) then"
                }
        }
        return lines(impact.live, "not yet despatched")
            + lines(impact.lastDay, "lodged in the last 24 hours")
    }
}
