/// Where a lane leads: a country, several countries, or a customs territory.
package enum LaneDestination: Hashable, Sendable {
    case country(Country)
    /// Two countries or more, named one by one or by a name that stands for them.
    case group(Set<Country>)
    case territory(CustomsTerritory)

    /// Groups that have a name of their own; what is recorded names each country.
    package static let named: [(name: String, countries: Set<Country>)] = [
        (
            "eu",
            Set(
                CustomsTerritory.unionCodes.split(separator: " ").compactMap { Country(String($0)) }
            )
        )
    ]

    private static let territoryPrefix = "territory:"

    /// Reads `US`, `FR+DE+NL`, `eu` or `territory:eu`.
    package init?(_ text: String) {
        if text.lowercased().hasPrefix(Self.territoryPrefix) {
            let code = text.dropFirst(Self.territoryPrefix.count).lowercased()
            guard let territory = CustomsTerritory(rawValue: code) else { return nil }
            self = .territory(territory)
            return
        }
        if let named = Self.named.first(where: { $0.name == text }) {
            self = .group(named.countries)
            return
        }
        let codes = text.split(separator: "+", omittingEmptySubsequences: false)
        let countries = codes.compactMap { Country($0.uppercased()) }
        guard countries.count == codes.count, let first = countries.first else { return nil }
        let once = Set(countries)
        self = once.count == 1 ? .country(first) : .group(once)
    }

    /// As it is recorded: a group by its countries, in the order of their codes.
    package var text: String {
        switch self {
        case .country(let country): country.code
        case .group(let countries): countries.map(\.code).sorted().joined(separator: "+")
        case .territory(let territory): Self.territoryPrefix + territory.rawValue
        }
    }

    /// As a person reads it: a group that has a name by its name.
    package var name: String {
        guard case .group(let countries) = self else { return text }
        return Self.named.first { $0.countries == countries }?.name ?? text
    }

    /// How much is said: a country says more than a group, a group more than a territory.
    var rank: Int {
        switch self {
        case .country: 3
        case .group: 2
        case .territory: 1
        }
    }

    package func contains(_ key: LaneKey) -> Bool {
        switch self {
        case .country(let country): country == key.country
        case .group(let countries): countries.contains(key.country)
        case .territory(let territory): territory == key.territory
        }
    }
}
