package import Mail

/// What a person reads of a problem, in five languages.
package struct ProblemText: Hashable, Sendable {
    package let title: String
    /// Both sides, with `{placeholders}` for them.
    package let detail: String
    package let remedy: String

    init(_ title: String, _ detail: String, _ remedy: String) {
        self.title = title
        self.detail = detail
        self.remedy = remedy
    }

    package static func of(_ code: ProblemCode, _ language: Language) -> ProblemText {
        let table =
            switch language {
            case .italian: italian
            case .english: english
            case .french: french
            case .german: german
            case .dutch: dutch
            }
        return table[code] ?? ProblemText(code.rawValue, code.rawValue, code.rawValue)
    }

    /// The text with its placeholders filled, each once; what a value holds is not filled again.
    static func fill(_ text: String, _ values: [String: String]) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += values[String(rest[rest.index(after: open)..<close]), default: "–"]
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
