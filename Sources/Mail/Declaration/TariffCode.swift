/// A code of the Harmonized System, or a national code that extends one: six to fourteen digits.
package struct TariffCode: Hashable, Sendable {
    package let digits: String

    /// Reads digits with the points, spaces and hyphens that people put between them.
    package init?(_ text: String) {
        var digits = ""
        for character in text {
            switch character {
            case "0"..."9" where character.isASCII: digits.append(character)
            case ".", " ", "-": continue
            default: return nil
            }
        }
        guard (6...14).contains(digits.utf8.count), digits.utf8.count.isMultiple(of: 2) else {
            return nil
        }
        self.digits = digits
    }

    /// The six digits that are the same in every country.
    package var subheading: Substring { digits.prefix(6) }
    /// The first two digits.
    package var chapter: Substring { digits.prefix(2) }
}
