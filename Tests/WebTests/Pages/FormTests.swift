import Mail
import Testing

@testable import Web

@Suite("Forms of the pages")
struct FormTests {
    private func form(_ text: String) throws -> FormValues { try FormValues(Array(text.utf8)) }

    @Test func readsWhatABrowserSends() throws {
        let values = try form("sender.name=Zo%C3%AB+Fox&a=&b&sender.name=last%2B")
        #expect(values["sender.name"] == "last+")
        #expect(values.text("a") == nil)
        #expect(values.fields.map(\.name) == ["sender.name", "a", "b"])
    }

    @Test(arguments: ["a=%", "a=%2", "a=%zz", "a=%FF"])
    func refusesWhatIsNoForm(_ text: String) {
        #expect(throws: WebRefusal.self) { try form(text) }
    }

    @Test func makesALodgementOfDottedNames() throws {
        let values = try form(
            "addressee.lines.0=ul.+D&addressee.country=PL&contents.lines.0.quantity=2"
                + "&contents.lines.0.lineValue=58.00&grossWeight=850&do=lodge&csrf=x"
        )
        let (lodgement, findings) = FormLodgement.read(values)
        #expect(findings.isEmpty)
        #expect(lodgement.addressee.lines == ["ul. D"])
        #expect(lodgement.contents?.lines.first?.quantity == 2)
        #expect(lodgement.contents?.lines.first?.lineValue == "58.00")
        #expect(lodgement.grossWeight == 850)
    }

    @Test func saysALodgementAsItReadIt() throws {
        let values = try form(
            "addressee.lines.0=a&addressee.lines.1=b&sender.taxIDs.0.kind=IOSS&product=parcel"
                + "&contents.nature=gift&contents.lines.0.description=Socks&size.length=300"
        )
        let lodgement = FormLodgement.read(values).lodgement
        let again = FormLodgement.read(FormLodgement.values(of: lodgement)).lodgement
        #expect(again == lodgement)
    }

    @Test func closesGapsBetweenContentLines() throws {
        let values = try form(
            "contents.lines.0.description=A&contents.lines.1.currency=GBP"
                + "&contents.lines.4.description=B"
        )
        let tidied = FormLodgement.tidied(values)
        #expect(tidied["contents.lines.0.description"] == "A")
        #expect(tidied["contents.lines.1.description"] == "B")
        #expect(FormLodgement.lineCount(tidied) == 2)
        #expect(FormLodgement.lineCount(FormLodgement.tidied(values, removing: 0)) == 1)
    }

    /// Names that nobody's form has cannot make a page fall over.
    @Test(arguments: [
        String(repeating: "a.", count: 20_000) + "a=1", "contents.lines.x.quantity=2",
        "contents.lines.999999999.quantity=2", "addressee=1&addressee.name=2", "....=1",
        "contents.lines=1&contents.lines.0.quantity=1", "sender.lines.0.x=1", ".=1",
    ])
    func standsNamesOfNobodysForm(_ text: String) throws {
        _ = FormLodgement.read(FormLodgement.tidied(try form(text)))
    }

    @Test func leadsAFindingToItsField() {
        let names = ["addressee.lines.0", "addressee.lines.1", "size.length", "grossWeight"]
        #expect(FindingNotes.field(of: "/addressee/lines", among: names) == "addressee.lines.0")
        #expect(FindingNotes.field(of: "/size", among: names) == "size.length")
        #expect(FindingNotes.field(of: "/grossWeight", among: names) == "grossWeight")
        #expect(FindingNotes.field(of: "/gross", among: names) == nil)
        #expect(FindingNotes.field(of: "", among: names) == nil)
    }
}
