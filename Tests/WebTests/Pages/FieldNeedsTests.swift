import Office
import Testing

@testable import Web

@Suite("What the counter asks of an item")
struct FieldNeedsTests {
    private func values(_ text: [String: String]) -> FormValues {
        var values = FormValues()
        for (name, value) in text.sorted(by: { $0.key < $1.key }) { values.set(name, value) }
        return values
    }

    private func asked(
        of country: String?,
        _ kind: String,
        _ nature: String,
        _ office: ServedOffice
    ) async throws -> [String: FieldNeeds.Need] {
        var text = [
            "product": "packet-tracked", "senderKind": kind, "sender.country": "GB",
            "contents.nature": nature,
        ]
        text["addressee.country"] = country
        let needs = try await FieldNeeds(values(text), office)
        return Dictionary(
            uniqueKeysWithValues: [
                "contents.lines.3.tariffCode", "contents.lines.0.sku", "addressee.region",
                "addressee.phone", "addressee.postcode", "reference",
            ]
            .compactMap { name in needs.need(of: name).map { (name, $0) } }
        )
    }

    /// A code of the tariff where the law of the destination asks for one, a state where addresses
    /// have them; of every line what is asked of one.
    @Test func followsTheDestination() async throws {
        try await APIHarness.serving { api in
            let (code, state) = ("contents.lines.3.tariffCode", "addressee.region")
            let (phone, postcode) = ("addressee.phone", "addressee.postcode")
            let expected: [(String?, String, String, [String: FieldNeeds.Need])] = [
                (
                    "PL", "business", "sale",
                    [
                        code: .needed, "contents.lines.0.sku": .advised, phone: .advised,
                        postcode: .needed,
                    ]
                ),
                ("PL", "private", "gift", [phone: .advised, postcode: .needed]),
                ("US", "business", "sale", [code: .needed, state: .needed, postcode: .needed]),
                ("AU", "business", "sale", [state: .needed, postcode: .needed]),
                ("HK", "private", "gift", [state: .advised]), (nil, "business", "sale", [:]),
            ]
            for (country, kind, nature, needs) in expected {
                let asked = try await asked(of: country, kind, nature, api.office)
                #expect(asked == needs, "\(country ?? "nowhere")")
            }
        }
    }
}
