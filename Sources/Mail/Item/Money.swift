/// An exact amount in the minor units of its currency.
package struct Money: Hashable, Sendable {
    package let minorUnits: Int64
    package let currency: Currency

    package init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    /// Why a text is not an amount.
    package enum Flaw: Error, Hashable, Sendable {
        case malformed(String)
        case tooManyDecimals(found: Int, allowed: Int)
        case tooLarge(String)
    }

    /// Reads a plain decimal with a point: `58`, `58.5`, `58.00`; no sign, no grouping.
    ///
    /// - Throws: ``Flaw``; nothing is rounded.
    package init(_ text: String, _ currency: Currency) throws(Flaw) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "."),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let whole = parts.first, !whole.isEmpty, whole.allSatisfy(digits.contains),
            parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy(digits.contains)
        else { throw .malformed(text) }
        var fraction = parts.count == 2 ? Array(parts[1]) : []
        while fraction.count > currency.decimals, fraction.last == UInt8(ascii: "0") {
            fraction.removeLast()
        }
        guard fraction.count <= currency.decimals else {
            throw .tooManyDecimals(found: fraction.count, allowed: currency.decimals)
        }
        while fraction.count < currency.decimals { fraction.append(UInt8(ascii: "0")) }
        var minorUnits: Int64 = 0
        for digit in Array(whole) + fraction {
            let (product, overflow) = minorUnits.multipliedReportingOverflow(by: 10)
            guard !overflow, product < 1_000_000_000_000_000 else { throw .tooLarge(text) }
            minorUnits = product + Int64(digit - UInt8(ascii: "0"))
        }
        self.init(minorUnits: minorUnits, currency: currency)
    }

    /// The amount with all the decimals of its currency and a point: `58.00`.
    package var amount: String {
        let digits = String(minorUnits.magnitude)
        let decimals = currency.decimals
        let padded =
            digits.utf8.count > decimals
            ? digits : String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
        let sign = minorUnits < 0 ? "-" : ""
        guard decimals > 0 else { return sign + padded }
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// Amount and currency, as people read it: `58.00 GBP`.
    package var text: String { "\(amount) \(currency.code)" }
}
