/// Who sends or who receives: a name and an address that a post can work with.
package struct Party: Hashable, Sendable {
    package let name: String?
    package let company: String?
    /// Street, house, building: the address without locality, in the order it is written.
    package let lines: [String]
    package let locality: String
    package let region: String?
    package let postcode: String?
    package let country: Country
    package let email: String?
    package let phone: String?
    package let taxIDs: [TaxID]

    package init(
        name: String?,
        company: String?,
        lines: [String],
        locality: String,
        region: String?,
        postcode: String?,
        country: Country,
        email: String?,
        phone: String?,
        taxIDs: [TaxID]
    ) {
        self.name = name
        self.company = company
        self.lines = lines
        self.locality = locality
        self.region = region
        self.postcode = postcode
        self.country = country
        self.email = email
        self.phone = phone
        self.taxIDs = taxIDs
    }
}

/// A number under which a party is known to a tax or customs administration.
package struct TaxID: Hashable, Sendable {
    /// The scheme as the party states it: `IOSS`, `VAT`, `EORI`.
    package let kind: String
    package let value: String

    package init(kind: String, value: String) {
        self.kind = kind
        self.value = value
    }
}

/// Who the importer is where it is not the addressee (CN 23, importer's reference and contact).
package struct Importer: Hashable, Sendable {
    package let reference: String?
    package let phone: String?
    package let email: String?

    package init(reference: String?, phone: String?, email: String?) {
        self.reference = reference
        self.phone = phone
        self.email = email
    }
}
