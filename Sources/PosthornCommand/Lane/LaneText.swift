import Ledger
import Mail
import Office

/// Lane plans as a person reads them, and as scripts do.
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

    static func json(_ rule: LaneRule) -> JSONValue {
        .members(
            [
                ("rule", .integer(rule.id)), ("lane", .string(rule.selector.text)),
                ("version", .integer(rule.version)),
            ] + rule.state.members + [
                ("from", rule.setting.from.map { .string($0.text) }),
                ("to", rule.setting.to.map { .string($0.text) }),
                ("reason", .string(rule.reason)), ("advisory", .text(rule.setting.advisory)),
                ("by", .string(rule.by.text)), ("approvedBy", .text(rule.approvedBy?.text)),
                ("at", .string(rule.at.text)),
            ]
        )
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

    static func json(_ impact: LaneImpact) -> JSONValue {
        func rows(_ rows: [LaneImpact.Row]) -> JSONValue {
            .array(
                rows.map {
                    .members([
                        ("before", .string($0.before.rawValue)),
                        ("after", .string($0.after.rawValue)), ("items", .integer($0.items)),
                        ("customers", .integer($0.customers)),
                    ])
                }
            )
        }
        return .members([("live", rows(impact.live)), ("lastDay", rows(impact.lastDay))])
    }
}
