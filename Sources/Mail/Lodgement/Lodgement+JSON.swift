extension Lodgement {
    /// The canonical value: only what was given, so that equal lodgements are equal bytes.
    package var json: JSONValue {
        .members([
            ("addressee", addressee.json), ("contents", contents?.json),
            ("customer", .text(customer)), ("dutiesPaidBy", .text(dutiesPaidBy)),
            ("grossWeight", .whole(grossWeight)), ("importer", importer?.json),
            ("insuredValue", insuredValue?.json), ("onNonDelivery", .text(onNonDelivery)),
            ("postage", postage?.json), ("postingDate", .text(postingDate)),
            ("product", .text(product)), ("reference", .text(reference)),
            ("sender", sender.json), ("senderKind", .text(senderKind)),
            ("senderReference", .text(senderReference)), ("size", size?.json),
        ])
    }
}

extension JSONValue {
    /// An object of the members that are there.
    package static func members(_ members: [(String, JSONValue?)]) -> JSONValue {
        .object(
            members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } }
        )
    }

    package static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }

    package static func whole(_ number: Int?) -> JSONValue? { number.map { .integer($0) } }
}

extension LodgedParty {
    fileprivate var json: JSONValue {
        .members([
            ("company", .text(company)), ("country", .text(country)), ("email", .text(email)),
            ("lines", lines.isEmpty ? nil : .array(lines.map { .string($0) })),
            ("locality", .text(locality)), ("name", .text(name)), ("phone", .text(phone)),
            ("postcode", .text(postcode)), ("region", .text(region)),
            ("taxIDs", taxIDs.isEmpty ? nil : .array(taxIDs.map(\.json))),
        ])
    }
}

extension LodgedTaxID {
    fileprivate var json: JSONValue { .members([("kind", .text(kind)), ("value", .text(value))]) }
}

extension LodgedSize {
    fileprivate var json: JSONValue {
        .members([
            ("height", .whole(height)), ("length", .whole(length)), ("width", .whole(width)),
        ])
    }
}

extension LodgedAmount {
    fileprivate var json: JSONValue {
        .members([("amount", .text(amount)), ("currency", .text(currency))])
    }
}

extension LodgedImporter {
    fileprivate var json: JSONValue {
        .members([
            ("email", .text(email)), ("phone", .text(phone)), ("reference", .text(reference)),
        ])
    }
}

extension LodgedContents {
    fileprivate var json: JSONValue {
        .members([
            ("certificate", .text(certificate)), ("comments", .text(comments)),
            ("explanation", .text(explanation)), ("invoice", .text(invoice)),
            ("licence", .text(licence)),
            ("lines", lines.isEmpty ? nil : .array(lines.map(\.json))), ("nature", .text(nature)),
        ])
    }
}

extension LodgedLine {
    fileprivate var json: JSONValue {
        .members([
            ("currency", .text(currency)), ("description", .text(description)),
            ("gtin", .text(gtin)), ("lineNetWeight", .whole(lineNetWeight)),
            ("lineValue", .text(lineValue)), ("manufacturerID", .text(manufacturerID)),
            ("origin", .text(origin)), ("quantity", .whole(quantity)), ("sku", .text(sku)),
            ("tariffCode", .text(tariffCode)),
        ])
    }
}
