/// Everything that an office records, as a closed set.
///
/// The kinds' names and their members are frozen: a journal of any year must fold. What a kind
/// cannot say is a new kind.
package enum Entry: Hashable, Sendable {
    case officeEstablished(OfficeProfile, at: Moment)
    /// Documents of new items are set in the edition of that digest from now on.
    case editionAdopted(String, at: Moment)
    case numbersLoaded(NumberRange, at: Moment)
    case numbersReserved(NumberMark)
    case sdrRateLoaded(SDRRate)
    case itemLodged(ItemRecord)
    case documentsIssued(DocumentsIssued)
    case documentsReprinted(DocumentsReprinted)

    /// Whether the entry tells of persons: such entries are sealed under a key that is erased when
    /// their month is forgotten.
    package var isPersonal: Bool {
        switch self {
        case .officeEstablished, .editionAdopted, .numbersLoaded, .numbersReserved, .sdrRateLoaded:
            false
        case .itemLodged, .documentsIssued, .documentsReprinted: true
        }
    }
}

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

/// What one SDR was worth on a day, as the operator loaded it.
package struct SDRRate: Hashable, Sendable {
    package let currency: Currency
    package let day: CalendarDay
    /// Units of the currency for one SDR: decimal text.
    package let perSDR: String
    package let source: String

    package init(currency: Currency, day: CalendarDay, perSDR: String, source: String) {
        self.currency = currency
        self.day = day
        self.perSDR = perSDR
        self.source = source
    }
}

/// The digests of documents when they were first issued.
package struct DocumentsIssued: Hashable, Sendable {
    package let item: ItemID
    /// SHA-256 in lower-case hexadecimal, by kind.
    package let digests: [DocumentKind: String]

    package init(item: ItemID, digests: [DocumentKind: String]) {
        self.item = item
        self.digests = digests
    }
}

/// That documents were printed again.
package struct DocumentsReprinted: Hashable, Sendable {
    package let item: ItemID
    package let kinds: [DocumentKind]
    package let at: Moment

    package init(item: ItemID, kinds: [DocumentKind], at: Moment) {
        self.item = item
        self.kinds = kinds
        self.at = at
    }
}
