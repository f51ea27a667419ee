import Mail
import Messages
import Testing

/// Items written by us, of every shape the layout must carry.
enum Examples {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let id: String
        let lodgement: String

        var testDescription: String { name }

        func item() throws -> ItemAttributes {
            let json = try JSONReader.read(Array(lodgement.utf8))
            let (lodgement, findings) = LodgementReader.read(json)
            try #require(findings.isEmpty)
            let id = try #require(ItemID(id))
            return ItemAttributes(
                id: id,
                recorded: Moment(milliseconds: 1_795_426_200_123),
                item: try MailItem(lodgement)
            )
        }
    }

    static let all = [jumper, letter, everything, cyrillic, mixedScripts]

    /// The lodgement of design.md §8.
    static let jumper = Example(
        name: "jumper",
        id: "LX990000010GB",
        lodgement: """
            { "reference": "order-1042", "product": "packet-tracked", "senderKind": "business",
              "sender": { "name": "Ada Fox", "company": "Fox Knits Ltd", "lines": ["12 Mill Lane"],
                "locality": "Leeds", "postcode": "LS1 4AP", "country": "GB",
                "email": "ada@fox.example", "phone": "+441130000000",
                "taxIDs": [{ "kind": "IOSS", "value": "IM3720000224" }] },
              "addressee": { "name": "Zoë Łukasiewicz", "lines": ["ul. Długa 5/7"],
                "locality": "Kraków", "postcode": "31-147", "country": "PL",
                "phone": "+48120000000" },
              "grossWeight": 850, "size": { "length": 300, "width": 200, "height": 80 },
              "contents": { "nature": "sale", "invoice": "INV-1042", "lines": [
                { "description": "Knitted cotton jumper, women's", "quantity": 2,
                  "lineNetWeight": 700, "lineValue": "58.00", "currency": "GBP",
                  "tariffCode": "611020", "origin": "GB", "sku": "FK-22" }] },
              "postage": { "amount": "12.35", "currency": "GBP" },
              "dutiesPaidBy": "addressee", "onNonDelivery": "return" }
            """
    )

    /// Pure correspondence: nothing is declared.
    static let letter = Example(
        name: "letter",
        id: "RR990000010GB",
        lodgement: """
            { "product": "registered", "senderKind": "private", "grossWeight": 20,
              "sender": { "name": "A BELL", "lines": ["1 HIGH ST"], "locality": "YORK",
                "country": "GB" },
              "addressee": { "name": "B COLE", "lines": ["2 LOW ST"], "locality": "PERTH",
                "country": "AU" } }
            """
    )

    /// Every field there is, and service characters where they hurt.
    static let everything = Example(
        name: "everything",
        id: "CX990000023GB",
        lodgement: """
            { "reference": "a+b:c'd?e*f", "senderReference": "S-1", "product": "parcel",
              "senderKind": "business", "postingDate": "2026-11-23",
              "sender": { "company": "Müller & Söhne", "name": "?", "region": "Kent",
                "lines": ["Unit 4", "Dock Road", "Gate 2"], "locality": "Dover",
                "postcode": "CT16 1AA", "country": "GB",
                "taxIDs": [{ "kind": "EORI", "value": "GB123456789000" },
                           { "kind": "VAT", "value": "GB123456789" }] },
              "addressee": { "name": "Renée D'Arc", "lines": ["1 rue de l'Église"],
                "locality": "Orléans", "region": "Centre", "postcode": "45000",
                "country": "FR", "email": "renee@example.fr",
                "taxIDs": [{ "kind": "EORI", "value": "FR12345" }] },
              "importer": { "reference": "IMP-7", "phone": "+33200000000",
                "email": "import@example.fr" },
              "grossWeight": 12345, "size": { "length": 600, "width": 400, "height": 350 },
              "contents": { "nature": "other", "explanation": "On loan to a museum",
                "comments": "Wooden parts treated: ISPM 15", "licence": "LIC/1",
                "certificate": "CERT+2", "invoice": "INV 3", "lines": [
                { "description": "Oak frame, 17th century", "quantity": 1,
                  "lineNetWeight": 9000, "lineValue": "1200", "currency": "JPY",
                  "tariffCode": "970610", "origin": "FR", "sku": "A:1", "gtin": "4006381333931",
                  "manufacturerID": "M+1" },
                { "description": "Varnish, tin of 1 l", "quantity": 3, "lineNetWeight": 1,
                  "lineValue": "0.125", "currency": "KWD" }] },
              "postage": { "amount": "40.5", "currency": "EUR" },
              "insuredValue": { "amount": "1000.00", "currency": "EUR" },
              "dutiesPaidBy": "sender", "onNonDelivery": "abandon" }
            """
    )

    static let cyrillic = Example(
        name: "cyrillic",
        id: "LX990000023GB",
        lodgement: """
            { "product": "packet-tracked", "senderKind": "private", "grossWeight": 300,
              "sender": { "name": "Ivan Petrov", "lines": ["3 Quay"], "locality": "Hull",
                "country": "GB" },
              "addressee": { "name": "Георги Иванов", "lines": ["ул. Шипка 6"],
                "locality": "София", "postcode": "1504", "country": "BG" },
              "contents": { "nature": "gift", "lines": [
                { "description": "Вълнен шал", "quantity": 1, "lineNetWeight": 200,
                  "lineValue": "15.00", "currency": "GBP", "origin": "GB" }] } }
            """
    )

    /// No part of ISO 8859 has all of this.
    static let mixedScripts = Example(
        name: "mixed-scripts",
        id: "LX990000037GB",
        lodgement: """
            { "product": "packet-tracked", "senderKind": "private", "grossWeight": 300,
              "sender": { "name": "Łucja Ødegård", "lines": ["3 Quay"], "locality": "Hull",
                "country": "GB" },
              "addressee": { "name": "山田太郎", "lines": ["千代田区1-1"], "locality": "東京都",
                "postcode": "100-0001", "country": "JP" },
              "contents": { "nature": "gift", "lines": [
                { "description": "Thermos Ελλάδα – 0,5 l 🫖", "quantity": 1,
                  "lineNetWeight": 200, "lineValue": "15.00", "currency": "GBP" }] } }
            """
    )

    static func header(
        _ reference: Int = 17,
        isTest: Bool = true
    ) throws -> InterchangeHeader {
        InterchangeHeader(
            sender: try #require(.init("GBA")),
            recipient: try #require(.init("PLA")),
            prepared: InterchangeHeader.Prepared(Moment(milliseconds: 1_795_426_200_000)),
            reference: try #require(ControlReference(reference)),
            application: "ITMATT",
            isTest: isTest
        )
    }
}
