extension Lodgement {
    /// The canonical value: only what was given, so that equal lodgements are equal bytes.
    package var json: JSONValue { value }

    /// The bytes of ``json``.
    package var canonical: [UInt8] { canonicalBytes }
}

extension JSONValue {
    /// An object of the members that are there.
    package static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        var present: [Member] = []
        present.reserveCapacity(members.count)
        for (name, value) in members {
            if let value { present.append(Member(name, value)) }
        }
        return .object(present)
    }

    package static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

    package static func whole(_ number: Int?) -> JSONValue? { number.map { .integer($0) } }
}

extension Lodgement: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.object("addressee", addressee)
        sink.object("contents", contents)
        sink.text("customer", customer)
        sink.text("dutiesPaidBy", dutiesPaidBy)
        sink.whole("grossWeight", grossWeight)
        sink.object("importer", importer)
        sink.object("insuredValue", insuredValue)
        sink.text("onNonDelivery", onNonDelivery)
        sink.object("postage", postage)
        sink.text("postingDate", postingDate)
        sink.text("product", product)
        sink.text("reference", reference)
        sink.object("sender", sender)
        sink.text("senderKind", senderKind)
        sink.text("senderReference", senderReference)
        sink.object("size", size)
    }
}

extension LodgedParty: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("company", company)
        sink.text("country", country)
        sink.text("email", email)
        sink.texts("lines", lines)
        sink.text("locality", locality)
        sink.text("name", name)
        sink.text("phone", phone)
        sink.text("postcode", postcode)
        sink.text("region", region)
        sink.objects("taxIDs", taxIDs)
    }
}

extension LodgedTaxID: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("kind", kind)
        sink.text("value", value)
    }
}

extension LodgedSize: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.whole("height", height)
        sink.whole("length", length)
        sink.whole("width", width)
    }
}

extension LodgedAmount: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("amount", amount)
        sink.text("currency", currency)
    }
}

extension LodgedImporter: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("email", email)
        sink.text("phone", phone)
        sink.text("reference", reference)
    }
}

extension LodgedContents: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("certificate", certificate)
        sink.text("comments", comments)
        sink.text("explanation", explanation)
        sink.text("invoice", invoice)
        sink.text("licence", licence)
        sink.objects("lines", lines)
        sink.text("nature", nature)
    }
}

extension LodgedLine: MemberShape {
    func tell(_ sink: inout some MemberSink) {
        sink.text("currency", currency)
        sink.text("description", description)
        sink.text("gtin", gtin)
        sink.whole("lineNetWeight", lineNetWeight)
        sink.text("lineValue", lineValue)
        sink.text("manufacturerID", manufacturerID)
        sink.text("origin", origin)
        sink.whole("quantity", quantity)
        sink.text("sku", sku)
        sink.text("tariffCode", tariffCode)
    }
}
