import Mail

/// How a field's value is written in a message, and read back.
enum FieldFormat: Hashable, Sendable {
    /// A text, cut into at most `pieces` components where one does not hold it.
    case text(Representation, pieces: Int)
    /// A list of texts, one a component.
    case list(Representation, limit: Int)
    case whole(Representation)
    /// Whole grams, written as kilograms with three decimals.
    case kilograms(Representation)
    /// An exact amount with all decimals of the currency that the named field beside it holds.
    case amount(currency: FieldPath, Representation)
    /// `2026-11-23`, written CCYYMMDD (code 102 of data element 2379).
    case date
    /// A moment in UTC, written CCYYMMDDHHMMSS (code 204).
    case instant
    case code(String)
    /// The number of the group's turn, from 1; no field of the item.
    case turn

    /// How many components the value may take.
    var width: Int {
        switch self {
        case .text(_, let pieces): pieces
        case .list(_, let limit): limit
        default: 1
        }
    }
}

/// The components that carry one value; nearly always one.
enum FieldTexts {
    case one(String)
    case many([String])
}

/// What a format needs beside the value itself.
struct FieldContext {
    let codes: [String: CodeTable]
    /// The currency beside an amount.
    let currency: String?
}

extension FieldFormat {
    /// The components that carry a value.
    ///
    /// - Throws: ``FieldProblem`` when the value does not fit; nothing is cut off or rounded.
    func write(_ value: JSONValue, _ context: FieldContext) throws(FieldProblem) -> FieldTexts {
        switch self {
        case .text(let representation, let pieces):
            return try cut(try text(value), representation, pieces)
        case .list(let representation, let limit):
            let texts = try (value.elements ?? [])
                .map { (element) throws(FieldProblem) in
                    try checked(try text(element), representation)
                }
            guard texts.count <= limit else { throw .tooMany(found: texts.count, limit: limit) }
            return .many(texts)
        case .whole(let representation):
            guard let number = value.wholeNumber else { throw .malformed(expected: "a number") }
            return .one(try checked(String(number), representation))
        case .kilograms(let representation):
            guard let weight = value.wholeNumber.flatMap({ Weight(grams: $0) }) else {
                throw .malformed(expected: "whole grams")
            }
            return .one(try checked(weight.kilograms, representation))
        case .amount(_, let representation):
            return .one(try checked(try amount(try text(value), context), representation))
        case .date: return .one(try converted(try text(value), "a date", Timestamp.digits(ofDate:)))
        case .instant:
            return .one(try converted(try text(value), "an instant", Timestamp.digits(ofInstant:)))
        case .code(let table):
            guard let code = context.codes[table]?.codes[try text(value)] else {
                throw .codeUnknown(table: table)
            }
            return .one(code)
        case .turn: return .one(String(value.wholeNumber ?? 0))
        }
    }

    /// The value that components carry.
    ///
    /// Both decimal marks are taken, whatever the advice says.
    ///
    /// - Throws: ``FieldProblem`` when they carry none.
    func read(_ texts: [String], _ context: FieldContext) throws(FieldProblem) -> JSONValue {
        let joined = texts.joined()
        switch self {
        case .text(let representation, let pieces):
            if let problem = texts.lazy.compactMap(representation.problem).first { throw problem }
            guard texts.count <= pieces else { throw .tooMany(found: texts.count, limit: pieces) }
            return .string(joined)
        case .list(let representation, _):
            if let problem = texts.lazy.compactMap(representation.problem).first { throw problem }
            return .array(texts.map { .string($0) })
        case .whole, .turn:
            guard let number = Int(joined) else { throw .malformed(expected: "a whole number") }
            return .integer(number)
        case .kilograms:
            guard let grams = Self.grams(joined.point) else {
                throw .malformed(expected: "kilograms of whole grams")
            }
            return .integer(grams)
        case .amount:
            return .string(try amount(joined.point, context))
        case .date:
            return .string(try converted(joined, "CCYYMMDD", Timestamp.date(ofDigits:)))
        case .instant:
            return .string(try converted(joined, "CCYYMMDDHHMMSS", Timestamp.instant(ofDigits:)))
        case .code(let table):
            guard let word = context.codes[table]?.words[joined] else {
                throw .codeUnknown(table: table)
            }
            return .string(word)
        }
    }
}

extension FieldFormat {
    private func text(_ value: JSONValue) throws(FieldProblem) -> String {
        guard let text = value.text else { throw .malformed(expected: "text") }
        return text
    }

    private func checked(
        _ text: String,
        _ representation: Representation
    ) throws(FieldProblem) -> String {
        if let problem = representation.problem(of: text) { throw problem }
        return text
    }

    private func converted(
        _ text: String,
        _ expected: String,
        _ convert: (String) -> String?
    ) throws(FieldProblem) -> String {
        guard let converted = convert(text) else { throw .malformed(expected: expected) }
        return converted
    }

    private func cut(
        _ text: String,
        _ representation: Representation,
        _ pieces: Int
    ) throws(FieldProblem) -> FieldTexts {
        if pieces == 1 || text.utf8.count <= representation.length {
            return .one(try checked(text, representation))
        }
        let characters = Array(text.unicodeScalars)
        let limit = representation.length * pieces
        guard characters.count <= limit else {
            throw .length(found: characters.count, limit: limit)
        }
        let starts = stride(from: 0, to: characters.count, by: representation.length)
        return .many(
            starts.map { start in
                let end = min(start + representation.length, characters.count)
                return String(String.UnicodeScalarView(characters[start..<end]))
            }
        )
    }

    private func amount(
        _ text: String,
        _ context: FieldContext
    ) throws(FieldProblem) -> String {
        guard let currency = context.currency.flatMap(Currency.init) else {
            throw .malformed(expected: "a currency of ISO 4217 beside the amount")
        }
        guard let money = try? Money(text, currency) else {
            throw .malformed(expected: "an amount with \(currency.decimals) decimals")
        }
        return money.amount
    }

    /// Kilograms with up to three decimals that say something, as grams.
    private static func grams(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), whole >= 0, whole < 1_000_000 else {
            return nil
        }
        guard parts.count == 2 else { return parts.count == 1 ? whole * 1000 : nil }
        var fraction = parts[1]
        while fraction.utf8.count > 3, fraction.last == "0" { fraction.removeLast() }
        guard (1...3).contains(fraction.utf8.count), let rest = Int(fraction), rest >= 0 else {
            return nil
        }
        return whole * 1000 + rest * [1: 100, 2: 10, 3: 1][fraction.utf8.count, default: 0]
    }
}

extension String {
    /// The number with a point where a comma stood.
    fileprivate var point: String { String(map { $0 == "," ? "." : $0 }) }
}
