import Mail
import Office

/// The form of an advisory: its fields are named by their way in what the API takes.
struct AdvisoryForm {
    let words: WordList

    private static let parts = ["title", "what", "advice"]

    private static func name(_ language: Language, _ part: String) -> String {
        "texts.\(language.rawValue).\(part)"
    }

    var head: [FieldPlan] {
        let kinds = AdvisoryKind.allCases.map { ($0.rawValue, words("adv_k_\($0.rawValue)")) }
        let time = words("lane_f_time_hint")
        return [
            plan("name", "adv_f_name", .code, "c4", hint: words("adv_f_name_hint")),
            plan("kind", "adv_f_kind", .select(kinds), "c4"),
            plan("lanes", "adv_f_lanes", .area, "c12", hint: words("adv_f_lanes_hint")),
            plan("since", "adv_f_since", .code, "c4", hint: time),
            plan("until", "adv_f_until", .code, "c4", hint: time, isOptional: true),
            plan("next_update", "adv_f_next", .code, "c4", hint: time, isOptional: true),
        ]
    }

    func texts(_ language: Language) -> [FieldPlan] {
        [
            plan(Self.name(language, "title"), "adv_f_title", .text, "c12"),
            plan(Self.name(language, "what"), "adv_f_what", .area, "c6"),
            plan(Self.name(language, "advice"), "adv_advice", .area, "c6"),
        ]
    }

    var names: [String] { (head + Language.allCases.flatMap(texts)).map(\.name) }

    private func plan(
        _ name: String,
        _ word: String,
        _ kind: FieldPlan.Kind,
        _ width: String,
        hint: String? = nil,
        isOptional: Bool = false
    ) -> FieldPlan {
        FieldPlan(
            name,
            words(word),
            kind,
            width: width,
            isOptional: isOptional,
            hint: hint,
            autocomplete: "off"
        )
    }

    /// What was filled in, as the API's body has it.
    func json(_ values: FormValues) -> JSONValue {
        func text(_ name: String) -> JSONValue? { .text(values.text(name)) }
        let lanes = (values.text("lanes") ?? "").split { $0 == ";" || $0.isNewline }
            .compactMap { String($0).trimmed }
        return .members([
            ("name", text("name")), ("kind", text("kind")),
            ("lanes", .array(lanes.map { .string($0) })), ("since", text("since")),
            ("until", text("until")), ("next_update", text("next_update")),
            (
                "texts",
                .members(
                    Language.allCases.map { language in
                        (
                            language.rawValue,
                            .members(
                                Self.parts.map {
                                    ($0, text(Self.name(language, $0)) ?? .string(""))
                                }
                            )
                        )
                    }
                )
            ),
        ])
    }

    /// The form of an update, with what is published; the next update is to be promised anew.
    func filled(_ history: AdvisoryHistory, _ calendar: OfficeCalendar) -> FormValues {
        var values = FormValues()
        let content = history.content
        func text(_ moment: Moment) -> String {
            let parts = calendar.text(moment).split(separator: " ")
            return "\(parts[0])T\(parts[1])"
        }
        values.set("name", history.name.text)
        values.set("kind", content.kind.rawValue)
        values.set("lanes", content.lanes.map(\.name).joined(separator: "\n"))
        values.set("since", text(content.since))
        values.set("until", content.until.map(text) ?? "")
        values.set("seen", String(history.version))
        for language in Language.allCases {
            let said = content.texts[language]
            values.set(Self.name(language, "title"), said.title)
            values.set(Self.name(language, "what"), said.what.source)
            values.set(Self.name(language, "advice"), said.advice.source)
        }
        return values
    }
}
