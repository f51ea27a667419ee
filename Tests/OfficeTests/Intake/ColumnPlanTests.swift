import Mail
import Testing

@testable import Office

@Suite("Column plan")
struct ColumnPlanTests {
    private func plan(_ header: String) throws -> ColumnPlan {
        try ColumnPlan(header: header.split(separator: ",").map(String.init))
    }

    private func fields(_ plan: ColumnPlan) -> Set<String> {
        Set(([plan.reference].compactMap(\.self) + plan.ofItem + plan.ofLine).map(\.field.name))
    }

    @Test(
        "knows a column by its name and by other people's",
        arguments: [
            ("addressee.postcode", "addressee.postcode"),
            ("ADDRESSEE_Postcode", "addressee.postcode"),
            ("sender.lines.1", "sender.lines.1"), ("contents.lines.sku", "lines.sku"),
            ("sender.taxIDs.IOSS", "sender.taxIDs.IOSS"), ("Address Line 1", "addressee.lines.1"),
            ("City", "addressee.locality"), ("Postcode", "addressee.postcode"),
            ("Full name", "addressee.name"), ("Company Name", "addressee.company"),
            ("Addressee Identification Reference Number (AIRN)", "addressee.taxIDs.AIRN"),
            ("Commercial invoice number", "contents.invoice"), ("Product SKU", "lines.sku"),
            ("Product customs code", "lines.tariffCode"), ("Order reference", "reference"),
            ("to_address.street1", "addressee.lines.1"), ("from_address.zip", "sender.postcode"),
            ("customs_items.hs_tariff_number", "lines.tariffCode"), ("Straße", "addressee.lines.1"),
            ("Postleitzahl", "addressee.postcode"), ("Pays d'origine", "lines.origin"),
            ("Numéro de commande", "reference"), ("Codice doganale", "lines.tariffCode"),
            ("Woonplaats", "addressee.locality"), ("Unit price", "lines.lineValue"),
            ("Weight (kg)", "grossWeight"), ("Länge (cm)", "size.length"),
            ("La\u{308}nge (cm)", "size.length"),
        ]
    )
    func knows(_ header: String, _ field: String) throws {
        #expect(fields(try plan(header)) == [field])
    }

    @Test(
        "refuses two columns of one meaning",
        arguments: [
            ("Postcode,addressee.postcode", "addressee.postcode"),
            ("reference,Order ID", "reference"), ("Full name,First name", "addressee.givenName"),
            ("unit price,lines.lineValue", "lines.lineValue"),
        ]
    )
    func refusesTwo(_ header: String, _ field: String) {
        let names = header.split(separator: ",").map(String.init)
        #expect(
            throws: IntakeRefusal.columnsCollide(field: field, first: names[0], second: names[1])
        ) { try plan(header) }
    }

    @Test func refusesAHeaderWithoutAKnownColumn() {
        #expect(throws: IntakeRefusal.noKnownColumn(["qux", "quux"])) { try plan("qux,quux") }
    }

    @Test(
        "says what an unknown column may have meant",
        arguments: [
            ("adressee.postcode", "addressee.postcode", true),
            ("lines.quantitty", "lines.quantity", true),
            ("Referense", "reference", true), ("sender.fax", nil, true),
            ("Special instructions", nil, false), ("Package size", nil, false),
        ] as [(String, String?, Bool)]
    )
    func suggests(_ header: String, _ nearest: String?, _ isMeantForUs: Bool) throws {
        let unread = try #require(try plan("reference," + header).unread.first)
        #expect(unread.nearest == nearest)
        #expect(unread.isMeantForUs == isMeantForUs)
    }

    @Test func refusesWhatAMisspeltColumnHolds() throws {
        let taken = try TakenIn("reference,adressee.phone,Notes\na,+48120000000,ring\nb,,ring\n")
        #expect(taken.codes == [["field_unknown"], []])
        #expect(
            taken.notes.contains(
                .columnUnknown(column: "adressee.phone", nearest: "addressee.phone")
            )
        )
        #expect(taken.notes.contains(.columnUnknown(column: "Notes", nearest: nil)))
        #expect(taken.result.contains("b,,ring,lodged"))
    }

    @Test func asksWhichValueIsMeant() throws {
        let taken = try TakenIn("reference,Value\na,12.50\n")
        #expect(taken.codes == [["field_unknown"]])
        #expect(taken.notes.map(\.text).first?.contains("two meanings") == true)
    }
}
