import Mail
import Office

/// What was declared of an item, in the reader's words.
struct ItemFacts {
    let words: WordList

    struct Fact {
        let label: String
        let value: String
    }

    struct Line {
        let description: String
        let quantity: String
        let weight: String
        let value: String
        let tariff: String
        let origin: String
    }

    func facts(_ item: RecordedItem) -> [Fact] {
        let lodgement = item.record.lodgement
        let stated: [(String, String?)] = [
            ("f_reference", lodgement.reference), ("f_customer", lodgement.customer),
            ("f_product", lodgement.product.map(product)),
            ("f_form", words("form_\(item.record.decision.form.rawValue)")),
            ("section_sender", address(lodgement.sender)),
            ("section_addressee", address(lodgement.addressee)),
            ("f_grossWeight", lodgement.grossWeight.map(String.init)),
            ("f_nature", lodgement.contents?.nature.map { word("nature_", $0) }),
            ("f_explanation", lodgement.contents?.explanation),
            ("f_comments", lodgement.contents?.comments),
            ("f_licence", lodgement.contents?.licence),
            ("f_certificate", lodgement.contents?.certificate),
            ("f_invoice", lodgement.contents?.invoice),
            ("f_postage", amount(lodgement.postage)),
            ("f_insuredValue", amount(lodgement.insuredValue)),
            ("f_dutiesPaidBy", lodgement.dutiesPaidBy.map { word("pays_", $0) }),
            ("f_onNonDelivery", lodgement.onNonDelivery.map { word("nondelivery_", $0) }),
            ("f_channel", words("channel_\(item.record.channel.rawValue)")),
            ("f_lodgedAt", MomentText.of(item.record.lodgedAt)),
        ]
        return stated.compactMap { label, value in
            value.map { Fact(label: words(label), value: $0) }
        }
    }

    func lines(_ lodgement: Lodgement) -> [Line] {
        (lodgement.contents?.lines ?? [])
            .map { line in
                Line(
                    description: line.description ?? "",
                    quantity: line.quantity.map(String.init) ?? "",
                    weight: line.lineNetWeight.map(String.init) ?? "",
                    value: [line.lineValue, line.currency].compactMap(\.self)
                        .joined(separator: " "),
                    tariff: line.tariffCode ?? "",
                    origin: line.origin.map(country) ?? ""
                )
            }
    }

    func address(_ party: LodgedParty) -> String {
        let place = [party.postcode, party.locality].compactMap(\.self).joined(separator: " ")
        let lines: [String?] =
            [party.name, party.company] + party.lines
            + [place, party.region, party.country.map(country), party.phone, party.email]
        return lines.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    func country(_ code: String) -> String { Country(code)?.name(in: words.language) ?? code }

    func product(_ name: String) -> String { word("product_", name) }

    /// The word for a value of a closed set; what is none of it stays as it is.
    func word(_ family: String, _ value: String) -> String {
        words.words[family + value] ?? value
    }

    private func amount(_ amount: LodgedAmount?) -> String? {
        guard let amount else { return nil }
        return [amount.amount, amount.currency].compactMap(\.self).joined(separator: " ")
    }
}
