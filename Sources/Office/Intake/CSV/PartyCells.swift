import Mail

/// The cells of one party while they are put together: names in two parts, lines in many columns.
struct PartyCells {
    private var lodged = LodgedParty()
    private var givenName: String?
    private var familyName: String?
    private var lines: [(number: Int, text: String)] = []
    private var houseNumber: String?

    init() {}

    mutating func take(_ text: String, for field: PartyField) {
        switch field {
        case .name: lodged.name = text
        case .givenName: givenName = text
        case .familyName: familyName = text
        case .company: lodged.company = text
        case .lines:
            let rows = text.split(whereSeparator: \.isNewline).compactMap { String($0).trimmed }
            lines += rows.enumerated().map { ($0 + 1, $1) }
        case .line(let number): lines.append((number, text))
        case .houseNumber: houseNumber = text
        case .locality: lodged.locality = text
        case .region: lodged.region = text
        case .postcode: lodged.postcode = text
        case .country: lodged.country = text
        case .email: lodged.email = text
        case .phone: lodged.phone = text
        case .taxID(let scheme):
            var taxID = LodgedTaxID()
            (taxID.kind, taxID.value) = (scheme.text, text)
            lodged.taxIDs.append(taxID)
        }
    }

    var party: LodgedParty {
        var party = lodged
        if givenName != nil || familyName != nil {
            party.name = [givenName, familyName].compactMap(\.self).joined(separator: " ")
        }
        // A stable order, so that equal files give equal lodgements.
        party.lines = lines.sorted { $0.number < $1.number }.map(\.text)
        if let houseNumber {
            if party.lines.isEmpty {
                party.lines = [houseNumber]
            } else {
                party.lines[0] += " " + houseNumber
            }
        }
        return party
    }
}
