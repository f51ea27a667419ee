extension MailItem {
    /// The first field that does not convert: its JSON pointer.
    ///
    /// The rules say what is wrong with it.
    package struct Flaw: Error, Hashable, Sendable {
        package let pointer: String
    }

    /// Converts a lodgement field by field; codes are taken in any case, nothing is filled in.
    ///
    /// - Throws: ``Flaw`` where a field that must be there is not, or cannot mean anything.
    package init(_ lodgement: Lodgement) throws(Flaw) {
        product = try Self.code(lodgement.product, "/product")
        senderKind = try Self.code(lodgement.senderKind, "/senderKind")
        sender = try Party(lodgement.sender, at: "/sender")
        addressee = try Party(lodgement.addressee, at: "/addressee")
        guard let grams = lodgement.grossWeight, let weight = Weight(grams: grams) else {
            throw Flaw(pointer: "/grossWeight")
        }
        grossWeight = weight
        size = try lodgement.size.map { (lodged) throws(Flaw) in
            guard let length = lodged.length, let width = lodged.width, let height = lodged.height,
                let size = Dimensions(length: length, width: width, height: height)
            else { throw Flaw(pointer: "/size") }
            return size
        }
        declaration =
            lodgement.isGoods ? try Declaration(lodgement.contents, at: "/contents") : nil
        postage = try Self.money(lodgement.postage, "/postage")
        insuredValue = try Self.money(lodgement.insuredValue, "/insuredValue")
        dutiesPaidBy = try Self.optionalCode(lodgement.dutiesPaidBy, "/dutiesPaidBy")
        onNonDelivery = try Self.optionalCode(lodgement.onNonDelivery, "/onNonDelivery")
        importer = lodgement.importer.map {
            Importer(reference: $0.reference, phone: $0.phone, email: $0.email)
        }
        reference = lodgement.reference
        senderReference = lodgement.senderReference
        postingDate = try lodgement.postingDate.map { (text) throws(Flaw) in
            guard let day = CalendarDay(text) else { throw Flaw(pointer: "/postingDate") }
            return day
        }
    }

    fileprivate static func code<Code: RawRepresentable<String>>(
        _ text: String?,
        _ pointer: String
    ) throws(Flaw) -> Code {
        guard let text, let code = Code(rawValue: text.lowercased()) else {
            throw Flaw(pointer: pointer)
        }
        return code
    }

    private static func optionalCode<Code: RawRepresentable<String>>(
        _ text: String?,
        _ pointer: String
    ) throws(Flaw) -> Code? {
        guard let text else { return nil }
        return try code(text, pointer)
    }

    private static func money(
        _ lodged: LodgedAmount?,
        _ pointer: String
    ) throws(Flaw) -> Money? {
        guard let lodged else { return nil }
        guard let amount = lodged.amount,
            let currency = lodged.currency.flatMap({ Currency($0.uppercased()) }),
            let money = try? Money(amount, currency)
        else { throw Flaw(pointer: pointer) }
        return money
    }
}

extension Party {
    fileprivate init(_ lodged: LodgedParty, at pointer: String) throws(MailItem.Flaw) {
        guard let country = lodged.country.flatMap({ Country($0.uppercased()) }) else {
            throw MailItem.Flaw(pointer: pointer + "/country")
        }
        guard lodged.name != nil || lodged.company != nil else {
            throw MailItem.Flaw(pointer: pointer + "/name")
        }
        var taxIDs: [TaxID] = []
        for (index, lodged) in lodged.taxIDs.enumerated() {
            guard let kind = lodged.kind, let value = lodged.value else {
                throw MailItem.Flaw(pointer: "\(pointer)/taxIDs/\(index)")
            }
            taxIDs.append(TaxID(kind: kind, value: value))
        }
        self.init(
            name: lodged.name,
            company: lodged.company,
            lines: lodged.lines,
            locality: lodged.locality ?? "",
            region: lodged.region,
            postcode: lodged.postcode,
            country: country,
            email: lodged.email,
            phone: lodged.phone,
            taxIDs: taxIDs
        )
    }
}

extension Declaration {
    fileprivate init(_ lodged: LodgedContents?, at pointer: String) throws(MailItem.Flaw) {
        guard let lodged, !lodged.lines.isEmpty else { throw MailItem.Flaw(pointer: pointer) }
        var lines: [ContentLine] = []
        for (index, line) in lodged.lines.enumerated() {
            lines.append(try ContentLine(line, at: "\(pointer)/lines/\(index)"))
        }
        self.init(
            nature: try MailItem.code(lodged.nature, pointer + "/nature"),
            explanation: lodged.explanation,
            lines: lines,
            comments: lodged.comments,
            licence: lodged.licence,
            certificate: lodged.certificate,
            invoice: lodged.invoice
        )
    }
}

extension ContentLine {
    fileprivate init(_ lodged: LodgedLine, at pointer: String) throws(MailItem.Flaw) {
        func flaw(_ field: String) -> MailItem.Flaw {
            MailItem.Flaw(pointer: pointer + "/" + field)
        }
        guard let description = lodged.description else { throw flaw("description") }
        guard let quantity = lodged.quantity, quantity >= 1 else { throw flaw("quantity") }
        guard let grams = lodged.lineNetWeight, let weight = Weight(grams: grams) else {
            throw flaw("lineNetWeight")
        }
        guard let currency = lodged.currency.flatMap({ Currency($0.uppercased()) }) else {
            throw flaw("currency")
        }
        guard let value = lodged.lineValue.flatMap({ try? Money($0, currency) }) else {
            throw flaw("lineValue")
        }
        let tariffCode = lodged.tariffCode.flatMap(TariffCode.init)
        if lodged.tariffCode != nil, tariffCode == nil { throw flaw("tariffCode") }
        let origin = lodged.origin.flatMap { Country($0.uppercased()) }
        if lodged.origin != nil, origin == nil { throw flaw("origin") }
        self.init(
            description: description,
            quantity: quantity,
            netWeight: weight,
            value: value,
            tariffCode: tariffCode,
            origin: origin,
            sku: lodged.sku,
            gtin: lodged.gtin,
            manufacturerID: lodged.manufacturerID
        )
    }
}
