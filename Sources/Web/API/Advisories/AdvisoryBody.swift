import Mail
import Office

/// An advisory as a program or a page sends it, read strictly: what is wrong with it is gathered,
/// each with its place.
struct AdvisoryBody {
    /// Lanes that one advisory may be about.
    private static let lanes = 100

    private let json: JSONValue
    private let calendar: OfficeCalendar
    private var findings: [Finding] = []

    private init(_ json: JSONValue, _ calendar: OfficeCalendar) {
        self.json = json
        self.calendar = calendar
    }

    /// - Throws: ``APIRefusal`` `fields`.
    static func read(
        _ json: JSONValue,
        _ calendar: OfficeCalendar
    ) throws(APIRefusal) -> (name: AdvisoryName, content: AdvisoryContent) {
        var body = AdvisoryBody(json, calendar)
        body.know(
            ["name", "kind", "lanes", "since", "until", "next_update", "texts"],
            json,
            at: ""
        )
        let name = body.value("name", expected: AdvisoryName.rule, isRequired: true) {
            AdvisoryName($0)
        }
        let kinds = AdvisoryKind.allCases.map(\.rawValue).joined(separator: ", ")
        let kind = body.value("kind", expected: "one of \(kinds)", isRequired: true) {
            AdvisoryKind(rawValue: $0)
        }
        let lanes = body.selectors()
        let since = body.moment("since", isRequired: true)
        let until = body.moment("until", isRequired: false)
        let next = body.moment("next_update", isRequired: false)
        let texts = body.texts()
        guard body.findings.isEmpty, let name, let kind, let since, let texts else {
            throw .fields(body.findings)
        }
        let content = AdvisoryContent(
            kind: kind,
            lanes: lanes,
            since: since,
            until: until,
            nextUpdate: next,
            texts: texts
        )
        return (name, content)
    }

    private mutating func moment(_ name: String, isRequired: Bool) -> Moment? {
        let calendar = calendar
        let expected = "a moment such as 2026-12-24T18:00"
        return value(name, expected: expected, isRequired: isRequired) { calendar.moment($0) }
    }

    private mutating func value<Value>(
        _ name: String,
        expected: String,
        isRequired: Bool,
        _ convert: (String) -> Value?
    ) -> Value? {
        switch json[name] {
        case nil, .null?:
            if isRequired { refuse("/" + name, expected, "nothing") }
            return nil
        case .string(let text)?:
            let value = convert(text)
            if value == nil { refuse("/" + name, expected, String(text.prefix(100))) }
            return value
        case let other?:
            refuse("/" + name, expected, other.kind)
            return nil
        }
    }

    private mutating func selectors() -> [LaneSelector] {
        guard let elements = json["lanes"]?.elements, (1...Self.lanes).contains(elements.count)
        else {
            refuse("/lanes", "a list of 1 to \(Self.lanes) lanes", json["lanes"]?.kind ?? "nothing")
            return []
        }
        return elements.enumerated()
            .compactMap { place, element in
                guard let text = element.text else {
                    refuse("/lanes/\(place)", "text", element.kind)
                    return nil
                }
                do throws(LaneSelector.Flaw) {
                    return try LaneSelector(text)
                } catch {
                    refuse("/lanes/\(place)", error.expected, error.found)
                    return nil
                }
            }
    }

    private mutating func texts() -> AdvisoryTexts? {
        let languages = Language.allCases.map(\.rawValue)
        guard let whole = json["texts"], case .object = whole else {
            refuse("/texts", "an object with " + languages.joined(separator: ", "), "nothing")
            return nil
        }
        know(languages, whole, at: "/texts")
        var texts: [Language: AdvisoryText] = [:]
        for language in Language.allCases {
            texts[language] = text(whole[language.rawValue], at: "/texts/" + language.rawValue)
        }
        return try? AdvisoryTexts(texts)
    }

    private mutating func text(_ json: JSONValue?, at pointer: String) -> AdvisoryText? {
        guard let json, case .object = json else {
            refuse(pointer, "an object with title, what, advice", json?.kind ?? "nothing")
            return nil
        }
        know(["title", "what", "advice"], json, at: pointer)
        func part(_ name: String) -> String { json[name]?.text ?? "" }
        do throws(AdvisoryText.Flaw) {
            return try AdvisoryText(
                title: part("title"),
                what: part("what"),
                advice: part("advice")
            )
        } catch {
            refuse(pointer + "/" + error.part.rawValue, "a text", "\(error.why)")
            return nil
        }
    }

    private mutating func know(_ names: [String], _ json: JSONValue, at pointer: String) {
        guard case .object(let members) = json else {
            return refuse(pointer, "object", json.kind)
        }
        for member in members where !names.contains(member.name) {
            findings.append(
                Finding(
                    .fieldUnknown,
                    at: pointer + "/" + JSONPointer.escaped(member.name),
                    ["name": member.name]
                )
            )
        }
    }

    private mutating func refuse(_ pointer: String, _ expected: String, _ found: String) {
        findings.append(
            Finding(.fieldMalformed, at: pointer, ["expected": expected, "found": found])
        )
    }
}
