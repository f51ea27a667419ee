package import Mail

/// A lodgement before the rules, with what several of them need read once.
///
/// A field that cannot be read is nothing here; the rule that speaks for it says why.
package struct Examined: Sendable {
    package let lodgement: Lodgement
    package let context: CheckContext
    package let product: Product?
    package let senderKind: SenderKind?
    package let nature: Nature?
    package let sender: ExaminedParty
    package let addressee: ExaminedParty
    package let lines: [ExaminedLine]

    package init(_ lodgement: Lodgement, _ context: CheckContext) {
        self.lodgement = lodgement
        self.context = context
        product = Self.code(lodgement.product)
        senderKind = Self.code(lodgement.senderKind)
        nature = Self.code(lodgement.contents?.nature)
        sender = ExaminedParty(lodgement.sender, at: "/sender")
        addressee = ExaminedParty(lodgement.addressee, at: "/addressee")
        lines = (lodgement.contents?.lines ?? []).enumerated().map(ExaminedLine.init)
    }

    package var destination: Country? { addressee.country }
    package var parties: [ExaminedParty] { [sender, addressee] }

    /// Any content line makes the item goods, whatever the nature says.
    package var isGoods: Bool { !lines.isEmpty }

    /// How far the item is commercial: goods in the course of a business transaction, whether or
    /// not they are sold.
    package var commerce: Commerce {
        if senderKind == .business { return .business }
        return nature == .sale ? .privateSale : .none
    }

    package enum Commerce: Sendable {
        case business
        case privateSale
        case none
    }

    /// The code of that text, in any case; nothing when there is none.
    package static func code<Code: RawRepresentable<String>>(_ text: String?) -> Code? {
        guard let text else { return nil }
        return Code(rawValue: text) ?? Code(rawValue: text.lowercased())
    }
}

/// Sender or addressee, with its country read and where it stands in the lodgement.
package struct ExaminedParty: Sendable {
    package let lodged: LodgedParty
    package let pointer: String
    package let country: Country?

    package init(_ lodged: LodgedParty, at pointer: String) {
        self.lodged = lodged
        self.pointer = pointer
        country = lodged.country.flatMap { Country($0) ?? Country($0.uppercased()) }
    }

    /// How an address of its country is written.
    package var address: AddressForm? { country.map(AddressForm.of) }
}

/// A content line with its currency and value read.
package struct ExaminedLine: Sendable {
    package let lodged: LodgedLine
    package let pointer: String
    package let currency: Currency?
    package let value: Money?
    package let tariffCode: TariffCode?

    package init(_ index: Int, _ lodged: LodgedLine) {
        self.lodged = lodged
        pointer = "/contents/lines/\(index)"
        let currency = lodged.currency.flatMap { Currency($0) ?? Currency($0.uppercased()) }
        self.currency = currency
        value = currency.flatMap { currency in
            lodged.lineValue.flatMap { try? Money($0, currency) }
        }
        tariffCode = lodged.tariffCode.flatMap(TariffCode.init)
    }
}
