/// What CN 22 or CN 23 states of the contents.
package struct Declaration: Hashable, Sendable {
    package let nature: Nature
    /// What `other` or `mixed` means.
    package let explanation: String?
    /// In the order given; never empty.
    package let lines: [ContentLine]
    /// Quarantine, sanitary, phytosanitary or other restrictions (CN 23, field 11).
    package let comments: String?
    package let licence: String?
    package let certificate: String?
    package let invoice: String?

    package init(
        nature: Nature,
        explanation: String?,
        lines: [ContentLine],
        comments: String?,
        licence: String?,
        certificate: String?,
        invoice: String?
    ) {
        precondition(!lines.isEmpty, "a declaration states at least one content line")
        self.nature = nature
        self.explanation = explanation
        self.lines = lines
        self.comments = comments
        self.licence = licence
        self.certificate = certificate
        self.invoice = invoice
    }

    /// The sum of the line values by currency, in the order in which currencies first appear.
    package var totals: [Money] {
        var totals: [Money] = []
        for line in lines {
            if let index = totals.firstIndex(where: { $0.currency == line.value.currency }) {
                totals[index] = Money(
                    minorUnits: totals[index].minorUnits + line.value.minorUnits,
                    currency: line.value.currency
                )
            } else {
                totals.append(line.value)
            }
        }
        return totals
    }

    /// The sum of the net weights of the lines.
    package var netWeight: Weight {
        Weight(grams: lines.reduce(0) { $0 + $1.netWeight.grams }) ?? lines[0].netWeight
    }
}

/// Why the contents travel: the category boxes of CN 22 and CN 23.
package enum Nature: String, Hashable, Sendable, CaseIterable {
    case documents
    case gift
    case sample
    case returned
    case sale
    case other
    case correspondence
    case mixed

    /// Whether the sender must say what is meant.
    package var needsExplanation: Bool { self == .other || self == .mixed }
}

/// One kind of article among the contents.
///
/// Weight and value are of the whole line.
package struct ContentLine: Hashable, Sendable {
    package let description: String
    package let quantity: Int
    package let netWeight: Weight
    package let value: Money
    package let tariffCode: TariffCode?
    package let origin: Country?
    package let sku: String?
    package let gtin: String?
    package let manufacturerID: String?

    package init(
        description: String,
        quantity: Int,
        netWeight: Weight,
        value: Money,
        tariffCode: TariffCode?,
        origin: Country?,
        sku: String?,
        gtin: String?,
        manufacturerID: String?
    ) {
        self.description = description
        self.quantity = quantity
        self.netWeight = netWeight
        self.value = value
        self.tariffCode = tariffCode
        self.origin = origin
        self.sku = sku
        self.gtin = gtin
        self.manufacturerID = manufacturerID
    }
}
