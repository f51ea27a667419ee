/// The form of a data element in EDIFACT's own notation: `an..35`, `n6`, `a2`.
struct Representation: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        case alphabetic = "a"
        case numeric = "n"
        case alphanumeric = "an"
    }

    let kind: Kind
    let length: Int
    /// Exactly that many characters; otherwise at most.
    let isFixed: Bool

    init?(_ text: Substring) {
        let kind = text.prefix { $0 == "a" || $0 == "n" }
        let rest = text.dropFirst(kind.count)
        guard let kind = Kind(rawValue: String(kind)),
            let length = Int(rest.drop { $0 == "." }), length > 0, length <= 9_999,
            rest.hasPrefix("..") || !rest.hasPrefix(".")
        else { return nil }
        self.kind = kind
        self.length = length
        isFixed = !rest.hasPrefix("..")
    }

    /// What is wrong with a value, if anything is.
    ///
    /// The sign and the decimal mark of a number do not count (ISO 9735, numeric data elements).
    func problem(of text: String) -> FieldProblem? {
        let characters = text.unicodeScalars
        let counted =
            kind == .numeric ? characters.count { $0 != "-" && $0 != "." } : characters.count
        guard isFixed ? counted == length : counted <= length else {
            return .length(found: counted, limit: length)
        }
        switch kind {
        case .alphanumeric: return nil
        case .numeric:
            let isNumber = characters.allSatisfy {
                ("0"..."9").contains($0) || $0 == "." || $0 == "-"
            }
            return isNumber ? nil : .malformed(expected: "a number")
        case .alphabetic:
            let hasDigit = characters.contains { ("0"..."9").contains($0) }
            return hasDigit ? .malformed(expected: "letters") : nil
        }
    }
}

/// Why a value cannot be written at its place, or a text there cannot be read.
enum FieldProblem: Error, Hashable, Sendable {
    case length(found: Int, limit: Int)
    case tooMany(found: Int, limit: Int)
    case malformed(expected: String)
    case codeUnknown(table: String)
}
