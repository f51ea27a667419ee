package import Mail

/// What a check knows besides the lodgement: nothing is read from clock, disk or network.
package struct CheckContext: Sendable {
    /// The day whose rule book holds.
    package let day: CalendarDay
    package let office: OfficeProfile
    package let rates: SDRTable
    package let served: ServedCountries

    package init(
        day: CalendarDay,
        office: OfficeProfile,
        rates: SDRTable = SDRTable([]),
        served: ServedCountries = .everywhereAbroad
    ) {
        self.day = day
        self.office = office
        self.rates = rates
        self.served = served
    }
}

/// Where the office takes mail to.
package enum ServedCountries: Hashable, Sendable {
    /// Every country but the office's own.
    case everywhereAbroad
    case only(Set<Country>)

    package func contains(_ country: Country, office: OfficeProfile) -> Bool {
        switch self {
        case .everywhereAbroad: country != office.country
        case .only(let countries): countries.contains(country)
        }
    }
}
