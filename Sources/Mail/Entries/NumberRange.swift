/// Numbers that an office may draw: the serials of one service indicator, both ends included.
package struct NumberRange: Hashable, Sendable {
    package let series: NumberSeries
    package let first: UInt64
    package let last: UInt64

    package init?(series: NumberSeries, first: UInt64, last: UInt64) {
        guard first <= last, last <= series.limit else { return nil }
        self.series = series
        self.first = first
        self.last = last
    }

    package func overlaps(_ other: NumberRange) -> Bool {
        series == other.series && first <= other.last && other.first <= last
    }
}

/// What numbers are counted in: a service indicator with its country, or the office's own numbers.
package enum NumberSeries: Hashable, Sendable, Comparable {
    case s10(ServiceIndicator, IssuingCountry)
    case office

    package init?(_ text: String) {
        if text == "PH" {
            self = .office
            return
        }
        guard text.utf8.count == 4, let service = try? ServiceIndicator(String(text.prefix(2))),
            let country = IssuingCountry(String(text.suffix(2)))
        else { return nil }
        self = .s10(service, country)
    }

    /// `LAGB`, or `PH` for the office's own numbers.
    package var text: String {
        switch self {
        case .s10(let service, let country): service.text + country.text
        case .office: "PH"
        }
    }

    package var limit: UInt64 {
        switch self {
        case .s10: UInt64(S10.Serial.limit)
        case .office: OfficeItemNumber.limit
        }
    }

    /// The identifier that a number of this series makes.
    package func item(_ number: UInt64) -> ItemID? {
        switch self {
        case .s10(let service, let country):
            S10.Serial(number)
                .map {
                    .s10(S10(service: service, serial: $0, country: country))
                }
        case .office: OfficeItemNumber(value: number).map { .office($0) }
        }
    }

    package static func < (left: NumberSeries, right: NumberSeries) -> Bool {
        left.text < right.text
    }
}

extension ItemID {
    /// The series and the number this identifier was drawn from.
    package var drawn: (series: NumberSeries, number: UInt64) {
        switch self {
        case .s10(let s10): (.s10(s10.service, s10.country), UInt64(s10.serial.value))
        case .office(let number): (.office, number.value)
        }
    }
}

/// A promise that numbers of a series are drawn only below ``before`` until the next mark: what a
/// restored office skips, so that no number comes twice.
package struct NumberMark: Hashable, Sendable {
    package let series: NumberSeries
    package let before: UInt64

    package init(series: NumberSeries, before: UInt64) {
        self.series = series
        self.before = before
    }
}
