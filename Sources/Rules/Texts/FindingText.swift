package import Mail

/// What a person reads of a finding: what is wrong, and what to do about it.
package enum FindingText {
    /// The two sentences of one code in one language, with `{placeholders}` for details.
    package struct Words: Hashable, Sendable {
        package let message: String
        package let remedy: String

        init(_ message: String, _ remedy: String) {
            self.message = message
            self.remedy = remedy
        }

        /// The names of the details that the two sentences speak of.
        package var placeholders: Set<String> {
            Set(FindingText.placeholders(message) + FindingText.placeholders(remedy))
        }
    }

    /// What is wrong, one full sentence or two.
    ///
    /// Details that the sentences do not speak of follow in brackets, so that none is lost.
    package static func message(_ finding: Finding, _ language: Language) -> String {
        let words = words(of: finding.code, language)
        let message = fill(words.message, finding, language)
        let spoken = words.placeholders
        let rest = finding.details
            .filter { !spoken.contains($0.key) && !$0.value.isEmpty }
            .sorted { $0.key < $1.key }
        guard !rest.isEmpty else { return message }
        return message + " (" + rest.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + ")"
    }

    /// What to do, as an instruction with an example.
    package static func remedy(_ finding: Finding, _ language: Language) -> String {
        fill(words(of: finding.code, language).remedy, finding, language)
    }

    package static func words(of code: FindingCode, _ language: Language) -> Words {
        let table =
            switch language {
            case .italian: italian
            case .english: english
            case .french: french
            case .german: german
            case .dutch: dutch
            }
        return table[code] ?? Words(code.rawValue, code.rawValue)
    }

    private static func fill(
        _ text: String,
        _ finding: Finding,
        _ language: Language
    ) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += value(of: name, finding, language)
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// A country is called by its name in the reader's language; a long text is cut where the
    /// sentence would drown in it.
    private static func value(
        of name: String,
        _ finding: Finding,
        _ language: Language
    ) -> String {
        guard let value = finding.details[name] else { return "?" }
        if name == "country", let country = Country(value) { return country.name(in: language) }
        guard value.count > 80 else { return value }
        return value.prefix(79) + "…"
    }

    private static func placeholders(_ text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
            .compactMap { part in
                part.firstIndex(of: "}").map { String(part[..<$0]) }
            }
    }
}
