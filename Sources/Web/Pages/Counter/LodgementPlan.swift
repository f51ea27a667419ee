import Mail

/// The fields of a whole lodgement, in the order in which a clerk asks for them.
struct LodgementPlan {
    let words: WordList

    private func plan(
        _ name: String,
        _ word: String,
        _ kind: FieldPlan.Kind = .text,
        _ width: String,
        isOptional: Bool = false
    ) -> FieldPlan {
        FieldPlan(
            name,
            words(word),
            kind,
            width: width,
            isOptional: isOptional,
            autocomplete: "off"
        )
    }

    var item: [FieldPlan] {
        [
            plan("addressee.country", "f_destination", .select(Choices.countries(words)), "c4"),
            plan("product", "f_product", .select(Choices.products(words)), "c3"),
            plan("grossWeight", "f_grossWeight", .number, "c2"),
            plan("reference", "f_reference", .code, "c3", isOptional: true),
        ]
    }

    var sender: [FieldPlan] {
        party("sender")
            + [
                plan("sender.country", "f_country", .select(Choices.countries(words)), "c6"),
                plan("senderKind", "f_senderKind", .select(Choices.senderKinds(words)), "c6"),
            ] + contact("sender")
    }

    var addressee: [FieldPlan] { party("addressee") + contact("addressee") }

    private func party(_ side: String) -> [FieldPlan] {
        [
            plan("\(side).name", "f_name", .text, "c6"),
            plan("\(side).company", "f_company", .text, "c6", isOptional: true),
            plan("\(side).lines.0", "f_line1", .text, "c12"),
            plan("\(side).lines.1", "f_line2", .text, "c12", isOptional: true),
            plan("\(side).postcode", "f_postcode", .code, "c4"),
            plan("\(side).locality", "f_locality", .text, "c8"),
            plan("\(side).region", "f_region", .text, "c12", isOptional: true),
        ]
    }

    private func contact(_ side: String) -> [FieldPlan] {
        [
            plan("\(side).phone", "f_phone", .phone, "c6", isOptional: true),
            plan("\(side).email", "f_email", .email, "c6", isOptional: true),
        ]
    }

    var contents: [FieldPlan] {
        [
            plan("contents.nature", "f_nature", .select(Choices.natures(words)), "c4"),
            plan("contents.explanation", "f_explanation", .text, "c8", isOptional: true),
        ]
    }

    func line(_ number: Int) -> [FieldPlan] {
        let line = "contents.lines.\(number)"
        return [
            plan("\(line).description", "f_description", .text, "c8"),
            plan("\(line).origin", "f_origin", .select(Choices.countries(words)), "c4"),
            plan("\(line).quantity", "f_quantity", .number, "c2"),
            plan("\(line).lineNetWeight", "f_lineNetWeight", .number, "c2"),
            plan("\(line).lineValue", "f_lineValue", .decimal, "c2"),
            plan("\(line).currency", "f_currency", .code, "c2"),
            plan("\(line).tariffCode", "f_tariffCode", .code, "c4", isOptional: true),
        ]
    }

    func lineMore(_ number: Int) -> [FieldPlan] {
        let line = "contents.lines.\(number)"
        return [
            plan("\(line).sku", "f_sku", .code, "c4", isOptional: true),
            plan("\(line).gtin", "f_gtin", .code, "c4", isOptional: true),
            plan("\(line).manufacturerID", "f_manufacturerID", .code, "c4", isOptional: true),
        ]
    }

    var terms: [FieldPlan] {
        [
            plan("postage.amount", "f_postage", .decimal, "c3"),
            plan("postage.currency", "f_currency", .code, "c2"),
            plan("dutiesPaidBy", "f_dutiesPaidBy", .select(Choices.payers(words)), "c3"),
            plan("onNonDelivery", "f_onNonDelivery", .select(Choices.nonDelivery(words)), "c4"),
            plan("insuredValue.amount", "f_insuredValue", .decimal, "c3", isOptional: true),
            plan("insuredValue.currency", "f_currency", .code, "c2", isOptional: true),
            plan("customer", "f_customer", .code, "c3", isOptional: true),
            plan("postingDate", "f_postingDate", .day, "c4", isOptional: true),
        ]
    }

    var more: [FieldPlan] {
        [
            plan("size.length", "f_length", .number, "c2", isOptional: true),
            plan("size.width", "f_width", .number, "c2", isOptional: true),
            plan("size.height", "f_height", .number, "c2", isOptional: true),
            plan("contents.invoice", "f_invoice", .code, "c3", isOptional: true),
            plan("contents.licence", "f_licence", .code, "c3", isOptional: true),
            plan("contents.certificate", "f_certificate", .code, "c4", isOptional: true),
            plan("contents.comments", "f_comments", .text, "c8", isOptional: true),
            plan("sender.taxIDs.0.kind", "f_taxKind", .code, "c3", isOptional: true),
            plan("sender.taxIDs.0.value", "f_taxValue", .code, "c3", isOptional: true),
            plan("addressee.taxIDs.0.kind", "f_addresseeTaxKind", .code, "c3", isOptional: true),
            plan("addressee.taxIDs.0.value", "f_addresseeTaxValue", .code, "c3", isOptional: true),
            plan("senderReference", "f_senderReference", .code, "c3", isOptional: true),
            plan("importer.reference", "f_importerReference", .code, "c3", isOptional: true),
            plan("importer.phone", "f_importerPhone", .phone, "c3", isOptional: true),
            plan("importer.email", "f_importerEmail", .email, "c3", isOptional: true),
        ]
    }
}
