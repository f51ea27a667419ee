/// What a column of a file says about an item.
enum Field: Hashable, Sendable {
    case item(ItemField)
    case party(PartyRole, PartyField)
    case line(LineField)

    /// The column's canonical name: the field's place in the lodgement, dotted.
    var name: String {
        switch self {
        case .item(let field): field.rawValue
        case .party(let role, let field): "\(role.rawValue).\(field.name)"
        case .line(let field): "lines.\(field.rawValue)"
        }
    }

    /// Where the field lies in the lodgement (RFC 6901).
    func pointer(line: Int) -> String {
        switch self {
        case .item(let field): "/" + field.rawValue.replacing(".", with: "/")
        case .party(let role, let field): "/\(role.rawValue)/\(field.member)"
        case .line(let field): "/contents/lines/\(line)/\(field.rawValue)"
        }
    }
}

enum PartyRole: String, Hashable, Sendable, CaseIterable {
    case sender
    case addressee
}

enum ItemField: String, Hashable, Sendable, CaseIterable {
    case customer
    case reference
    case product
    case senderKind
    case grossWeight
    case length = "size.length"
    case width = "size.width"
    case height = "size.height"
    case nature = "contents.nature"
    case explanation = "contents.explanation"
    case comments = "contents.comments"
    case licence = "contents.licence"
    case certificate = "contents.certificate"
    case invoice = "contents.invoice"
    case postageAmount = "postage.amount"
    case postageCurrency = "postage.currency"
    case insuredAmount = "insuredValue.amount"
    case insuredCurrency = "insuredValue.currency"
    case dutiesPaidBy
    case onNonDelivery
    case postingDate
    case senderReference
    case importerReference = "importer.reference"
    case importerPhone = "importer.phone"
    case importerEmail = "importer.email"
}

enum LineField: String, Hashable, Sendable, CaseIterable {
    case description
    case quantity
    case lineNetWeight
    case lineValue
    case currency
    case tariffCode
    case origin
    case sku
    case gtin
    case manufacturerID
}

enum PartyField: Hashable, Sendable {
    case name
    case givenName
    case familyName
    case company
    /// Address lines that stand below each other in one cell.
    case lines
    case line(Int)
    /// Follows the first address line.
    case houseNumber
    case locality
    case region
    case postcode
    case country
    case email
    case phone
    /// The scheme the column names: `IOSS`, `VAT`.
    case taxID(TaxScheme)

    static let plain: [PartyField] =
        [
            .name, .givenName, .familyName, .company, .lines, .houseNumber, .locality, .region,
            .postcode, .country, .email, .phone,
        ] + (0...9).map(PartyField.line)

    var name: String {
        switch self {
        case .name: "name"
        case .givenName: "givenName"
        case .familyName: "familyName"
        case .company: "company"
        case .lines: "lines"
        case .line(let number): "lines.\(number)"
        case .houseNumber: "houseNumber"
        case .locality: "locality"
        case .region: "region"
        case .postcode: "postcode"
        case .country: "country"
        case .email: "email"
        case .phone: "phone"
        case .taxID(let scheme): "taxIDs.\(scheme.text)"
        }
    }

    /// The member of the lodgement's party that holds it.
    var member: String {
        switch self {
        case .name, .givenName, .familyName: "name"
        case .lines, .line, .houseNumber: "lines"
        case .taxID: "taxIDs"
        default: name
        }
    }
}
