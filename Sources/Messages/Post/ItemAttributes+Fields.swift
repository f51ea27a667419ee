package import Mail

// The item as the fields that profiles name: the lodgement's shape (design.md §8) with canonical
// values, so that codes are in capitals and amounts have all decimals of their currency.
extension ItemAttributes {
    /// The fields, members in canonical order.
    package var fields: JSONValue {
        let declaration = item.declaration
        return .members([
            ("addressee", item.addressee.fields), ("contents", declaration?.fields),
            ("dutiesPaidBy", .text(item.dutiesPaidBy?.rawValue)),
            ("grossWeight", .integer(item.grossWeight.grams)),
            ("importer", item.importer?.fields), ("insuredValue", item.insuredValue?.fields),
            ("item", .string(id.text)), ("onNonDelivery", .text(item.onNonDelivery?.rawValue)),
            ("postage", item.postage?.fields), ("postingDate", .text(item.postingDate?.text)),
            ("product", .string(item.product.rawValue)),
            ("recorded", .string(recorded.secondsText)), ("reference", .text(item.reference)),
            ("sender", item.sender.fields), ("senderKind", .string(item.senderKind.rawValue)),
            ("senderReference", .text(item.senderReference)), ("size", item.size?.fields),
        ])
    }

    /// The item that fields state; `nil` where they make none.
    package init?(_ fields: JSONValue) {
        guard case .object(let members) = fields,
            let id = fields["item"]?.text.flatMap(ItemID.init),
            let recorded = fields["recorded"]?.text.flatMap({ Moment(secondsText: $0) })
        else { return nil }
        let own = ["item", "recorded"]
        let (lodgement, findings) = LodgementReader.read(
            .object(members.filter { !own.contains($0.name) })
        )
        guard findings.isEmpty, let item = try? MailItem(lodgement) else { return nil }
        self.init(id: id, recorded: recorded, item: item)
    }
}

extension JSONValue {
    fileprivate static func list(_ values: [JSONValue]) -> JSONValue? {
        values.isEmpty ? nil : .array(values)
    }
}

extension Party {
    fileprivate var fields: JSONValue {
        .members([
            ("company", .text(company)), ("country", .string(country.code)),
            ("email", .text(email)), ("lines", .list(lines.map { .string($0) })),
            ("locality", locality.isEmpty ? nil : .string(locality)), ("name", .text(name)),
            ("phone", .text(phone)), ("postcode", .text(postcode)), ("region", .text(region)),
            (
                "taxIDs",
                .list(
                    taxIDs.map {
                        .members([("kind", .string($0.kind)), ("value", .string($0.value))])
                    }
                )
            ),
        ])
    }
}

extension Dimensions {
    fileprivate var fields: JSONValue {
        .members([
            ("height", .integer(height)), ("length", .integer(length)),
            ("width", .integer(width)),
        ])
    }
}

extension Money {
    fileprivate var fields: JSONValue {
        .members([("amount", .string(amount)), ("currency", .string(currency.code))])
    }
}

extension Importer {
    fileprivate var fields: JSONValue {
        .members([
            ("email", .text(email)), ("phone", .text(phone)), ("reference", .text(reference)),
        ])
    }
}

extension Declaration {
    fileprivate var fields: JSONValue {
        .members([
            ("certificate", .text(certificate)), ("comments", .text(comments)),
            ("explanation", .text(explanation)), ("invoice", .text(invoice)),
            ("licence", .text(licence)), ("lines", .list(lines.map(\.fields))),
            ("nature", .string(nature.rawValue)),
        ])
    }
}

extension ContentLine {
    fileprivate var fields: JSONValue {
        .members([
            ("currency", .string(value.currency.code)), ("description", .string(description)),
            ("gtin", .text(gtin)), ("lineNetWeight", .integer(netWeight.grams)),
            ("lineValue", .string(value.amount)), ("manufacturerID", .text(manufacturerID)),
            ("origin", .text(origin?.code)), ("quantity", .integer(quantity)),
            ("sku", .text(sku)), ("tariffCode", .text(tariffCode?.digits)),
        ])
    }
}
