import Mail

// Where each column's cell goes.
extension CellReader {
    mutating func read(_ column: Column, _ field: ItemField, into lodgement: inout Lodgement) {
        switch field {
        case .grossWeight:
            lodgement.grossWeight = measure(column, line: 0, quantity: nil)
        case .length, .width, .height:
            let side = measure(column, line: 0, quantity: nil)
            if lodgement.size == nil { lodgement.size = LodgedSize() }
            switch field {
            case .length: lodgement.size?.length = side
            case .width: lodgement.size?.width = side
            default: lodgement.size?.height = side
            }
        case .postageAmount, .insuredAmount:
            set(decimal(column, line: 0), field, of: &lodgement)
        default:
            guard let written = text(column.position) else { return }
            guard let known = ValueAliases.value(of: written, in: field) else {
                return set(written, field, of: &lodgement)
            }
            note(.valueRead(column: names[column.position], found: written, as: known))
            set(known, field, of: &lodgement)
        }
    }

    private func set(_ text: String?, _ field: ItemField, of lodgement: inout Lodgement) {
        switch field {
        case .customer: lodgement.customer = text
        case .reference: lodgement.reference = text
        case .product: lodgement.product = text
        case .senderKind: lodgement.senderKind = text
        case .nature: lodgement.contents.made.nature = text
        case .explanation: lodgement.contents.made.explanation = text
        case .comments: lodgement.contents.made.comments = text
        case .licence: lodgement.contents.made.licence = text
        case .certificate: lodgement.contents.made.certificate = text
        case .invoice: lodgement.contents.made.invoice = text
        case .postageAmount: lodgement.postage.made.amount = text
        case .postageCurrency: lodgement.postage.made.currency = text
        case .insuredAmount: lodgement.insuredValue.made.amount = text
        case .insuredCurrency: lodgement.insuredValue.made.currency = text
        case .dutiesPaidBy: lodgement.dutiesPaidBy = text
        case .onNonDelivery: lodgement.onNonDelivery = text
        case .postingDate: lodgement.postingDate = text
        case .senderReference: lodgement.senderReference = text
        case .importerReference: lodgement.importer.made.reference = text
        case .importerPhone: lodgement.importer.made.phone = text
        case .importerEmail: lodgement.importer.made.email = text
        case .grossWeight, .length, .width, .height:
            preconditionFailure("\(field.rawValue) is a measure, not a text")
        }
    }

    mutating func read(_ column: Column, _ field: PartyField, into party: inout PartyCells) {
        guard let written = text(column.position) else { return }
        guard field == .country else { return party.take(written, for: field) }
        party.take(country(written, column), for: field)
    }

    /// The code of the country; what is none stays as written, for the rules to refuse.
    private mutating func country(_ written: String, _ column: Column) -> String {
        guard written.utf8.count != 2, let code = CountryNames.code(written) else {
            return written
        }
        note(.countryRead(column: names[column.position], found: written, as: code))
        return code
    }

    mutating func read(_ column: Column, at index: Int, into line: inout LodgedLine) {
        guard case .line(let field) = column.field else { return }
        switch field {
        case .quantity: line.quantity = whole(column, line: index)
        case .lineNetWeight:
            line.lineNetWeight = measure(column, line: index, quantity: line.quantity)
        case .lineValue: line.lineValue = value(column, line: index, quantity: line.quantity)
        case .origin: line.origin = text(column.position).map { country($0, column) }
        case .description: line.description = text(column.position)
        case .currency: line.currency = text(column.position)
        case .tariffCode: line.tariffCode = text(column.position)
        case .sku: line.sku = text(column.position)
        case .gtin: line.gtin = text(column.position)
        case .manufacturerID: line.manufacturerID = text(column.position)
        }
    }
}

/// A part of the lodgement that is there as soon as something is said in it.
private protocol Makeable {
    init()
}
extension LodgedContents: Makeable {}
extension LodgedAmount: Makeable {}
extension LodgedImporter: Makeable {}

extension Optional where Wrapped: Makeable {
    fileprivate var made: Wrapped {
        get { self ?? Wrapped() }
        set { self = newValue }
    }
}
