import Mail

/// The closed sets that forms offer, in the reader's words.
enum Choices {
    typealias List = [(value: String, label: String)]

    static func countries(_ words: WordList) -> List {
        choose(words)
            + Country.all.map { (value: $0.code, label: $0.name(in: words.language)) }
            .sorted { sortKey($0.label) < sortKey($1.label) }
    }

    static func products(_ words: WordList) -> List {
        choose(words) + Product.allCases.map { ($0.rawValue, words("product_\($0.rawValue)")) }
    }

    static func natures(_ words: WordList) -> List {
        choose(words)
            + [
                "sale", "gift", "documents", "sample", "returned", "correspondence", "mixed",
                "other",
            ]
            .map { ($0, words("nature_\($0)")) }
    }

    static func senderKinds(_ words: WordList) -> List {
        choose(words) + ["private", "business"].map { ($0, words("kind_\($0)")) }
    }

    static func payers(_ words: WordList) -> List {
        choose(words) + ["addressee", "sender"].map { ($0, words("pays_\($0)")) }
    }

    static func nonDelivery(_ words: WordList) -> List {
        choose(words)
            + ["return", "abandon", "redirect"].map { ($0, words("nondelivery_\($0)")) }
    }

    static func states(_ words: WordList) -> List {
        [("", words("any"))]
            + ItemState.allCases.filter { $0 != .draft }
            .map { ($0.rawValue, words("state_\($0.rawValue)")) }
    }

    static func destinations(_ words: WordList) -> List {
        [("", words("any"))] + countries(words).dropFirst()
    }

    static func roles(_ words: WordList) -> List {
        choose(words) + Role.allCases.map { ($0.rawValue, words("role_\($0.rawValue)")) }
    }

    static func languages() -> List {
        Language.allCases.map { ($0.rawValue, WordList.name(of: $0)) }
    }

    private static func choose(_ words: WordList) -> List { [("", words("choose"))] }

    /// Accents do not push a name behind Z.
    private static func sortKey(_ name: String) -> String {
        let folds: [Character: Character] = [
            "Å": "A", "Ä": "A", "É": "E", "Î": "I", "Ö": "O", "Ü": "U", "Ç": "C",
        ]
        guard let first = name.first, let plain = folds[first] else { return name }
        return String(plain) + name.dropFirst()
    }
}
