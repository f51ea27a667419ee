import Mail

/// Terms that customs refuse as the whole of a description of goods.
///
/// Alone a term refuses; inside a longer text it warns. The sources differ here (some flag any
/// occurrence); this is our choice.
package enum StopWords {
    package enum Verdict: Hashable, Sendable {
        case specific
        /// A term of the list, or several of them, or nothing that names an article.
        case vague
        case contains(String)
    }

    package static func judge(_ description: String) -> Verdict {
        var found: String?
        var isAllVague = true
        var words: [String] = []
        var pieces = 0
        func endPiece() {
            guard !words.isEmpty else { return }
            pieces += 1
            if let term = term(in: words) { found = found ?? term }
            if isAllVague, !isVague(words) { isAllVague = false }
            words.removeAll(keepingCapacity: true)
        }
        scan(description) { token in
            switch token {
            case .word(let word): joins.contains(word) ? endPiece() : words.append(word)
            case .separator: endPiece()
            }
        }
        endPiece()
        if pieces == 0 || isAllVague || isFileExtension(description) { return .vague }
        return found.map { .contains($0) } ?? .specific
    }

    /// Whether a piece is a term, with or without counting words before it, or names nothing.
    private static func isVague(_ words: [String]) -> Bool {
        if isTerm(words[...]) || namesNothing(words) { return true }
        let rest = words.drop { fillers.contains($0) || isNumber($0) }
        return rest.isEmpty || rest.count < words.count && isTerm(rest)
    }

    /// The first term of the list inside a piece, as the list writes it.
    private static func term(in words: [String]) -> String? {
        for start in words.indices where firstWords.contains(words[start]) {
            for end in (start + 1)...min(start + longest, words.count) {
                let term = words[start..<end].joined(separator: " ")
                if let written = warned[term] { return written }
            }
        }
        return nil
    }

    private static func isTerm(_ words: ArraySlice<String>) -> Bool {
        guard let first = words.first, words.count <= longest else { return false }
        return terms.contains(words.count == 1 ? first : words.joined(separator: " "))
    }

    /// Digits only, one letter, or three and more of the same.
    private static func namesNothing(_ words: [String]) -> Bool {
        guard words.count == 1, let word = words.first else {
            return words.allSatisfy { isNumber($0) || $0.utf8.count == 1 }
        }
        if isNumber(word) || word.utf8.count == 1 { return true }
        guard let first = word.first else { return true }
        return word.count >= 3 && word.allSatisfy { $0 == first }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// `.wpx`: a name that a system gave, not a person.
    private static func isFileExtension(_ text: String) -> Bool {
        text.hasPrefix(".") && text.utf8.count <= 5 && text.dropFirst().allSatisfy(\.isLetter)
    }

    private static let terms: Set<String> = Set(all.map { $0.joined(separator: " ") })
    private static let longest = all.map(\.count).max() ?? 1
    /// Terms that are worth a warning inside a longer text, each as the list writes it.
    private static let warned: [String: String] = Dictionary(
        official.split(separator: ";")
            .compactMap { term in
                let written = String(term).trimmed ?? ""
                let key = words(written).joined(separator: " ")
                return key.isEmpty ? nil : (key, written.lowercased())
            },
        uniquingKeysWith: { first, _ in first }
    )
    private static let firstWords: Set<String> = Set(split(official).compactMap(\.first))
    private static let joins: Set<String> = [
        "and", "or", "e", "ed", "et", "ou", "und", "oder", "en",
    ]
    private static let fillers: Set<String> = Set(
        """
        various assorted some several other mixed new used my our more different misc miscellaneous \
        of with the a an vari varie alcuni diver divers quelque verschiedene einige diverse enkele
        """
        .split(separator: " ").map(String.init)
    )

    private static let all: [[String]] = split(official) + split(alone)

    private static func split(_ list: String) -> [[String]] {
        list.split(separator: ";").map { words(String($0)) }.filter { !$0.isEmpty }
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        scan(text) { if case .word(let word) = $0 { words.append(word) } }
        return words
    }
}

// Words as the list and a description are compared by: lower case, no accents, no plural s.
extension StopWords {
    private enum Token {
        case word(String)
        case separator
    }

    private static func scan(_ text: String, _ take: (Token) -> Void) {
        var word: [UInt8] = []
        func end() {
            guard !word.isEmpty else { return }
            if word.count > 3, word[word.count - 1] == UInt8(ascii: "s"),
                word[word.count - 2] != UInt8(ascii: "s")
            {
                word.removeLast()
            }
            take(.word(String(decoding: word, as: UTF8.self)))
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                switch byte {
                case 0x61...0x7A, 0x30...0x39: word.append(byte)
                case 0x41...0x5A: word.append(byte + 0x20)
                case UInt8(ascii: "'"): continue
                case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
                    UInt8(ascii: "+"), UInt8(ascii: "|"):
                    end()
                    take(.separator)
                default: end()
                }
            } else if scalar == "\u{2019}" {
                continue
            } else if let plain = plain[scalar] {
                word.append(contentsOf: plain.utf8)
            } else if scalar.properties.isAlphabetic
                || scalar.properties.generalCategory == .nonspacingMark
            {
                word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            } else {
                end()
            }
        }
        end()
    }

    /// Letters of the five languages without their accents.
    private static let plain: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = [:]
        let groups = [
            ("a", "àáâãäåÀÁÂÃÄÅ"), ("c", "çÇ"), ("e", "èéêëÈÉÊË"), ("i", "ìíîïÌÍÎÏ"),
            ("n", "ñÑ"), ("o", "òóôõöøÒÓÔÕÖØ"), ("u", "ùúûüÙÚÛÜ"), ("y", "ýÿÝ"), ("ss", "ß"),
            ("ae", "æÆ"), ("oe", "œŒ"),
        ]
        for (letter, accented) in groups {
            for scalar in accented.unicodeScalars { plain[scalar] = letter }
        }
        return plain
    }()
}
