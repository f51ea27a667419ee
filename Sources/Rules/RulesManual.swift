import Mail

/// `docs/RULES.md` as a function of the rule book, so that the two cannot differ.
package enum RulesManual {
    package static func markdown(book: RuleBook = .core) -> String {
        var text = opening
        for code in FindingCode.allCases { text += "\n" + section(code, book) }
        return text + "\n" + forms + "\n" + limits
    }

    private static let opening = """
        # Rules: everything that can be said about a lodgement

        Generated from the rule book and its texts; the test `RulesManualTests` compares it, and
        `POSTHORN_RECORD=1` writes it again.

        Codes stand in precedence order: when one must stand for a report, it is the first. A
        **refuse** stops the item, a **hold** keeps it, a **warn** lets it go. Rules are chosen by
        day and lane; a source that is called unverified stands on public descriptions, and an
        operator who holds the text corrects the table.

        """

    private static func section(_ code: FindingCode, _ book: RuleBook) -> String {
        let words = FindingText.words(of: code, .english)
        let rows = book.rows.filter { $0.rule.codes[code] != nil }
        var text = "## `\(code.rawValue)`\n\n"
        text += "- **Severity**: \(severity(code))\n"
        let whens = rows.compactMap { $0.rule.codes[code] }
        for when in once(whens.isEmpty ? [elsewhere[code, default: ""]] : whens) {
            text += "- **When**: \(when)\n"
        }
        text += "- **Says**: \(words.message)\n- **Remedy**: \(words.remedy)\n"
        for row in rows {
            let to = row.to.map { " to \($0.text)" } ?? ""
            let from = row.from.map { " from \($0.text)" } ?? ""
            text += "- **Asked** of \(row.lane.text)\(from)\(to). "
            text += "Source: \(row.source.text) (read \(row.source.retrieved.text)).\n"
        }
        return text
    }

    private static func once(_ texts: [String]) -> [String] {
        texts.enumerated().filter { !texts[..<$0.offset].contains($0.element) }.map(\.element)
    }

    private static func severity(_ code: FindingCode) -> String {
        switch code {
        case .regionMissing: "refuse in US and AU, elsewhere warn"
        case .postcodeMissing: "refuse where the country's addresses need it, warn where advised"
        case .tariffCodeMissing, .originMissing: "refuse of a business, warn of a private sale"
        default: code.severity.rawValue
        }
    }

    /// When the codes are said that no rule of the book says.
    static let elsewhere: [FindingCode: String] = [
        .rowMalformed: "The reader of a file cannot read a row.",
        .rowsDisagree:
            "The reader of a file joins rows of one reference that state different things.",
        .fieldUnknown: "The reader finds a member that the shape does not have.",
        .fieldMalformed: "The reader finds a value of another kind than its field's.",
        .textDoesNotFit: "A text does not fit its field on the form, even at the smallest size.",
        .characterNotPrintable: "No font of the edition has the character.",
        .characterNotSendable: "The partner's message profile has no place for the character.",
        .sdrRateMissing:
            "The declared total is in a currency without a loaded rate and without a fixed equivalent.",
        .referenceReused: "The customer lodged this reference before with other content.",
        .laneClosed: "The lane plan has the item's lane closed.",
        .laneLimited:
            "The lane's cap, or the customer's share of it, is used up, or the lane holds as many items "
            + "as it may.",
        .laneHeld: "The lane plan takes the item in and lets it wait.",
        .laneDiverted: "The lane plan gives the lane to a partner; the item waits for that.",
        .numbersExhausted: "The series of the product has no number left.",
        .notYetBack:
            "The customer's key made an item lately, and a restore has not brought it back yet.",
        .historyIncomplete:
            "The office was restored and lodges before its history is back: whether the key made an "
            + "item long ago is not known yet.",
    ]

    private static let forms = """
        ## The form an item bears

        The first row that holds decides.

        | reason | form | when |
        |---|---|---|
        | `correspondence_only` | none | there are no content lines |
        | `no_customs_border` | none | both ends lie in one customs area: \(areas) |
        | `parcel` | CP 72 | the product is parcel |
        | `ecommerce_parcel` | CN 23 | the product is ecommerce-parcel |
        | `ems` | CN 23 | the product is ems |
        | `over_two_kilograms` | CN 23 | the item weighs more than \(FormLimits.cn22Grams) g |
        | `more_lines_than_cn22` | CN 23 | there are more than \(FormLimits.cn22Lines) content lines |
        | `value_over_limit` | CN 23 | the total is 300 SDR or more at a loaded rate; without one, \
        over \(equivalents) |
        | `sdr_rate_missing` | CN 23 | no rate of the currency is loaded and none is fixed |
        | `value_within_limit` | CN 22 | otherwise |

        """

    private static let areas = CustomsArea.all.map(\.name).joined(separator: "; ")
    private static let equivalents = FixedEquivalent.all
        .map { "\($0.currency) \($0.minorUnits / 100) (\($0.source.text))" }
        .joined(separator: "; ")

    /// What a product may weigh and measure.
    private static var limits: String {
        var text = """
            ## What a product may weigh and measure

            L is the longest side; letter post may also be a roll of up to 900 mm, with length and
            twice the diameter up to 1,040 mm. Source: the table `ProductLimits`, unverified.

            | product | heaviest | largest | smallest face |
            |---|---|---|---|

            """
        for product in Product.allCases {
            let limits = ProductLimits.of(product)
            let largest = limits.largest.map(\.text).joined(separator: "; ")
            let face = limits.smallestFace.map { "\($0[0]) x \($0[1]) mm" } ?? ""
            text += "| \(product.rawValue) | \(limits.heaviest) g | \(largest) | \(face) |\n"
        }
        return text
    }
}
