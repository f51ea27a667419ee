package import Mail

/// A named set of countries that a law speaks of.
package struct CountryGroup: Hashable, Sendable {
    package let name: String
    package let codes: Set<String>
    package let source: Authority

    package init(_ name: String, _ codes: String, source: Authority) {
        self.name = name
        self.codes = Set(codes.split(separator: " ").map(String.init))
        self.source = source
    }

    package func contains(_ country: Country) -> Bool { codes.contains(country.code) }

    /// The twenty-seven members of the European Union.
    package static let union = CountryGroup(
        "the European Union",
        CustomsTerritory.unionCodes,
        source: Authority("Treaty on European Union, Article 52; members since 1 February 2020")
    )

    /// The security area of the Import Control System 2: the Union with Norway and Switzerland,
    /// and Liechtenstein, which forms one customs area with Switzerland.
    package static let ics2 = CountryGroup(
        "the European Union, Norway, Switzerland and Liechtenstein",
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
            + " NO CH LI",
        source: Authority("ICS2 Release 2, 1 March 2023: advance cargo information for post")
    )

    /// The customs territory of the United States with Puerto Rico.
    package static let unitedStates = CountryGroup(
        "the United States",
        "US PR",
        source: Authority("19 CFR 101.1: States, District of Columbia and Puerto Rico")
    )
}
