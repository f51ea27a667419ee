import Mail
import Testing

@Suite("Reading a lodgement")
struct LodgementReaderTests {
    /// The whole shape, each field once.
    static let whole = """
        { "customer": "c-1", "reference": "order-1042", "product": "packet-tracked",
          "senderKind": "business",
          "sender": { "name": "Ada Fox", "company": "Fox Knits Ltd", "lines": ["12 Mill Lane"],
            "locality": "Leeds", "region": null, "postcode": "LS1 4AP", "country": "GB",
            "email": "ada@fox.example", "phone": "+441130000000",
            "taxIDs": [{ "kind": "IOSS", "value": "IM3720000224" }] },
          "addressee": { "name": "Zoë Łukasiewicz", "lines": ["ul. Długa 5/7", "m. 3"],
            "locality": "Kraków", "postcode": "31-147", "country": "PL" },
          "grossWeight": 850, "size": { "length": 300, "width": 200, "height": 80 },
          "contents": { "nature": "sale", "explanation": "e", "comments": "c", "licence": "l",
            "certificate": "z", "invoice": "INV-1042",
            "lines": [ { "description": "Knitted cotton jumper, women's", "quantity": 2,
              "lineNetWeight": 700, "lineValue": "58.00", "currency": "GBP",
              "tariffCode": "611020", "origin": "GB", "sku": "FK-22", "gtin": "4006381333931",
              "manufacturerID": "M-1" } ] },
          "postage": { "amount": "12.35", "currency": "GBP" },
          "insuredValue": { "amount": 60.00, "currency": "GBP" },
          "dutiesPaidBy": "addressee", "onNonDelivery": "return", "postingDate": "2026-11-24",
          "senderReference": "s-1", "importer": { "reference": "r", "phone": "1", "email": "e" } }
        """

    private static func read(_ text: String) throws -> (lodgement: Lodgement, findings: [Finding]) {
        LodgementReader.read(try JSONReader.read(Array(text.utf8)))
    }

    @Test("the whole shape is read, written and read again")
    func roundTrips() throws {
        let (lodgement, findings) = try Self.read(Self.whole)
        #expect(findings == [])
        #expect(lodgement.isGoods)
        #expect(lodgement.insuredValue?.amount == "60.00")
        #expect(lodgement.sender.region == nil)
        let again = LodgementReader.read(
            try JSONReader.read(CanonicalJSON.write(lodgement.json))
        )
        #expect(again.lodgement == lodgement && again.findings == [])
        #expect(CanonicalJSON.write(again.lodgement.json) == CanonicalJSON.write(lodgement.json))
    }

