package import Mail

extension Lodgement {
    /// Every text that was given and is asked for, with its place.
    ///
    /// The place is written only then, because that costs more than looking at the text.
    package func eachText(where isAsked: (String) -> Bool, _ take: (String, String) -> Void) {
        func look(_ text: String?, _ pointer: @autoclosure () -> String) {
            if let text, isAsked(text) { take(text, pointer()) }
        }
        look(customer, "/customer")
        look(reference, "/reference")
        look(product, "/product")
        look(senderKind, "/senderKind")
        sender.eachText(at: "/sender", where: isAsked, take)
        addressee.eachText(at: "/addressee", where: isAsked, take)
        contents?.eachText(where: isAsked, take)
        look(postage?.amount, "/postage/amount")
        look(postage?.currency, "/postage/currency")
        look(insuredValue?.amount, "/insuredValue/amount")
        look(insuredValue?.currency, "/insuredValue/currency")
        look(dutiesPaidBy, "/dutiesPaidBy")
        look(onNonDelivery, "/onNonDelivery")
        look(postingDate, "/postingDate")
        look(senderReference, "/senderReference")
        look(importer?.reference, "/importer/reference")
        look(importer?.phone, "/importer/phone")
        look(importer?.email, "/importer/email")
    }
}

extension LodgedParty {
    fileprivate func eachText(
        at pointer: String,
        where isAsked: (String) -> Bool,
        _ take: (String, String) -> Void
    ) {
        func look(_ text: String?, _ field: @autoclosure () -> String) {
            if let text, isAsked(text) { take(text, pointer + field()) }
        }
        look(name, "/name")
        look(company, "/company")
        for (index, line) in lines.enumerated() { look(line, "/lines/\(index)") }
        look(locality, "/locality")
        look(region, "/region")
        look(postcode, "/postcode")
        look(country, "/country")
        look(email, "/email")
        look(phone, "/phone")
        for (index, taxID) in taxIDs.enumerated() {
            look(taxID.kind, "/taxIDs/\(index)/kind")
            look(taxID.value, "/taxIDs/\(index)/value")
        }
    }
}

extension LodgedContents {
    fileprivate func eachText(where isAsked: (String) -> Bool, _ take: (String, String) -> Void) {
        func look(_ text: String?, _ field: @autoclosure () -> String) {
            if let text, isAsked(text) { take(text, "/contents" + field()) }
        }
        look(nature, "/nature")
        look(explanation, "/explanation")
        look(comments, "/comments")
        look(licence, "/licence")
        look(certificate, "/certificate")
        look(invoice, "/invoice")
        for (index, line) in lines.enumerated() {
            look(line.description, "/lines/\(index)/description")
            look(line.lineValue, "/lines/\(index)/lineValue")
            look(line.currency, "/lines/\(index)/currency")
            look(line.tariffCode, "/lines/\(index)/tariffCode")
            look(line.origin, "/lines/\(index)/origin")
            look(line.sku, "/lines/\(index)/sku")
            look(line.gtin, "/lines/\(index)/gtin")
            look(line.manufacturerID, "/lines/\(index)/manufacturerID")
        }
    }
}
