import Mail
import Rules
import Testing

@Suite("The checker")
struct CheckerTests {
    @Test("what passes all rules converts", arguments: 0..<8)
    func passesMeansConverts(_ seed: UInt64) {
        var generator = LodgementGenerator(seed: seed)
        var passed = 0
        for _ in 0..<500 {
            let lodgement = generator.lodgement()
            let outcome = Sample.check(lodgement)
            // Only a hole in the rule book lets this code out of the checker.
            #expect(
                !outcome.codes.contains(.fieldMalformed),
                "\(outcome.report.findings) of \(lodgement)"
            )
            if let checked = outcome.checked {
                passed += 1
                #expect((try? MailItem(lodgement)) == checked.item)
                #expect(!outcome.report.refuses)
            } else {
                #expect(outcome.report.refuses)
            }
        }
        #expect(passed > 5)
    }

    @Test("what the reader found stands before the rules")
    func takesFindingsOfTheReader() {
        let read = Finding(.fieldUnknown, at: "/colour", ["name": "colour"])
        let outcome = Checker().check(Sample.lodgement(), Sample.context(), read: [read])
        #expect(outcome == .refused(Report([read])))
    }

    @Test("further sources are asked of an item that passes, and may refuse it")
    func asksFurtherSources() {
        let source: Checker.Source = { item, decision in
            #expect(decision.form == .cn22)
            return [Finding(.textDoesNotFit, at: "/addressee/name", ["limit": "1"])]
        }
        let outcome = Checker().check(Sample.lodgement(), Sample.context(), then: [source])
        #expect(outcome.codes == [.textDoesNotFit])
        #expect(outcome.checked == nil)
    }

    @Test("further sources are not asked of what the rules refuse")
    func spares() {
        let source: Checker.Source = { _, _ in
            Issue.record("asked")
            return []
        }
        let outcome = Checker().check(Lodgement(), Sample.context(), then: [source])
        #expect(outcome.report.refuses)
    }

    @Test("a hold keeps the item and refuses nothing")
    func holds() throws {
        let source: Checker.Source = { _, _ in
            [Finding(.descriptionNotSpecific, at: "", severity: .hold)]
        }
        let outcome = Checker().check(Sample.lodgement(), Sample.context(), then: [source])
        #expect(try #require(outcome.checked).isHeld)
    }

    @Test("codes are taken in any case, as the conversion takes them")
    func takesAnyCase() throws {
        let lodgement = Sample.lodgement {
            $0.product = "Packet-Tracked"
            $0.senderKind = "BUSINESS"
            $0.addressee.country = "pl"
            $0.contents?.nature = "Sale"
            $0.contents?.lines[0].currency = "gbp"
            $0.contents?.lines[0].origin = "gb"
        }
        #expect(Sample.check(lodgement).checked != nil)
    }

    struct Law: Sendable, CustomTestStringConvertible {
        let code: FindingCode
        let country: String
        let before: CalendarDay
        let from: CalendarDay
        let spoil: @Sendable (inout LodgedLine) -> Void

        var testDescription: String { "\(code.rawValue) to \(country) from \(from.text)" }
    }

    static let laws = [
        Law(
            code: .tariffCodeMissing,
            country: "FR",
            before: .on("2023-02-28"),
            from: .on("2023-03-01")
        ) { $0.tariffCode = nil },
        Law(
            code: .tariffCodeMissing,
            country: "US",
            before: .on("2025-08-31"),
            from: .on("2025-09-01")
        ) { $0.tariffCode = nil },
        Law(
            code: .originMissing,
            country: "US",
            before: .on("2025-08-28"),
            from: .on("2025-08-29")
        ) { $0.origin = nil },
        Law(
            code: .tariffCodeShort,
            country: "US",
            before: .on("2026-07-23"),
            from: .on("2026-07-24")
        ) { $0.tariffCode = "61102020" },
        Law(
            code: .productIdentifierMissing,
            country: "DE",
            before: .on("2026-10-31"),
            from: .on("2026-11-01")
        ) { $0.sku = nil },
    ]

    @Test("a law asks from its day, and only of its lane", arguments: laws)
    func datesLaws(_ law: Law) {
        func codes(
            _ day: CalendarDay,
            _ country: String,
            _ kind: String = "business"
        ) -> [FindingCode] {
            let lodgement = Sample.lodgement {
                $0.senderKind = kind
                $0.addressee.country = country
                $0.contents = Sample.contents([Sample.line(law.spoil)])
                if kind == "private" { $0.contents?.nature = "gift" }
            }
            return Sample.check(lodgement, Sample.context(on: day)).codes
        }
        #expect(!codes(law.before, law.country).contains(law.code))
        #expect(codes(law.from, law.country).contains(law.code))
        #expect(!codes(law.from, "BR").contains(law.code))
        #expect(!codes(law.from, law.country, "private").contains(law.code))
    }

    @Test(
        "what we always ask is asked on any day",
        arguments: ["1970-01-01", "2026-11-24", "9999-12-31"]
    )
    func asksAlways(_ day: String) {
        let outcome = Sample.check(Lodgement(), Sample.context(on: .on(day)))
        #expect(outcome.codes == Sample.check(Lodgement()).codes)
        #expect(outcome.codes.count == 9)
    }

    @Test(
        "a country that is named and not coded is guessed for the remedy",
        arguments: [("UK", "GB"), ("Poland", "PL"), ("polonia", "PL"), ("Frankreich", "FR")]
    )
    func guesses(_ written: String, _ nearest: String) throws {
        let outcome = Sample.check(Sample.lodgement { $0.addressee.country = written })
        let finding = try #require(outcome.finding(.countryUnknown))
        #expect(finding.details["nearest"] == nearest)
        #expect(FindingText.message(finding, .english).hasSuffix("(nearest: \(nearest))"))
        #expect(outcome.checked == nil)
    }

    @Test("only served countries are served")
    func serves() {
        let served = ServedCountries.only(Set(["FR", "GB"].compactMap { Country($0) }))
        let refused = Sample.check(Sample.lodgement(), Sample.context(served: served))
        #expect(refused.codes == [.destinationNotServed])
    }
}
