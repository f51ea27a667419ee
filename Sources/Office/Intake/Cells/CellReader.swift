import Mail

/// Reads the cells of one row, keeping what is wrong with them.
struct CellReader {
    let row: CSVRow
    /// The header's, for findings and notes.
    let names: [String]
    let removesApostrophes: Bool
    private(set) var findings: [Finding] = []
    private(set) var notes: [IntakeNote] = []

    init(_ row: CSVRow, _ plan: ColumnPlan) {
        self.row = row
        names = plan.names
        removesApostrophes = plan.isResultFile
    }

    /// The cell's text without white space around it; nothing when nothing is left.
    func text(_ position: Int) -> String? {
        let range =
            removesApostrophes
            ? row.trimmed(FormulaGuard.unguarded(row.bytes[row.cells[position]]).indices)
            : row.trimmed(position)
        guard let first = range.first, let last = range.last else { return nil }
        let text = String(decoding: row.bytes[range], as: UTF8.self)
        // White space beyond ASCII can only stand where other bytes than ASCII do.
        return row.bytes[first] < 0x80 && row.bytes[last] < 0x80 ? text : text.trimmed
    }

    mutating func whole(_ column: Column, line: Int) -> Int? {
        guard let written = text(column.position) else { return nil }
        guard let number = Int(written), number.magnitude <= 1_000_000_000,
            !written.utf8.contains(UInt8(ascii: "+"))
        else {
            return malformed(column, line, expected: "whole number", found: written)
        }
        return number
    }

    /// An amount as decimal text; a decimal comma becomes a point where it can be nothing else.
    mutating func decimal(_ column: Column, line: Int) -> String? {
        guard let written = text(column.position) else { return nil }
        guard written.utf8.contains(UInt8(ascii: ",")) else { return written }
        let parts = written.utf8.split(
            separator: UInt8(ascii: ","),
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
        else {
            return written
        }
        // "1,234" is one and a bit to some and a thousand to others.
        guard parts[1].count != 3 else {
            return malformed(column, line, expected: "decimal point", found: written)
        }
        notes.append(.decimalComma(column: names[column.position]))
        return written.replacing(",", with: ".")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The line's total value: of one article, times the quantity, in decimal arithmetic.
    mutating func value(_ column: Column, line: Int, quantity: Int?) -> String? {
        guard let written = decimal(column, line: line) else { return nil }
        guard column.isOfOneArticle else { return written }
        guard let unit = ExactDecimal(written) else {
            return malformed(column, line, expected: "decimal number", found: written)
        }
        // Without a quantity there is no total; the missing quantity is what is said.
        guard let quantity, quantity >= 0 else { return nil }
        guard let total = unit.times(quantity) else {
            return malformed(column, line, expected: "value of at most 15 digits", found: written)
        }
        return total.text
    }

    /// Grams or millimetres, exactly: "0.85 kg" is 850, "0.8505 kg" is refused.
    mutating func measure(_ column: Column, line: Int, quantity: Int?) -> Int? {
        if column.unit == .own, !column.isOfOneArticle,
            let plain = text(column.position).flatMap(Self.plainWhole)
        {
            return plain
        }
        guard let written = decimal(column, line: line) else { return nil }
        let isLength = column.field.isLength
        let (digits, unit) = Self.split(written)
        let power: Int? =
            switch (unit, column.unit) {
            case ("kg", _) where !isLength, ("", .kilograms): 3
            case ("g", _) where !isLength, ("mm", _) where isLength, ("", .own): 0
            case ("cm", _) where isLength, ("", .centimetres): 1
            default: nil
            }
        guard let power else {
            let expected = isLength ? "number with mm or cm" : "number with g or kg"
            return malformed(column, line, expected: expected, found: written)
        }
        let expected = isLength ? "whole millimetres" : "whole grams"
        guard let decimal = ExactDecimal(digits) else {
            return malformed(column, line, expected: expected, found: written)
        }
        var total = decimal
        if column.isOfOneArticle {
            guard let quantity, quantity >= 0 else { return nil }
            guard let product = decimal.times(quantity) else {
                return malformed(column, line, expected: expected, found: written)
            }
            total = product
        }
        guard let whole = total.whole(scaledBy: power), whole <= 1_000_000_000 else {
            return malformed(column, line, expected: expected, found: written)
        }
        if column.unit != .kilograms, column.unit != .centimetres, power > 0 {
            notes.append(.unitConverted(column: names[column.position], unit: unit))
        }
        return whole
    }

    private static func plainWhole(_ text: String) -> Int? {
        guard text.utf8.allSatisfy(isDigit), let number = Int(text), number <= 1_000_000_000 else {
            return nil
        }
        return number
    }

    private static func split(_ written: String) -> (digits: Substring, unit: String) {
        let digits = written.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = written[digits.endIndex...].lowercased().trimmed ?? ""
        return (digits, ["gr": "g", "gram": "g", "grams": "g", "kgs": "kg"][unit] ?? unit)
    }

    private mutating func malformed<Value>(
        _ column: Column,
        _ line: Int,
        expected: String,
        found: String
    ) -> Value? {
        findings.append(
            Finding(
                .fieldMalformed,
                at: column.field.pointer(line: line),
                ["expected": expected, "found": found, "column": names[column.position]]
            )
        )
        return nil
    }

    mutating func note(_ note: IntakeNote) { notes.append(note) }
}

extension Field {
    fileprivate var isLength: Bool {
        switch self {
        case .item(.length), .item(.width), .item(.height): true
        default: false
        }
    }
}
