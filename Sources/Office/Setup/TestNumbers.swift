package import Mail

/// The numbers an office in test mode draws: serials that live never uses (design.md §8).
package enum TestNumbers {
    package static let first: UInt64 = 99_000_000
    package static let last: UInt64 = 99_999_999

    /// A range for every product's indicator letter, and one of office numbers whose top bit is set.
    package static func ranges(country: Country) -> [NumberRange] {
        let letters = Set(Product.allCases.map(\.serviceLetter)).sorted()
        let s10 = letters.compactMap { letter -> NumberRange? in
            NumberSeries("\(letter)A\(country.code)")
                .flatMap {
                    NumberRange(series: $0, first: first, last: last)
                }
        }
        let office = NumberRange(
            series: .office,
            first: OfficeItemNumber.limit / 2 + 1,
            last: OfficeItemNumber.limit
        )
        return s10 + [office].compactMap(\.self)
    }

    /// The office numbers of a live office: the lower half.
    package static let liveOfficeNumbers = NumberRange(
        series: .office,
        first: 0,
        last: OfficeItemNumber.limit / 2
    )

    /// Whether a range may be loaded in that mode.
    package static func allows(_ range: NumberRange, in mode: Mode) -> Bool {
        guard case .s10 = range.series else { return false }
        return switch mode {
        case .test: range.first >= first
        case .live: range.last < first
        }
    }
}
