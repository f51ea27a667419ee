import Mail

/// A GTIN, where given, has one of its four lengths and its right check digit.
///
/// Source: GS1 General Specifications, check digit: weights 3 and 1 from the right, to the next ten.
struct GTINShouldCheck: Rule {
    let codes: [FindingCode: String] = [
        .gtinMalformed: "A GTIN has not 8, 12, 13 or 14 digits, or its check digit is wrong."
    ]

    func findings(_ examined: Examined) -> [Finding] {
        examined.lines.compactMap { line in
            guard let written = line.lodged.gtin, !Self.isGTIN(written) else { return nil }
            return Finding(.gtinMalformed, at: line.pointer + "/gtin", ["found": written])
        }
    }

    private static func isGTIN(_ text: String) -> Bool {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard [8, 12, 13, 14].contains(digits.count), digits.allSatisfy((0...9).contains),
            let check = digits.last
        else { return false }
        let sum = digits.dropLast().reversed().enumerated()
            .reduce(0) { $0 + $1.element * ($1.offset.isMultiple(of: 2) ? 3 : 1) }
        return (10 - sum % 10) % 10 == check
    }
}
