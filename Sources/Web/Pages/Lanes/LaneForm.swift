import Mail
import Office

/// The form of one change: its fields are named by their way in what the API takes, so that what is
/// wrong with one is said beside it.
struct LaneForm {
    private static let numbers = ["perDay", "perHour", "share", "limit"]
    private static let texts = ["partner", "advisory", "from", "to"]

    let words: WordList
    let values: FormValues

    /// The plan that is put in force as a whole, if one is.
    var plan: String? { values.text("plan") }

    private static func name(_ member: String) -> String { "settings.0." + member }

    /// The plans of fields, the ones that always count first.
    var fields: [FieldPlan] {
        guard plan == nil else { return planFields + [reason] }
        let states = LaneState.Name.allCases.map { ($0.rawValue, words("lane_\($0.rawValue)")) }
        return [
            field("lane", .code, "c8", hint: words("lane_f_lane_hint"), isOptional: false),
            field("state", .select(states), "c4", isOptional: false), reason,
        ]
    }

    private var planFields: [FieldPlan] {
        guard plan == ReadyMadePlan.everythingCapped.rawValue else { return [] }
        return [
            FieldPlan("perDay", words("lane_f_perDay"), .number, width: "c4", autocomplete: "off")
        ]
    }

    /// What belongs to some states alone, and times.
    var more: [FieldPlan] {
        guard plan == nil else { return [] }
        let over = [
            ("", words("choose")), ("refuse", words("lane_over_refuse")),
            ("hold", words("lane_over_hold")),
        ]
        return [
            field("perDay", .number, "c3"), field("perHour", .number, "c3"),
            field("over", .select(over), "c3"), field("share", .number, "c3"),
            field("limit", .number, "c3"), field("partner", .text, "c3"),
            field("advisory", .code, "c6"),
            field("from", .code, "c6", hint: words("lane_f_time_hint")),
            field("to", .code, "c6", hint: words("lane_f_time_hint")),
        ]
    }

    private var reason: FieldPlan {
        FieldPlan(
            "reason",
            words("lane_f_reason"),
            .text,
            width: "c12",
            hint: words("lane_f_reason_hint"),
            autocomplete: "off"
        )
    }

    private func field(
        _ member: String,
        _ kind: FieldPlan.Kind,
        _ width: String,
        hint: String? = nil,
        isOptional: Bool = true
    ) -> FieldPlan {
        FieldPlan(
            Self.name(member),
            words("lane_f_\(member)"),
            kind,
            width: width,
            isOptional: isOptional,
            hint: hint,
            autocomplete: "off"
        )
    }

    var names: [String] { (fields + more).map(\.name) }

    /// What was filled in, as the API's body has it.
    var json: JSONValue {
        func number(_ text: String?) -> JSONValue? {
            text.map { text in Int(text).map { .integer($0) } ?? .string(text) }
        }
        let reason: (String, JSONValue?) = ("reason", .text(values.text("reason")))
        if let plan {
            return .members([
                ("plan", .string(plan)), ("perDay", number(values.text("perDay"))), reason,
            ])
        }
        let texts = (["lane", "state", "over"] + Self.texts)
            .map { ($0, JSONValue.text(values.text(Self.name($0)))) }
        let numbers = Self.numbers.map { ($0, number(values.text(Self.name($0)))) }
        return .members([("settings", .array([.members(texts + numbers)])), reason])
    }
}
