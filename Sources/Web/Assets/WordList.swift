import Mail

/// What the pages say in one language.
struct WordList: Sendable {
    let language: Language
    let words: [String: String]

    /// Parses `name = text`, a line each; lines that begin with `#` say nothing.
    init(_ text: String, in language: Language) {
        self.language = language
        var words: [String: String] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let name = String(parts[0]).trimmed else {
                preconditionFailure("a line of words is 'name = text': \(line)")
            }
            precondition(words[name] == nil, "\(name) is said twice in \(language.rawValue)")
            words[name] = String(parts[1]).trimmed ?? ""
        }
        self.words = words
    }

    private static let all: [Language: WordList] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let asset = Asset.named("words/\(language.rawValue).txt")
            return (language, WordList(asset.text, in: language))
        }
    )

    static func of(_ language: Language) -> WordList {
        guard let list = all[language] else {
            preconditionFailure("no words for \(language.rawValue)")
        }
        return list
    }

    /// The word of that name, with `{placeholders}` filled in.
    func callAsFunction(_ name: String, _ values: [String: String] = [:]) -> String {
        guard let word = words[name] else { preconditionFailure("no word \(name)") }
        guard !values.isEmpty else { return word }
        var filled = ""
        var rest = word[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// The language's name in itself.
    static func name(of language: Language) -> String {
        switch language {
        case .italian: "Italiano"
        case .english: "English"
        case .french: "Français"
        case .german: "Deutsch"
        case .dutch: "Nederlands"
        }
    }
}
