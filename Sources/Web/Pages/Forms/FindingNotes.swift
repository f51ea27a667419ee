import Mail
import Office

/// Findings as a page shows them: beside the field each points at, or above the form.
struct FindingNotes {
    private let words: WordList
    private(set) var said: [String: [Said]] = [:]
    /// What points at no field of the page.
    private(set) var notes: [[String: String]] = []
    private(set) var errors: [ErrorLink] = []

    /// Findings on a page whose fields have those names, in their order.
    init(_ findings: [Finding], fields names: [String], _ words: WordList) {
        self.words = words
        for finding in findings {
            let text = finding.json(in: words.language)
            let message = text["message"]?.text ?? finding.code.rawValue
            let remedy = text["remedy"]?.text ?? ""
            let field = Self.field(of: finding.pointer, among: names)
            if finding.severity != .warn {
                let place = Self.place(of: finding.pointer, words)
                errors.append(ErrorLink(place + message, field: field))
            }
            guard let field else {
                notes.append(Self.note(finding, message, remedy, words))
                continue
            }
            let said = Said(
                number: self.said[field]?.count ?? 0,
                id: Field.id(field),
                kind: words("severity_\(finding.severity.rawValue)"),
                message: message,
                remedy: remedy,
                isWarning: finding.severity == .warn
            )
            self.said[field, default: []].append(said)
        }
    }

    /// Whose name, which line: what a field's surroundings say, a summary must say itself.
    private static func place(of pointer: String, _ words: WordList) -> String {
        let parts = pointer.split(separator: "/")
        switch parts.first {
        case "sender", "addressee": return words("section_\(parts[0])") + ": "
        case "contents":
            guard parts.count > 2, parts[1] == "lines", let number = Int(parts[2]) else {
                return ""
            }
            return words("line_heading", ["number": String(number + 1)]) + ": "
        default: return ""
        }
    }

    /// Says something of our own beside a field.
    mutating func say(_ message: String, at field: String) {
        errors.append(ErrorLink(message, field: field))
        let said = Said(
            number: self.said[field]?.count ?? 0,
            id: Field.id(field),
            kind: words("error_prefix"),
            message: message,
            remedy: "",
            isWarning: false
        )
        self.said[field, default: []].append(said)
    }

    /// Says something of our own above the form.
    mutating func say(_ message: String) { errors.append(ErrorLink(message)) }

    static func note(
        _ finding: Finding,
        _ message: String,
        _ remedy: String,
        _ words: WordList
    ) -> [String: String] {
        var note = [
            "kind": "warn", "kindWord": words("severity_\(finding.severity.rawValue)"),
            "message": message, "remedy": remedy,
        ]
        // What the public is told of the lane, where something is.
        note["href"] = finding.details["notice"]
        return note
    }

    /// Every finding above the form.
    static func notes(_ findings: [Finding], _ words: WordList) -> [[String: String]] {
        findings.map { finding in
            let text = finding.json(in: words.language)
            return note(
                finding,
                text["message"]?.text ?? finding.code.rawValue,
                text["remedy"]?.text ?? "",
                words
            )
        }
    }

    /// The field that a JSON pointer names, or the first one inside of what it names.
    static func field(of pointer: String, among names: [String]) -> String? {
        let name = pointer.dropFirst().replacing("/", with: ".")
        guard !name.isEmpty else { return nil }
        return names.first { $0 == name } ?? names.first { $0.hasPrefix(name + ".") }
    }
}
