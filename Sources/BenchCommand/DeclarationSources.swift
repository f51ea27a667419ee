import ArgumentParser
import Mail

/// Records of five content lines each, the same but for number, reference and parties.
enum DeclarationSources {
    static func common() throws -> [DocumentSource] {
        try sources(
            sender: ("Margaret Whitfield", "Wharf Street 7", "Hebden Bridge"),
            addressee: ("Anna Fjeldsøe", "Nørre Allé 12", "København")
        )
    }

    static func extended() throws -> [DocumentSource] {
        try sources(
            sender: ("Zoë Łukasiewicz", "ul. Długa 5/7", "Kraków"),
            addressee: ("Ελένη Παπαδοπούλου", "Λεωφόρος Κηφισίας 44", "Αθήνα")
        )
    }

    static func japanese() throws -> [DocumentSource] {
        try sources(
            sender: ("Margaret Whitfield", "Wharf Street 7", "Hebden Bridge"),
            addressee: ("田中 春香", "九段南二丁目14番5号", "東京都千代田区")
        )
    }

    static func complex() throws -> [DocumentSource] {
        try sources(
            sender: ("रवि शर्मा", "महात्मा गांधी मार्ग १२", "नई दिल्ली"),
            addressee: ("محمد العتيبي", "شارع الملك فهد 12", "الرياض")
        )
    }

    private typealias Party = (name: String, line: String, locality: String)

    private static func sources(sender: Party, addressee: Party) throws -> [DocumentSource] {
        try (0..<100).map { try source($0, sender: sender, addressee: addressee) }
    }

    private static func source(
        _ number: Int,
        sender: Party,
        addressee: Party
    ) throws -> DocumentSource {
        let goods = [
            "Achromatic lens, 50 mm, mounted in brass", "Spirit level vial, ground glass",
            "Tripod head screw, stainless steel", "Instruction manual, printed",
            "Leather case for instrument, hand stitched",
        ]
        let lines = goods.map { name in
            """
            { "description": "\(name)", "quantity": 2, "lineNetWeight": 200,
              "lineValue": "58.00", "currency": "GBP", "tariffCode": "901590", "origin": "GB" }
            """
        }
        let text = """
            { "reference": "order-\(number)", "product": "registered", "senderKind": "business",
              "sender": { "name": "\(sender.name)", "company": "Calder Instruments Ltd",
                "lines": ["\(sender.line)"], "locality": "\(sender.locality)",
                "postcode": "HX7 8AA", "country": "GB", "email": "exports@calder.example",
                "phone": "+441422000000" },
              "addressee": { "name": "\(addressee.name)", "lines": ["\(addressee.line)"],
                "locality": "\(addressee.locality)", "postcode": "1\(100 + number)",
                "country": "DK", "phone": "+4530000000", "email": "anna@example.dk" },
              "grossWeight": \(1_200 + number), "dutiesPaidBy": "addressee",
              "contents": { "nature": "sale", "invoice": "INV-\(number)",
                "lines": [\(lines.joined(separator: ","))] },
              "postage": { "amount": "27.80", "currency": "GBP" } }
            """
        let lodgement = try LodgementReader.read(JSONReader.read(Array(text.utf8))).lodgement
        guard let country = IssuingCountry("GB"), let serial = S10.Serial(99_000_000 + number),
            let home = Country("GB")
        else { throw ValidationError("number \(number) is no serial") }
        let record = try ItemRecord(
            id: .s10(S10(service: ServiceIndicator("RR"), serial: serial, country: country)),
            channel: .file,
            state: .lodged,
            office: OfficeProfile(
                operatorName: "Royal Example Post",
                country: home,
                language: .english,
                mode: .test
            ),
            edition: "bench",
            key: .reference("order-\(number)"),
            lodgement: lodgement,
            decision: FormDecision(form: .cn23, reason: .valueOverLimit),
            warnings: [],
            lodgedAt: Moment(milliseconds: 1_795_426_200_000)
        )
        return DocumentSource(record)
    }
}
