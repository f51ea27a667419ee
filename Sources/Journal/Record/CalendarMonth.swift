/// A month of the Gregorian calendar in UTC: the span of one epoch.
package struct CalendarMonth: Hashable, Comparable, Sendable {
    /// Months since January of year 0, so that months compare and step as numbers.
    private let ordinal: Int

    private init(ordinal: Int) {
        self.ordinal = ordinal
    }

    package init(year: Int, month: Int) {
        precondition((1...12).contains(month), "a month is 1 to 12, not \(month)")
        precondition((0...9999).contains(year), "a year has four digits, not \(year)")
        ordinal = year * 12 + month - 1
    }

    package init(containing time: UnixTime) {
        let (year, month) = Self.civil(
            day: Int(time.seconds.floorDivided(by: UnixTime.secondsInDay))
        )
        self.init(year: year, month: month)
    }

    package var year: Int { ordinal / 12 }
    package var month: Int { ordinal % 12 + 1 }
    package var next: CalendarMonth { CalendarMonth(ordinal: ordinal + 1) }

    /// The first second of the month.
    package var start: UnixTime {
        UnixTime(seconds: Int64(Self.day(year: year, month: month)) * UnixTime.secondsInDay)
    }

    package var days: Int64 {
        (next.start.seconds - start.seconds) / UnixTime.secondsInDay
    }

    package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }

    /// Days from 1970-01-01 to the first of a month; years begin in March, so leap days end them.
    private static func day(year: Int, month: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(day: Int) -> (year: Int, month: Int) {
        let shifted = day + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = ((5 * dayOfYear + 2) / 153 + 2) % 12 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month)
    }
}

extension CalendarMonth: LosslessStringConvertible {
    /// Reads `2026-11`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            text.utf8.allSatisfy({ $0 == 0x2d || (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
        else { return nil }
        self.init(year: year, month: month)
    }

    package var description: String {
        let year = String(repeating: "0", count: 4 - String(year).count) + String(year)
        return month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)"
    }
}

extension BinaryInteger {
    /// Division that rounds down for negative numbers too.
    fileprivate func floorDivided(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
