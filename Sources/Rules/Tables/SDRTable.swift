package import Mail

/// The SDR rates that the operator loaded, by currency and day.
///
/// We ship none: a rate is only ever one that somebody loaded with its source.
package struct SDRTable: Hashable, Sendable {
    /// By currency, oldest first.
    private let rates: [Currency: [Dated]]

    private struct Dated: Hashable, Sendable {
        let day: CalendarDay
        let perSDR: Decimal
    }

    /// Units of a currency as a whole number of ten to the minus ``scale``.
    private struct Decimal: Hashable, Sendable {
        let units: Int64
        let scale: Int

        init?(_ text: String) {
            let parts = text.utf8.split(
                separator: UInt8(ascii: "."),
                omittingEmptySubsequences: false
            )
            let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
            guard (1...2).contains(parts.count), text.utf8.count <= 16,
                parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(digits.contains) })
            else { return nil }
            let units = parts.joined().reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
            guard units > 0 else { return nil }
            self.units = units
            scale = parts.count == 2 ? parts[1].count : 0
        }
    }

    /// Takes the rates that are decimals above zero; the last loaded of a day stands.
    package init(_ loaded: [SDRRate]) {
        var rates: [Currency: [Dated]] = [:]
        for rate in loaded {
            guard let perSDR = Decimal(rate.perSDR) else { continue }
            rates[rate.currency, default: []].removeAll { $0.day == rate.day }
            rates[rate.currency, default: []].append(Dated(day: rate.day, perSDR: perSDR))
        }
        self.rates = rates.mapValues { $0.sorted { $0.day < $1.day } }
    }

    /// Whether an amount is worth at least so many SDR at the newest rate up to a day; nothing
    /// when no such rate is loaded.
    ///
    /// The comparison is exact: nothing is divided or rounded.
    package func isWorth(_ amount: Money, atLeast sdr: Int, on day: CalendarDay) -> Bool? {
        guard let rate = rates[amount.currency]?.last(where: { $0.day <= day }) else { return nil }
        let left = Int128(amount.minorUnits) * Self.power(rate.perSDR.scale)
        let right = Int128(sdr) * Int128(rate.perSDR.units) * Self.power(amount.currency.decimals)
        return left >= right
    }

    private static func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
    }
}
