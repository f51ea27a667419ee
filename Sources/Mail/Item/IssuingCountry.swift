/// The two letters that close an S10: the country whose post issued the number.
///
/// The letters are ISO 3166-1 codes of countries and territories with a post; the set below leaves
/// out what has none. Source: ISO 3166-1, and the country list of the public S10 descriptions.
package struct IssuingCountry: Hashable, Sendable, Comparable {
    package let text: String

    package init?(_ text: String) {
        guard Country(text) != nil else { return nil }
        self.text = text
    }

    package static func < (left: IssuingCountry, right: IssuingCountry) -> Bool {
        left.text < right.text
    }
}
