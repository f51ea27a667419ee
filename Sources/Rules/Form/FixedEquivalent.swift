package import Mail

/// What a post has fixed as its currency's equivalent of 300 SDR for CN 22.
package struct FixedEquivalent: Hashable, Sendable {
    /// The largest value that a CN 22 states, in minor units.
    package let minorUnits: Int64
    package let currency: String
    package let from: CalendarDay
    package let source: Authority

    /// The only equivalent that we ship; every other currency needs a rate that was loaded.
    package static let all = [
        FixedEquivalent(
            minorUnits: 270_00,
            currency: "GBP",
            from: .on("2021-01-01"),
            source: Authority(
                "Royal Mail, electronic customs data guide: CN 22 up to GBP 270, CN 23 above"
            )
        )
    ]

    package static func of(_ currency: Currency, on day: CalendarDay) -> FixedEquivalent? {
        all.first { $0.currency == currency.code && $0.from <= day }
    }
}
