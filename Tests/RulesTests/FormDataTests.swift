import Mail
import Rules
import Testing

@Suite("The data behind forms")
struct FormDataTests {
    @Test(
        "customs areas hold their parts and no others",
        arguments: [
            ("GB", "BT1 5GS", "FR", "75001", true), ("GB", "bt15gs", "IE", "D02 AF30", true),
            ("GB", "LS1 4AP", "FR", "75001", false), ("FR", "75001", "GB", "LS1 4AP", false),
            ("IT", "20121", "DE", "10115", true), ("ES", "28039", "ES", "35001", false),
            ("IT", "20121", "CH", "8001", false), ("FR", "75001", "RE", "97400", false),
            ("DE", "10115", "DE", "27498", false), ("GB", "BT1 5GS", "NO", "0150", false),
        ]
    )
    func areas(_ from: String, _ here: String, _ to: String, _ there: String, _ isOne: Bool) throws
    {
        let sender = try party(from, here)
        let addressee = try party(to, there)
        #expect(CustomsArea.isOne(sender, addressee, on: Sample.day) == isOne)
        #expect(!CustomsArea.isOne(sender, addressee, on: .on("2020-12-31")))
    }

    private func party(_ code: String, _ postcode: String) throws -> Party {
        Party(
            name: "x",
            company: nil,
            lines: ["x"],
            locality: "x",
            region: nil,
            postcode: postcode,
            country: try #require(Country(code)),
            email: nil,
            phone: nil,
            taxIDs: []
        )
    }

    @Test(
        "a rate that is no decimal above zero is not loaded",
        arguments: ["", "0", "0.000", "-1", "1,2", "1e3", "1.2.3", ".5", "5.", "99999999999999999"]
    )
    func malformedRates(_ text: String) throws {
        let eur = try #require(Currency("EUR"))
        let table = SDRTable([SDRRate(currency: eur, day: Sample.day, perSDR: text, source: "t")])
        #expect(
            table.isWorth(Money(minorUnits: 1, currency: eur), atLeast: 300, on: Sample.day) == nil
        )
    }

    @Test("the newest rate up to the day stands, and the last loaded of a day")
    func newestRate() throws {
        let jpy = try #require(Currency("JPY"))
        func rate(_ day: String, _ perSDR: String) -> SDRRate {
            SDRRate(currency: jpy, day: .on(day), perSDR: perSDR, source: "t")
        }
        let table = SDRTable([
            rate("2026-11-20", "100"), rate("2026-11-10", "300"), rate("2026-11-20", "200"),
        ])
        func isWorth(_ units: Int64, _ day: String) -> Bool? {
            table.isWorth(Money(minorUnits: units, currency: jpy), atLeast: 300, on: .on(day))
        }
        #expect(isWorth(60_000, "2026-11-24") == true)
        #expect(isWorth(59_999, "2026-11-24") == false)
        #expect(isWorth(60_000, "2026-11-19") == false)
        #expect(isWorth(60_000, "2026-11-09") == nil)
        #expect(isWorth(.max, "2026-11-24") == true)
    }

    @Test(
        "the language of postcodes",
        arguments: [
            ("##", "12", true), ("##", "1", false), ("##", "123", false), ("@#", "a1", true),
            ("#-?#", "12", true), ("#-?#", "1-2", true), ("#-?#", "1--2", false),
            ("(AB)?#", "1", true), ("(AB)?#", "ab1", true), ("(AB)?#", "A1", false),
            ("(A|BC)#|ZZ", "BC1", true), ("(A|BC)#|ZZ", "zz", true), ("[A-CX]*", "X9", true),
            ("[A-CX]*", "D9", false), ("#", "١", false), ("#", "", false), ("#", "é", false),
        ]
    )
    func postcodes(_ pattern: String, _ postcode: String, _ matches: Bool) {
        #expect(PostcodePattern(pattern).matches(postcode) == matches)
    }

    @Test(
        "sizes at their limits",
        arguments: [
            (Product.packet, 600, 200, 100, nil), (.packet, 90, 140, 1, nil),
            (.packet, 900, 70, 70, nil), (.packet, 900, 71, 71, FindingCode.sizeOverLimit),
            (.packet, 100, 35, 35, nil), (.packet, 100, 34, 34, .sizeUnderLimit),
            (.packet, 500, 300, 101, .sizeOverLimit), (.parcel, 1_500, 400, 350, nil),
            (.parcel, 1_501, 10, 100, .sizeOverLimit), (.parcel, 1_500, 400, 351, .sizeOverLimit),
            (.packet, .max, .max, .max, .sizeOverLimit),
        ] as [(Product, Int, Int, Int, FindingCode?)]
    )
    func sizes(_ product: Product, _ length: Int, _ width: Int, _ height: Int, _ code: FindingCode?)
    {
        let lodgement = Sample.lodgement {
            $0.product = product.rawValue
            var size = LodgedSize()
            size.length = length
            size.width = width
            size.height = height
            $0.size = size
            $0.onNonDelivery = "return"
        }
        #expect(Sample.check(lodgement).codes.first == code)
    }
}
