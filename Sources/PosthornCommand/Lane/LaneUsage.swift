import Ledger
import Mail
import Office

/// What a rule's cap has used in the hour and day under way, or how many items its lane holds.
struct LaneUsage {
    let hour: Int
    let day: Int
    let held: Int
    private let state: LaneState

    init(
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

    var text: String {
        var parts: [String] = []
        if case .capped(let cap) = state {
            if let limit = cap.perHour { parts.append("\(hour) of \(limit) this hour") }
            if let limit = cap.perDay { parts.append("\(day) of \(limit) today") }
        }
        if held > 0 { parts.append("\(held) held") }
        return parts.isEmpty ? "" : " [" + parts.joined(separator: ", ") + "]"
    }

    var members: [JSONValue.Member] {
        [
            JSONValue.Member("usedThisHour", .integer(hour)),
            JSONValue.Member("usedToday", .integer(day)), JSONValue.Member("held", .integer(held)),
        ]
    }
}