    @Test(
        "the bytes are those of the value, whatever stands in it",
        arguments: [
            whole, "{}", whole.replacing("Ada Fox", with: #"A\"d\\a\u0001\n Fox 😀"#),
            whole.replacing(#""taxIDs": [{ "kind": "IOSS","#, with: #""taxIDs": [{}, {"#),
            whole.replacing(#""dutiesPaidBy": "addressee","#, with: ""),
            #"{ "sender": { "name": "A" }, "contents": { "lines": [{}, { "quantity": -3 }] } }"#,
        ]
    )
    func canonical(_ text: String) throws {
        let lodgement = try Self.read(text).lodgement
        #expect(lodgement.canonical == CanonicalJSON.write(lodgement.json))
    }

    @Test(
        "white space around a text is dropped, of whatever kind",
        arguments: [
            ("a", "a"), (" a b\t", "a b"), ("\u{2003}é\u{A0}", "é"), ("\u{3000}", nil), ("", nil),
            ("\u{301}a", "\u{301}a"), ("a\u{2028}", "a"), ("ｆ", "ｆ"), ("\r\n", nil),
        ] as [(String, String?)]
    )
    func trims(_ text: String, _ expected: String?) {
        #expect(text.trimmed.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test("the whole shape converts, field by field")
    func converts() throws {
        let item = try MailItem(try Self.read(Self.whole).lodgement)
        #expect(item.product == .packetTracked && item.senderKind == .business)
        #expect(item.sender.taxIDs == [TaxID(kind: "IOSS", value: "IM3720000224")])
        #expect(item.addressee.lines == ["ul. Długa 5/7", "m. 3"])
        #expect(item.grossWeight.kilograms == "0.850")
        #expect(item.size == Dimensions(length: 300, width: 200, height: 80))
        #expect(item.declaration?.totals.map(\.text) == ["58.00 GBP"])
        #expect(item.declaration?.lines[0].tariffCode?.digits == "611020")
        #expect(item.insuredValue?.text == "60.00 GBP")
        #expect(item.dutiesPaidBy == .addressee && item.onNonDelivery == .return)
        #expect(item.postingDate?.text == "2026-11-24")
        #expect(item.importer == Importer(reference: "r", phone: "1", email: "e"))
    }

    @Test(
        "what the shape cannot take is said, with its place",
        arguments: [
            ("[]", FindingCode.fieldMalformed, ""), ("\"x\"", .fieldMalformed, ""),
            ("{\"colour\": 1}", .fieldUnknown, "/colour"),
            ("{\"a/b~c\": 1}", .fieldUnknown, "/a~1b~0c"),
            ("{\"sender\": {\"nam\": \"x\"}}", .fieldUnknown, "/sender/nam"),
            ("{\"grossWeight\": 1.5}", .fieldMalformed, "/grossWeight"),
            ("{\"grossWeight\": \"heavy\"}", .fieldMalformed, "/grossWeight"),
            ("{\"grossWeight\": true}", .fieldMalformed, "/grossWeight"),
            ("{\"grossWeight\": 99999999999999999999}", .fieldMalformed, "/grossWeight"),
            ("{\"grossWeight\": \"+5\"}", .fieldMalformed, "/grossWeight"),
            ("{\"product\": 5}", .fieldMalformed, "/product"),
            ("{\"sender\": []}", .fieldMalformed, "/sender"),
            ("{\"addressee\": {\"lines\": \"x\"}}", .fieldMalformed, "/addressee/lines"),
            ("{\"addressee\": {\"lines\": [1]}}", .fieldMalformed, "/addressee/lines/0"),
            (
                "{\"contents\": {\"lines\": [{\"quantity\": 1.5}]}}", .fieldMalformed,
                "/contents/lines/0/quantity"
            ),
            ("{\"contents\": {\"lines\": [1]}}", .fieldMalformed, "/contents/lines/0"),
        ]
    )
    func refuses(_ text: String, _ code: FindingCode, _ pointer: String) throws {
        let findings = try Self.read(text).findings
        #expect(findings.map(\.code) == [code])
        #expect(findings.map(\.pointer) == [pointer])
    }

    @Test("white space is no text, and null says nothing")
    func trims() throws {
        let (lodgement, findings) = try Self.read(
            "{\"product\": \" ems \", \"reference\": \" \\u00a0\\t\", \"sender\": null, \"size\": {}}"
        )
        #expect(findings == [])
        #expect(lodgement.product == "ems" && lodgement.reference == nil && lodgement.size == nil)
    }

    @Test("numbers written as text are numbers, and amounts keep their digits")
    func numbers() throws {
        let (lodgement, findings) = try Self.read(
            "{\"grossWeight\": \" 850 \", \"postage\": {\"amount\": 12.350, \"currency\": \"GBP\"}}"
        )
        #expect(findings == [])
        #expect(lodgement.grossWeight == 850 && lodgement.postage?.amount == "12.350")
    }

    @Test(
        "what does not convert names its field",
        arguments: [
            ("/product", "product"), ("/senderKind", "senderKind"), ("/sender/country", "sender"),
            ("/grossWeight", "grossWeight"),
        ]
    )
    func flaws(_ pointer: String, _ member: String) throws {
        guard case .object(let members) = try JSONReader.read(Array(Self.whole.utf8)) else {
            return
        }
        let without = JSONValue.object(members.filter { $0.name != member })
        let lodgement = LodgementReader.read(without).lodgement
        let flaw = #expect(throws: MailItem.Flaw.self) { try MailItem(lodgement) }
        #expect(flaw?.pointer == pointer)
    }
}
