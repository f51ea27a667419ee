import Mail
import Testing

@Suite("Money, currencies, weights, codes")
struct MoneyTests {
    @Test(
        "amounts are exact in the decimals of their currency",
        arguments: [
            ("58", "GBP", 5_800, "58.00"), ("58.5", "GBP", 5_850, "58.50"),
            ("0.01", "EUR", 1, "0.01"), ("5.000", "EUR", 500, "5.00"),
            ("1000", "JPY", 1_000, "1000"),
            ("1000.0", "JPY", 1_000, "1000"), ("1.234", "KWD", 1_234, "1.234"),
            ("007", "USD", 700, "7.00"), ("0", "USD", 0, "0.00"),
        ]
    )
    func reads(_ text: String, _ code: String, _ units: Int64, _ amount: String) throws {
        let currency = try #require(Currency(code))
        let money = try Money(text, currency)
        #expect(money.minorUnits == units)
        #expect(money.amount == amount)
        #expect(money.text == "\(amount) \(code)")
    }

    @Test(
        "nothing is rounded or guessed",
        arguments: [
            ("58.001", "GBP", Money.Flaw.tooManyDecimals(found: 3, allowed: 2)),
            ("1.5", "JPY", .tooManyDecimals(found: 1, allowed: 0)), ("", "GBP", .malformed("")),
            (".5", "GBP", .malformed(".5")), ("5.", "GBP", .malformed("5.")),
            ("-5", "GBP", .malformed("-5")), ("+5", "GBP", .malformed("+5")),
            ("5,00", "GBP", .malformed("5,00")), ("1e3", "GBP", .malformed("1e3")),
            ("1 000", "GBP", .malformed("1 000")), ("1.0.0", "GBP", .malformed("1.0.0")),
            ("٣", "GBP", .malformed("٣")), ("5£", "GBP", .malformed("5£")),
            ("99999999999999", "GBP", .tooLarge("99999999999999")),
            ("99999999999999999999999", "GBP", .tooLarge("99999999999999999999999")),
        ]
    )
    func refuses(_ text: String, _ code: String, _ flaw: Money.Flaw) throws {
        let currency = try #require(Currency(code))
        #expect(throws: flaw) { try Money(text, currency) }
    }

    @Test("amounts below zero print with their sign")
    func prints() throws {
        let currency = try #require(Currency("GBP"))
        #expect(Money(minorUnits: -5, currency: currency).amount == "-0.05")
        #expect(Money(minorUnits: .min, currency: currency).amount == "-92233720368547758.08")
    }

    @Test(
        "currencies have their decimals",
        arguments: [("JPY", 0), ("EUR", 2), ("BHD", 3), ("ISK", 0)]
    )
    func decimals(_ code: String, _ decimals: Int) {
        #expect(Currency(code)?.decimals == decimals)
    }

    @Test(
        "no money in use",
        arguments: ["XAU", "XXX", "XTS", "XDR", "gbp", "", "DEM", "BTC", "EURO"]
    )
    func unknown(_ code: String) {
        #expect(Currency(code) == nil)
    }

    @Test(
        "weights print in kilograms",
        arguments: [(0, "0.000"), (850, "0.850"), (31_500, "31.500")]
    )
    func weights(_ grams: Int, _ text: String) {
        #expect(Weight(grams: grams)?.kilograms == text)
        #expect(Weight(grams: -1) == nil)
    }

    @Test(
        "tariff codes as people write them",
        arguments: [
            ("611020", "611020"), ("6110.20", "611020"), ("6110 20 20 79", "6110202079"),
            ("6110-20", "611020"), ("61102020790012", "61102020790012"),
        ]
    )
    func tariffCodes(_ text: String, _ digits: String) {
        #expect(TariffCode(text)?.digits == digits)
    }

    @Test(
        "what is no tariff code",
        arguments: ["", "6110", "61102", "6110201", "611020207900123", "6110x0", "６１１０２０", "....."]
    )
    func noTariffCodes(_ text: String) {
        #expect(TariffCode(text) == nil)
    }

    @Test("totals are by currency, in the order of the lines")
    func totals() throws {
        let gbp = try #require(Currency("GBP"))
        let eur = try #require(Currency("EUR"))
        let weight = try #require(Weight(grams: 10))
        func line(_ units: Int64, _ currency: Currency) -> ContentLine {
            ContentLine(
                description: "x",
                quantity: 1,
                netWeight: weight,
                value: Money(minorUnits: units, currency: currency),
                tariffCode: nil,
                origin: nil,
                sku: nil,
                gtin: nil,
                manufacturerID: nil
            )
        }
        let declaration = Declaration(
            nature: .sale,
            explanation: nil,
            lines: [line(1, gbp), line(2, eur), line(3, gbp)],
            comments: nil,
            licence: nil,
            certificate: nil,
            invoice: nil
        )
        #expect(declaration.totals.map(\.text) == ["0.04 GBP", "0.02 EUR"])
        #expect(declaration.netWeight.grams == 30)
    }
}
