import Mail

/// What is left of a series.
package struct NumberReport: Hashable, Sendable {
    package let series: String
    package let remaining: UInt64
    package let loaded: UInt64
    /// Fewer than a twentieth left.
    package let isLow: Bool
}

extension NumberDesk {
    /// How far every series is used, by name.
    var reports: [NumberReport] {
        allSeries.map {
            NumberReport(
                series: $0.text,
                remaining: remaining($0),
                loaded: capacity($0),
                isLow: isLow($0)
            )
        }
    }
}
