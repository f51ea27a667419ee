package import Mail

/// How a country's addresses are written: what they state and what its postcodes look like.
package struct AddressForm: Sendable {
    package let line: Demand
    package let locality: Demand
    package let region: Demand
    package let postcode: Demand
    package let pattern: PostcodePattern?
    /// A postcode that has the form, for messages.
    package let example: String?

    package enum Demand: Hashable, Sendable {
        case no
        /// Missing is a warning; of a locality: or a region in its place.
        case advised
        case yes
    }

    package static func of(_ country: Country) -> AddressForm {
        AddressTable.forms[country.code] ?? usual
    }

    /// What we ask where the table has no row.
    package static let usual = AddressForm(
        line: .yes,
        locality: .yes,
        region: .no,
        postcode: .no,
        pattern: nil,
        example: nil
    )
}
