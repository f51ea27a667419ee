package import Ledger
package import Mail

/// What a rule's cap has used in the hour and day under way, or how many items its lane holds.
package struct LaneUsage: Hashable, Sendable {
    package let hour: Int
    package let day: Int
    package let held: Int
    private let state: LaneState

    package init(
        _ rule: LaneRule,
        _ ledger: LedgerStore,
        _ calendar: OfficeCalendar,
        at now: Moment
    ) throws {
        let window = calendar.window(at: now)
        let lane = rule.selector.text
        hour = try ledger.laneCount(lane, in: window.hour)
        day = try ledger.laneCount(lane, in: window.day)
        held = try ledger.laneHeld(lane)
        state = rule.state
    }

    package var text: String {
        var parts: [String] = []
        if case .capped(let cap) = state {
            if let limit = cap.perHour { parts.append("\(hour) of \(limit) this hour") }
            if let limit = cap.perDay { parts.append("\(day) of \(limit) today") }
        }
        if held > 0 { parts.append("\(held) held") }
        return parts.isEmpty ? "" : " [" + parts.joined(separator: ", ") + "]"
    }

    package var members: [JSONValue.Member] {
        [
            JSONValue.Member("usedThisHour", .integer(hour)),
            JSONValue.Member("usedToday", .integer(day)), JSONValue.Member("held", .integer(held)),
        ]
    }
}

/// The rules in force at a moment, with what they have used, as programs read them.
package enum LaneList {
    package static func json(
        _ plan: LanePlan,
        _ usage: [LaneUsage?],
        _ proposals: [LaneProposal],
        at moment: Moment,
        _ calendar: OfficeCalendar
    ) -> JSONValue {
        let rules = zip(plan.inForce(at: moment), usage)
            .map { rule, used -> JSONValue in
                guard case .object(let members) = rule.json else { return .null }
                return .object(members + (used?.members ?? []))
            }
        return .members([
            ("version", .integer(plan.version)), ("at", .string(moment.text)),
            ("timeZone", .string(calendar.name)), ("rules", .array(rules)),
            ("proposals", .array(proposals.map { .string($0.id) })),
        ])
    }
}
