import Mail
import Testing

@Suite("S10")
struct S10Tests {
    @Test(
        "real numbers get their verdict",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("s10/s10_numbers.jsonl")
            + Fixtures.rows("s10/s10_derived_invalid.jsonl")
    )
    func verdicts(_ row: Fixtures.Row) throws {
        let number = try #require(row["number"])
        let read = try? S10(number)
        // The standard reserves J, K, S, T and W, so numbers that use them are refused as such.
        guard row["service_indicator"] != "reserved" else {
            let service = String(number.prefix(2))
            #expect(throws: S10.Flaw.reservedService(service)) { try S10(number) }
            return
        }
        #expect((read != nil) == (row["expected"] == "valid"), "\(number)")
        if let read {
            #expect(read.text == number)
            #expect(try S10(read.spaced) == read)
            #expect(ItemID(number)?.s10 == read)
        }
    }

    @Test(
        "numbers that read well and comply with nothing are refused",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("s10/s10_noncompliant_warnings.jsonl")
    )
    func noncompliant(_ row: Fixtures.Row) throws {
        let number = try #require(row["number"])
        #expect(throws: S10.Flaw.self) { try S10(number) }
    }

    @Test(
        "check digits",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("s10/s10_check_digits.jsonl")
    )
    func checkDigits(_ row: Fixtures.Row) throws {
        let digits = try #require(row["serial"].flatMap { UInt32($0) })
        let serial = try #require(S10.Serial(digits))
        #expect(Int(serial.checkDigit) == row.json["check_digit"]?.wholeNumber)
    }

    @Test(
        "each flaw, in the order in which we look",
        arguments: [
            ("", S10.Flaw.wrongLength(0)), ("RR473124829G", .wrongLength(12)),
            ("R1473124829GB", .malformed(position: 1)), ("RR47312482XGB", .malformed(position: 10)),
            ("RR47312482\u{0661}GB", .wrongLength(14)), ("TR473124829GB", .reservedService("TR")),
            ("XR473124829GB", .unassignedService("XR")), ("RR473124829XX", .unknownCountry("XX")),
            ("RR473124828GB", .wrongCheckDigit(expected: 9, found: 8)),
        ]
    )
    func flaws(_ text: String, _ flaw: S10.Flaw) {
        #expect(throws: flaw) { try S10(text) }
        #expect(!flaw.description.isEmpty)
    }

    @Test(
        "people's writing is read",
        arguments: ["rr 473 124 829 gb", " RR473124829GB ", "Rr473124829gB"]
    )
    func reads(_ text: String) throws {
        #expect(try S10(text).spaced == "RR 473 124 829 GB")
    }

    @Test("serials end where eight digits end")
    func serials() {
        #expect(S10.Serial(99_999_999) != nil)
        #expect(S10.Serial(100_000_000) == nil)
        #expect(S10.Serial(-1) == nil)
        #expect(S10.Serial(96_633_102)?.checkDigit == 0)
    }
}

@Suite("Service indicators")
struct ServiceIndicatorTests {
    @Test(
        "which are for bilateral use",
        arguments: [
            ("LA", false), ("LZ", true), ("CZ", true), ("CV", false), ("EX", true), ("EW", false),
            ("HX", true), ("HA", false), ("AV", true), ("AA", false), ("GA", true), ("BA", true),
            ("UA", false), ("VZ", true), ("RZ", true), ("MA", false), ("PA", true),
        ]
    )
    func bilateral(_ text: String, _ isBilateral: Bool) throws {
        #expect(try ServiceIndicator(text).isBilateral == isBilateral)
    }

    @Test("what is no indicator", arguments: ["", "L", "LAA", "la", "L1", "ÄA", "TA", "IA"])
    func refuses(_ text: String) {
        #expect(throws: S10.Flaw.self) { try ServiceIndicator(text) }
    }

    @Test("every product draws from letters of international use", arguments: Product.allCases)
    func products(_ product: Product) throws {
        #expect(try !ServiceIndicator("\(product.serviceLetter)A").isBilateral)
    }
}
