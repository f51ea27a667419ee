import Mail
import Testing

@testable import Office

@Suite("Cells")
struct CellReaderTests {
    private func taken(_ header: String, _ cells: String) throws -> TakenIn {
        try TakenIn("reference;\(header)\na;\(cells)\n")
    }

    @Test(
        "converts weights exactly",
        arguments: [
            ("grossWeight", "850", 850), ("grossWeight", "0.85 kg", 850),
            ("grossWeight", "850 g", 850),
            ("Weight (kg)", "0.85", 850), ("Weight (kg)", "0,85", 850), ("Weight (kg)", "1", 1000),
            ("Weight (kg)", "0.8500", 850), ("Weight (kg)", "0.8505", nil),
            ("grossWeight", "0.85", nil),
            ("Weight", "850", nil), ("Weight", "850g", 850), ("grossWeight", "1,250", nil),
            ("grossWeight", "-5", nil), ("grossWeight", "2 lb", nil), ("grossWeight", "1e3", nil),
            ("Gewicht (kg)", "99999999999999", nil),
        ] as [(String, String, Int?)]
    )
    func convertsWeights(_ header: String, _ cell: String, _ grams: Int?) throws {
        let taken = try taken(header, cell)
        #expect(taken.lodgements[0].grossWeight == grams)
        #expect(taken.codes == [grams == nil ? ["field_malformed"] : []])
    }

    @Test(
        "makes line totals of unit values",
        arguments: [
            ("29.00", "2", "58.00"), ("0.1", "3", "0.3"), ("0.10", "10", "1.00"),
            ("19,99", "3", "59.97"),
            ("1.005", "1000", "1005.000"), ("333333333333.333", "3", "999999999999.999"),
            ("999999999999.999", "2", nil), ("£5", "1", nil), ("1,234", "1", nil),
        ] as [(String, String, String?)]
    )
    func multiplies(_ unit: String, _ quantity: String, _ total: String?) throws {
        let taken = try taken("unit price;quantity", "\(unit);\(quantity)")
        #expect(taken.lodgements[0].contents?.lines.first?.lineValue == total)
        #expect(taken.codes == [total == nil ? ["field_malformed"] : []])
        #expect(
            taken.notes.contains(.unitsMultiplied(column: "unit price", into: "lines.lineValue"))
        )
    }

    @Test(
        "multiplies unit weights before it asks for whole grams",
        arguments: [("0.0335", "2", 67), ("0.0335", "1", nil), ("0.35", "2", 700)]
            as [(String, String, Int?)]
    )
    func multipliesWeights(_ unit: String, _ quantity: String, _ grams: Int?) throws {
        let taken = try taken("unit weight (kg);quantity", "\(unit);\(quantity)")
        #expect(taken.lodgements[0].contents?.lines.first?.lineNetWeight == grams)
    }

    @Test func readsClickAndDropWeightsAsKilograms() throws {
        let taken = try taken("Weight;Package size", "0.85;Parcel")
        #expect(taken.lodgements[0].grossWeight == 850)
        #expect(taken.notes.contains(.unitConverted(column: "Weight", unit: "kg")))
    }

    @Test(
        "reads countries by name and by three letters",
        arguments: [
            ("Germany", "DE"), ("GERMANIA", "DE"), ("Österreich", "AT"), ("USA", "US"),
            ("pl", "pl"),
            ("Ruritania", "Ruritania"), ("Côte d’Ivoire", "CI"),
        ]
    )
    func readsCountries(_ cell: String, _ code: String) throws {
        #expect(try taken("Country", cell).lodgements[0].addressee.country == code)
    }

    @Test func putsNamesAndLinesTogether() throws {
        let taken = try taken(
            "First name;Last name;Straße;Hausnummer;Adresszusatz;sender.taxIDs.EORI",
            "Käthe;Kollwitz;Hauptstraße;7 a;Hinterhaus;GB123456789000"
        )
        let lodgement = taken.lodgements[0]
        #expect(lodgement.addressee.name == "Käthe Kollwitz")
        #expect(lodgement.addressee.lines == ["Hauptstraße 7 a", "Hinterhaus"])
        #expect(lodgement.sender.taxIDs.first?.kind == "EORI")
    }

    @Test func keepsTextAsItStands() throws {
        let taken = try taken("sku;gtin;postingDate", "007;0012345678905;24/11/26")
        let line = try #require(taken.lodgements[0].contents?.lines.first)
        #expect(line.sku == "007")
        #expect(line.gtin == "0012345678905")
        #expect(taken.lodgements[0].postingDate == "24/11/26")
    }
}
