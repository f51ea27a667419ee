import Mail

/// Items to draw: what an ordinary day brings, and what no day should.
enum Samples {
    static func office(
        _ language: Language = .english,
        _ country: String = "GB",
        _ mode: Mode = .live,
        name: String = "Royal Example Post"
    ) throws -> OfficeProfile {
        OfficeProfile(
            operatorName: name,
            country: try Sample.found(Country(country)),
            language: language,
            mode: mode
        )
    }

    /// A gift from one person to another: CN 22, one line.
    static let gift = Sample("UA990000010GB", .cn22) { lodgement in
        lodgement.product = "packet"
        lodgement.senderKind = "private"
        lodgement.sender = party("Ada Fox", ["12 Mill Lane"], "Leeds", "LS1 4AP", "GB")
        lodgement.addressee = party(
            "Grace Hopper",
            ["1421 Elm Street", "Apt 4B"],
            "Arlington",
            "22201",
            "US"
        )
        lodgement.addressee.region = "Virginia"
        lodgement.addressee.phone = "+1 703 555 0100"
        lodgement.grossWeight = 850
        lodgement.contents = contents(
            "gift",
            [line("Knitted wool scarf, hand made", 1, 700, "25.00")]
        )
    }

    /// A sale within CN 22: four lines with codes, the most the form holds.
    static let sale = Sample("LX990000010GB", .cn22) { lodgement in
        lodgement.product = "packet-tracked"
        lodgement.senderKind = "business"
        lodgement.reference = "order-1042"
        lodgement.sender = party("Ada Fox", ["12 Mill Lane"], "Leeds", "LS1 4AP", "GB")
        lodgement.sender.company = "Fox Knits Ltd"
        lodgement.sender.email = "ada@fox.example"
        lodgement.sender.phone = "+44 113 000 0000"
        lodgement.sender.taxIDs = [taxID("IOSS", "IM3720000224")]
        lodgement.addressee = party(
            "Zoë Łukasiewicz",
            ["ul. Długa 5/7"],
            "Kraków",
            "31-147",
            "PL"
        )
        lodgement.addressee.phone = "+48 120 000 000"
        lodgement.addressee.email = "zoe.lukasiewicz@example.pl"
        lodgement.grossWeight = 1480
        lodgement.dutiesPaidBy = "sender"
        lodgement.postage = amount("12.35", "GBP")
        lodgement.postingDate = "2026-11-24"
        lodgement.contents = contents(
            "sale",
            [
                line(
                    "Knitted cotton jumper, women’s, with roll neck",
                    2,
                    700,
                    "58.00",
                    "611020",
                    "GB"
                ),
                line("Leather belt with brass buckle, men’s", 1, 220, "31.50", "420330", "IT"),
                line("Printed book: patterns for knitting", 1, 310, "14.99", "490199", "GB"),
                line("Wooden knitting needles, set of five sizes", 3, 150, "24.00", "442199", "CN"),
            ]
        )
        lodgement.contents?.invoice = "INV-1042"
    }

    /// A CN 23 with everything a sender can state.
    static let full = Sample("RR473124829GB", .cn23) { lodgement in
        lodgement.product = "registered"
        lodgement.senderKind = "business"
        lodgement.reference = "order-77120"
        lodgement.senderReference = "EXP-2026-00412"
        lodgement.sender = party(
            "Margaret Whitfield",
            ["Unit 7, Calder Mills", "Wharf Street"],
            "Hebden Bridge",
            "HX7 8AA",
            "GB"
        )
        lodgement.sender.company = "Calder Valley Instruments Ltd"
        lodgement.sender.region = "West Yorkshire"
        lodgement.sender.email = "exports@calder-instruments.example"
        lodgement.sender.phone = "+44 1422 000 000"
        lodgement.sender.taxIDs = [taxID("EORI", "GB123456789000"), taxID("VAT", "GB123456789")]
        lodgement.addressee = party(
            "Haruka Tanaka",
            ["2-14-5 Kudan-minami", "Chiyoda-ku"],
            "Tokyo",
            "102-0074",
            "JP"
        )
        lodgement.addressee.company = "Tanaka Seiki K.K."
        lodgement.addressee.phone = "+81 3 0000 0000"
        lodgement.addressee.email = "imports@tanaka-seiki.example"
        lodgement.importer = LodgedImporter()
        lodgement.importer?.reference = "T8010001000000"
        lodgement.importer?.phone = "+81 3 0000 0001"
        lodgement.importer?.email = "customs@tanaka-seiki.example"
        lodgement.grossWeight = 1985
        lodgement.dutiesPaidBy = "addressee"
        lodgement.postage = amount("27.80", "GBP")
        lodgement.postingDate = "2026-11-24"
        lodgement.contents = contents("sale", instruments)
        lodgement.contents?.comments = "Contains no batteries. Optical parts: keep dry."
        lodgement.contents?.licence = "GBSIE2026/004412"
        lodgement.contents?.certificate = "CoC 88/2026"
        lodgement.contents?.invoice = "CVI-2026-1187"
    }

