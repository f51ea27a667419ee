/// What a customer hands in: the one shape of every channel (design.md §8), raw and unchecked.
///
/// Fields hold what was written, without the white space around it; an empty text is no text. Codes
/// and amounts stay text here, because judging them is the rules' work.
package struct Lodgement: Hashable, Sendable {
    package var customer: String?
    package var reference: String?
    package var product: String?
    package var senderKind: String?
    package var sender = LodgedParty()
    package var addressee = LodgedParty()
    /// Grams.
    package var grossWeight: Int?
    package var size: LodgedSize?
    package var contents: LodgedContents?
    package var postage: LodgedAmount?
    package var insuredValue: LodgedAmount?
    package var dutiesPaidBy: String?
    package var onNonDelivery: String?
    package var postingDate: String?
    package var senderReference: String?
    package var importer: LodgedImporter?

    package init() {}

    /// Whether the item is goods: any content line makes it so, whatever the nature says.
    package var isGoods: Bool { contents?.lines.isEmpty == false }
}

package struct LodgedParty: Hashable, Sendable {
    package var name: String?
    package var company: String?
    package var lines: [String] = []
    package var locality: String?
    package var region: String?
    package var postcode: String?
    package var country: String?
    package var email: String?
    package var phone: String?
    package var taxIDs: [LodgedTaxID] = []

    package init() {}
}

package struct LodgedTaxID: Hashable, Sendable {
    package var kind: String?
    package var value: String?

    package init() {}
}

/// Millimetres.
package struct LodgedSize: Hashable, Sendable {
    package var length: Int?
    package var width: Int?
    package var height: Int?

    package init() {}
}

package struct LodgedAmount: Hashable, Sendable {
    package var amount: String?
    package var currency: String?

    package init() {}
}

package struct LodgedImporter: Hashable, Sendable {
    package var reference: String?
    package var phone: String?
    package var email: String?

    package init() {}
}

package struct LodgedContents: Hashable, Sendable {
    package var nature: String?
    package var explanation: String?
    package var comments: String?
    package var licence: String?
    package var certificate: String?
    package var invoice: String?
    package var lines: [LodgedLine] = []

    package init() {}
}

package struct LodgedLine: Hashable, Sendable {
    package var description: String?
    package var quantity: Int?
    /// Grams, of the whole line.
    package var lineNetWeight: Int?
    /// Decimal text, of the whole line.
    package var lineValue: String?
    package var currency: String?
    package var tariffCode: String?
    package var origin: String?
    package var sku: String?
    package var gtin: String?
    package var manufacturerID: String?

    package init() {}
}
