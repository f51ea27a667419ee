package import Ledger
package import Mail

/// How much of its usual work the office does, day by day.
package struct CapacityCalendar: Hashable, Sendable {
    /// Per cent by day, as `2026-12-24`.
    private let percents: [String: Int]

    package init(_ days: [CapacityDay]) {
        percents = Dictionary(days.map { ($0.day.text, $0.percent) }) { $1 }
    }

    package init(_ ledger: LedgerStore) throws {
        self.init(try ledger.capacityDays())
    }

    package static let usual = CapacityCalendar([])

    /// What is left of a number of items on a day: rounded down.
    package func scaled(_ count: Int, on day: String) -> Int {
        guard let percent = percents[day] else { return count }
        let (whole, rest) = count.quotientAndRemainder(dividingBy: 100)
        return whole * percent + rest * percent / 100
    }

    /// Whether nothing at all is done on a day.
    package func isClosed(on day: String) -> Bool { percents[day] == 0 }
}