    private static var instruments: [LodgedLine] {
        var lens = line(
            "Achromatic lens, 50 mm, mounted in brass, for surveying level",
            4,
            480,
            "312.00",
            "900219",
            "GB"
        )
        lens.sku = "CVI-L50"
        lens.gtin = "5012345678900"
        return [
            lens,
            line("Spirit level vial, ground glass, 20 seconds", 12, 96, "66.00", "901590", "GB"),
            line("Tripod head screw, stainless steel, 5/8 inch", 2, 340, "18.40", "731815", "DE"),
            line("Instruction manual, printed, Japanese", 1, 210, "0.50", "490199", "GB"),
            line("Leather case for instrument, hand stitched", 1, 640, "145.00", "420231", "IT"),
        ]
    }

    /// A parcel: CP 72 with CP 71.
    static let parcel = Sample("CP990000010GB", .cp72, .parcel) { lodgement in
        lodgement = full.lodgement
        lodgement.product = "parcel"
        lodgement.grossWeight = 12_480
        lodgement.insuredValue = amount("541.90", "GBP")
        lodgement.onNonDelivery = "return"
        lodgement.size = LodgedSize()
        lodgement.size?.length = 420
        lodgement.size?.width = 310
        lodgement.size?.height = 280
    }

    /// More lines than the first sheet of a CN 23 holds.
    static let many = Sample("RR990000010GB", .cn23, .moreLinesThanCN22) { lodgement in
        lodgement = full.lodgement
        lodgement.contents?.lines = (1...40)
            .map { number in
                line(
                    "Spare part no. \(number): bushing, sintered bronze, for focusing drive"
                        + (number.isMultiple(of: 7)
                            ? ", with retaining ring and two set screws" : ""),
                    number,
                    number * 7,
                    "\(number * 3).25",
                    "848330",
                    number.isMultiple(of: 2) ? "GB" : "DE"
                )
            }
    }

    /// A letter of pure correspondence: a label, no form.
    static let letter = Sample("PH0000000A7Z", DeclarationForm.none, .correspondenceOnly) {
        lodgement in
        lodgement.product = "letter"
        lodgement.senderKind = "private"
        lodgement.sender = party("Ada Fox", ["12 Mill Lane"], "Leeds", "LS1 4AP", "GB")
        lodgement.addressee = party(
            "Françoise Dupré",
            ["14 rue de l’Œuvre"],
            "Nîmes",
            "30000",
            "FR"
        )
        lodgement.grossWeight = 20
    }

    static func party(
        _ name: String,
        _ lines: [String],
        _ locality: String,
        _ postcode: String?,
        _ country: String
    ) -> LodgedParty {
        var party = LodgedParty()
        party.name = name
        party.lines = lines
        party.locality = locality
        party.postcode = postcode
        party.country = country
        return party
    }

    static func contents(_ nature: String, _ lines: [LodgedLine]) -> LodgedContents {
        var contents = LodgedContents()
        contents.nature = nature
        contents.lines = lines
        return contents
    }

    static func line(
        _ description: String,
        _ quantity: Int,
        _ grams: Int,
        _ value: String,
        _ code: String? = nil,
        _ origin: String? = nil,
        currency: String = "GBP"
    ) -> LodgedLine {
        var line = LodgedLine()
        line.description = description
        line.quantity = quantity
        line.lineNetWeight = grams
        line.lineValue = value
        line.currency = currency
        line.tariffCode = code
        line.origin = origin
        return line
    }

    static func taxID(_ kind: String, _ value: String) -> LodgedTaxID {
        var id = LodgedTaxID()
        id.kind = kind
        id.value = value
        return id
    }

    static func amount(_ amount: String, _ currency: String) -> LodgedAmount {
        var lodged = LodgedAmount()
        lodged.amount = amount
        lodged.currency = currency
        return lodged
    }
}

/// A lodgement with the number and form that an office gave it.
struct Sample {
    let id: String
    let form: DeclarationForm
    let reason: FormReason
    let lodgement: Lodgement

    init(
        _ id: String,
        _ form: DeclarationForm,
        _ reason: FormReason = .valueWithinLimit,
        _ fill: (inout Lodgement) -> Void
    ) {
        self.id = id
        self.form = form
        self.reason = reason
        var lodgement = Lodgement()
        fill(&lodgement)
        self.lodgement = lodgement
    }

    func with(_ change: (inout Lodgement) -> Void) -> Sample {
        Sample(id, form, reason) { lodgement in
            lodgement = self.lodgement
            change(&lodgement)
        }
    }

    func source(_ office: OfficeProfile) throws -> DocumentSource {
        let record = try ItemRecord(
            id: try Self.found(ItemID(id)),
            channel: .api,
            state: .lodged,
            office: office,
            edition: "sample",
            key: .reference("sample"),
            lodgement: lodgement,
            decision: FormDecision(form: form, reason: reason),
            warnings: [],
            lodgedAt: Moment(milliseconds: 1_795_500_000_000)
        )
        return DocumentSource(record)
    }

    struct Missing: Error {}

    static func found<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }
}
