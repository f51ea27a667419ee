/// A decimal as it was written, in whole units of its last place: never a binary fraction.
struct ExactDecimal: Hashable, Sendable {
    private(set) var units: Int64
    private(set) var places: Int

    /// Reads digits with at most one point; no sign, no grouping, at most fifteen digits.
    init?(_ text: some StringProtocol) {
        var units: Int64 = 0
        var places = 0
        var digits = 0
        var isBehindPoint = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 15 else { return nil }
                units = units * 10 + Int64(byte - 0x30)
                if isBehindPoint { places += 1 }
            case UInt8(ascii: "."):
                guard !isBehindPoint, digits > 0 else { return nil }
                isBehindPoint = true
            default: return nil
            }
        }
        guard digits > 0, !isBehindPoint || places > 0 else { return nil }
        self.units = units
        self.places = places
    }

    /// The product, when it stays within fifteen digits.
    func times(_ factor: Int) -> ExactDecimal? {
        let (product, overflow) = units.multipliedReportingOverflow(by: Int64(factor))
        guard !overflow, product.magnitude < 1_000_000_000_000_000 else { return nil }
        var result = self
        result.units = product
        return result
    }

    /// The whole number of units a tenth-power smaller, when it is whole: kilograms to grams is 3.
    func whole(scaledBy power: Int) -> Int? {
        guard places > power else {
            var whole = units
            for _ in places..<power {
                let (product, overflow) = whole.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                whole = product
            }
            return Int(whole)
        }
        var rest = units
        for _ in power..<places {
            guard rest.isMultiple(of: 10) else { return nil }
            rest /= 10
        }
        return Int(rest)
    }

    /// With as many decimals as were written.
    var text: String {
        guard places > 0 else { return String(units) }
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        return "\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
