import Foundation
import Mail
import Rules
import Testing

/// The tables against the real cases beside the project.
@Suite("Tables", .enabled(if: Fixtures.areThere))
struct TableTests {
    @Test(
        "a postcode of a country, strictly",
        arguments: Fixtures.rows("addresses/postal_codes.jsonl")
    )
    func postcodes(_ row: Fixtures.Row) throws {
        guard row["use"] == "strict", let country = row["country"].flatMap({ Country($0) }),
            let postcode = row["postcode"], let pattern = AddressForm.of(country).pattern
        else { return }
        #expect(
            pattern.matches(postcode) == (row["expected"] == "valid"),
            "\(country.code) '\(postcode)'"
        )
    }

    @Test(
        "what a country's address states",
        arguments: Fixtures.rows("addresses/country_rules.jsonl")
    )
    func required(_ row: Fixtures.Row) throws {
        guard let country = row["country"].flatMap({ Country($0) }) else { return }
        let form = AddressForm.of(country)
        let required = Set((row.json["required"]?.elements ?? []).compactMap(\.text))
        #expect(form.line == .yes)
        #expect((form.locality == .yes) == required.contains("city"))
        #expect((form.region != .no) == required.contains("state"))
        #expect((form.postcode == .yes) == required.contains("postcode"))
        // Rows whose own examples do not have their own form.
        guard !["BY", "EE", "GB"].contains(country.code) else { return }
        for example in (row.json["zip_examples"]?.elements ?? []).compactMap(\.text) {
            #expect(form.pattern?.matches(example) ?? true, "\(country.code) '\(example)'")
        }
    }

    @Test("the example we show is one we take", arguments: Country.all)
    func examples(_ country: Country) {
        let form = AddressForm.of(country)
        guard let pattern = form.pattern else {
            #expect(form.postcode == .no)
            return
        }
        #expect(form.example.map(pattern.matches) == true)
    }

    @Test(
        "a real address refuses nothing",
        arguments: Fixtures.rows("addresses/example_addresses.jsonl")
    )
    func addresses(_ row: Fixtures.Row) throws {
        guard let code = row["country"], Country(code) != nil else { return }
        let lodgement = Sample.lodgement {
            $0.addressee.country = code
            $0.addressee.lines = [row["address1"], row["address2"]].compactMap { $0?.trimmed }
            $0.addressee.locality = row["city"]?.trimmed
            $0.addressee.region = row["province"]?.trimmed
            $0.addressee.postcode = row["zip"]?.trimmed
        }
        let outcome = Sample.check(lodgement, Sample.context(country: code == "GB" ? "FR" : "GB"))
        let refused = outcome.report.findings.filter { $0.severity == .refuse }
        // Pitcairn: the source's example has no line, its rules ask for one.
        guard code != "PN" else { return }
        #expect(refused == [], "\(code)")
    }

    @Test("the Harmonized System has every subheading of the list but 999999, which names nothing")
    func subheadings() throws {
        #expect(HarmonizedSystem.count == 5_612)
        let folder = try #require(Fixtures.folder)
        let list = try String(
            contentsOf: folder.appending(path: "hs/hs_comtrade_2_4_6.csv"),
            encoding: .utf8
        )
        var codes = 0
        for line in list.split(whereSeparator: \.isNewline).dropFirst() {
            let cells = line.split(separator: ",", maxSplits: 2)
            guard cells.count == 3, let code = TariffCode(String(cells[1])),
                code.digits.utf8.count == 6
            else { continue }
            codes += 1
            #expect(HarmonizedSystem.contains(code) == (code.digits != "999999"))
        }
        #expect(codes == 5_613)
    }

    @Test("a labelled article's code is known", arguments: Fixtures.rows("hs/goods_labelled.jsonl"))
    func codes(_ row: Fixtures.Row) throws {
        let code = try #require(row["code"].flatMap(TariffCode.init))
        #expect(
            HarmonizedSystem.contains(code) == (row.json["hs6_in_comtrade_list"] == .bool(true))
        )
    }
}
