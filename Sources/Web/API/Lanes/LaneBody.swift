import Ledger
import Mail
import Office

/// The body of a request to change lanes, read strictly: what is wrong with it is gathered, each
/// with its place.
struct LaneBody {
    private let json: JSONValue
    private let calendar: OfficeCalendar
    private var findings: [Finding] = []

    init(_ json: JSONValue, _ calendar: OfficeCalendar) {
        self.json = json
        self.calendar = calendar
    }

    /// - Throws: ``APIRefusal`` `fields`; ``LaneRefusal`` for a plan that is not there.
    static func request(
        _ json: JSONValue,
        _ calendar: OfficeCalendar,
        _ ledger: LedgerStore
    ) throws -> LaneRequest {
        var body = LaneBody(json, calendar)
        body.know(["plan", "perDay", "drops", "settings", "reason"], json, at: "")
        let reason = body.text("reason", of: json, at: "", isRequired: true)
        let plan = body.text("plan", of: json, at: "")
        let perDay = body.whole("perDay", of: json, at: "")
        let drops = body.drops()
        let settings = body.settings()
        guard body.findings.isEmpty else { throw APIRefusal.fields(body.findings) }
        let named = try plan.map { try LaneCatalogue.settings($0, perDay: perDay, ledger) }
        return LaneRequest(
            clears: named != nil,
            drops: drops,
            settings: (named ?? []) + settings,
            reason: reason ?? ""
        )
    }

    private mutating func drops() -> [Int] {
        list("drops")
            .compactMap { index, element in
                guard let number = element.wholeNumber else {
                    refuse("/drops/\(index)", "whole number", element.kind)
                    return nil
                }
                return number
            }
    }

    private mutating func settings() -> [LaneSetting] {
        list("settings").compactMap { index, element in setting(element, at: "/settings/\(index)") }
    }

    private mutating func list(_ name: String) -> [(Int, JSONValue)] {
        switch json[name] {
        case nil, .null?: return []
        case .array(let elements)? where elements.count <= 1000:
            return Array(elements.enumerated()).map { ($0.offset, $0.element) }
        case let other?:
            refuse("/" + name, "list of at most 1000", other.kind)
            return []
        }
    }

    private mutating func setting(_ json: JSONValue, at pointer: String) -> LaneSetting? {
        know(
            [
                "lane", "state", "perDay", "perHour", "over", "share", "limit", "partner",
                "advisory", "from", "to",
            ],
            json,
            at: pointer
        )
        let lane = text("lane", of: json, at: pointer, isRequired: true)
        let name = text("state", of: json, at: pointer, isRequired: true)
        let advisory = text("advisory", of: json, at: pointer)
        let from = moment("from", of: json, at: pointer)
        let to = moment("to", of: json, at: pointer)
        guard let lane, let name else { return nil }
        let selector: LaneSelector
        do throws(LaneSelector.Flaw) {
            selector = try LaneSelector(lane)
        } catch {
            refuse(pointer + "/lane", error.expected, error.found)
            return nil
        }
        guard let state = state(name, json, at: pointer) else { return nil }
        return LaneSetting(selector, state, advisory: advisory, from: from, to: to)
    }

    /// What belongs to another state is a slip of the pen, as it is for the command.
    private mutating func state(
        _ name: String,
        _ json: JSONValue,
        at pointer: String
    ) -> LaneState? {
        guard let known = LaneState.Name(rawValue: name) else {
            let names = LaneState.Name.allCases.map(\.rawValue).joined(separator: ", ")
            refuse(pointer + "/state", names, name)
            return nil
        }
        let belongs: [String: LaneState.Name] = [
            "perDay": .capped, "perHour": .capped, "over": .capped, "share": .capped,
            "limit": .held, "partner": .diverted,
        ]
        for (member, state) in belongs.sorted(by: { $0.key < $1.key })
        where state != known && json[member] != nil && json[member] != .null {
            refuse("\(pointer)/\(member)", "state \(state.rawValue)", name)
        }
        for member in ["perDay", "perHour", "share", "limit"] {
            _ = whole(member, of: json, at: pointer)
        }
        let over = text("over", of: json, at: pointer) ?? LaneCap.Over.refuse.rawValue
        guard LaneCap.Over(rawValue: over) != nil else {
            refuse(pointer + "/over", "refuse, hold", over)
            return nil
        }
        let whole = JSONValue.members([
            ("state", .string(name)), ("over", .string(over)), ("perDay", json["perDay"]),
            ("perHour", json["perHour"]), ("share", json["share"]), ("limit", json["limit"]),
            ("partner", text("partner", of: json, at: pointer).map { .string($0) }),
        ])
        if case .held(let limit?)? = LaneState(whole), limit < 1 {
            refuse(pointer + "/limit", "at least 1", String(limit))
            return nil
        }
        guard let state = LaneState(whole) else {
            refuse(
                pointer,
                known == .diverted
                    ? "partner" : "perDay or perHour of at least 1, and a share of 1 to 100",
                "none"
            )
            return nil
        }
        return state
    }

    private mutating func know(_ names: [String], _ json: JSONValue, at pointer: String) {
        guard case .object(let members) = json else {
            return refuse(pointer, "object", json.kind)
        }
        for member in members where !names.contains(member.name) {
            let place = pointer + "/" + JSONPointer.escaped(member.name)
            findings.append(Finding(.fieldUnknown, at: place, ["name": member.name]))
        }
    }

    private mutating func text(
        _ name: String,
        of json: JSONValue,
        at pointer: String,
        isRequired: Bool = false
    ) -> String? {
        let place = pointer + "/" + name
        switch json[name] {
        case nil, .null?:
            if isRequired { refuse(place, "text", "nothing") }
            return nil
        case .string(let text)?:
            guard text.utf8.count <= 2000,
                text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else {
                refuse(place, "text of one line", "\(text.utf8.count) bytes")
                return nil
            }
            return text
        case let other?:
            refuse(place, "text", other.kind)
            return nil
        }
    }

    private mutating func whole(
        _ name: String,
        of json: JSONValue,
        at pointer: String
    ) -> Int? {
        switch json[name] {
        case nil, .null?: return nil
        case let value?:
            guard let number = value.wholeNumber, (0...1_000_000_000).contains(number) else {
                refuse("\(pointer)/\(name)", "whole number up to 1000000000", value.kind)
                return nil
            }
            return number
        }
    }

    private mutating func moment(
        _ name: String,
        of json: JSONValue,
        at pointer: String
    ) -> Moment? {
        guard let text = text(name, of: json, at: pointer) else { return nil }
        guard let moment = calendar.moment(text) else {
            refuse("\(pointer)/\(name)", "2026-12-24T18:00 or 2026-12-24T18:00:00Z", text)
            return nil
        }
        return moment
    }

    private mutating func refuse(_ pointer: String, _ expected: String, _ found: String) {
        findings.append(
            Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": found])
        )
    }
}
