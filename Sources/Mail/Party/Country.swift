/// A country or territory by its ISO 3166-1 alpha-2 code.
package struct Country: Hashable, Sendable, Comparable {
    package let code: String

    package init?(_ code: String) {
        guard CountryTable.names[code] != nil else { return nil }
        self.code = code
    }

    /// The short name in that language.
    package func name(in language: Language) -> String {
        CountryTable.names[code]?[language] ?? code
    }

    /// Every country and territory of the table, by code.
    package static let all: [Country] = CountryTable.names.keys.sorted().compactMap(Country.init)

    package static func < (left: Country, right: Country) -> Bool { left.code < right.code }
}

/// The languages in which the office speaks to people.
package enum Language: String, Hashable, Sendable, CaseIterable {
    case italian = "it"
    case english = "en"
    case french = "fr"
    case german = "de"
    case dutch = "nl"
}
