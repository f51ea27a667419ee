import Documents
import Glibc
import Mail
import Testing

/// Every form in every language holds what was declared, and its file is sound.
@Suite(.enabled(if: TestFonts.areInstalled, "Debian's Noto fonts are not installed"))
struct FormTests {
    @Test(
        "every document of every sample fits and is the same bytes twice",
        arguments: FormFixtures.sampleNames,
        Language.allCases
    )
    func fits(name: String, language: Language) throws {
        let source = try FormFixtures.source(name, language, language == .dutch ? .test : .live)
        #expect(try FormFixtures.findings(source).isEmpty)
        let kinds = DocumentSet.kinds(of: source.record).filter { $0.rawValue.hasSuffix("pdf") }
        let first = try FormFixtures.set().documents(for: source, kinds: kinds)
        let second = try FormFixtures.set().documents(for: source, kinds: kinds)
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test(
        "a PDF is sound and says every declared value",
        .enabled(if: Tool.isInstalled("qpdf") && Tool.isInstalled("pdftotext")),
        arguments: ["sale", "parcel", "many", "greek", "cyrillic", "chinese"]
    )
    func declared(name: String) throws {
        let source = try FormFixtures.source(name)
        let kinds = DocumentSet.kinds(of: source.record).filter { $0.rawValue.hasSuffix("pdf") }
        var said = ""
        for (kind, bytes) in try FormFixtures.set().documents(for: source, kinds: kinds) {
            let answer = try Tool.run(
                "qpdf --check $FILE >/dev/null && pdftotext -raw $FILE -",
                on: bytes,
                name: "\(name)-\(kind)"
            )
            #expect(answer.code == 0, "\(kind): \(answer.output)")
            said += answer.output
        }
        let plain = Self.plain(said)
        for value in Self.values(source.record.item) {
            #expect(plain.contains(Self.plain(value)), "\(name) does not say \(value)")
        }
        #expect(plain.contains(Self.plain(source.record.id.spaced)))
    }

    @Test("prescribed words stand on the form as they were read")
    func prescribed() throws {
        let cn22 = "the undersigned whose name and address are given on the item, certify that the"
        let cn23 = "I certify that the particulars given in this customs declaration are correct"
        for (name, words) in [("sale", cn22), ("full", cn23), ("parcel", cn23)] {
            let source = try FormFixtures.source(name)
            let kind = try #require(source.record.decision.form.document)
            let bytes = try FormFixtures.set().document(kind, for: source)
            let answer = try Tool.run("pdftotext -raw $FILE -", on: bytes, name: "words-\(name)")
            #expect(Self.plain(answer.output).contains(Self.plain(words)), "\(name)")
        }
    }

    @Test("a test document says TEST on every side, a live one nowhere")
    func test() throws {
        for name in ["sale", "parcel"] {
            for mode in Mode.allCases {
                let source = try FormFixtures.source(name, .english, mode)
                for kind in DocumentSet.kinds(of: source.record)
                where kind.rawValue.hasSuffix("pdf") && kind != .cn22 {
                    let bytes = try FormFixtures.set().document(kind, for: source)
                    let answer = try Tool.run("pdftotext -raw $FILE -", on: bytes, name: "test")
                    let pages = answer.output.split(separator: "\u{C}").filter { $0.count > 2 }
                    for page in pages {
                        #expect(page.contains("TEST") == (mode == .test), "\(name) \(kind) \(mode)")
                    }
                }
            }
        }
    }

    @Test("a continuation sheet says so, and bears neither bar code nor number")
    func continuation() throws {
        let source = try FormFixtures.source("many")
        let bytes = try FormFixtures.set().document(.cn23, for: source)
        let answer = try Tool.run("pdftotext -raw $FILE -", on: bytes, name: "continuation")
        let pages = answer.output.split(separator: "\u{C}").filter { $0.count > 2 }
        #expect(pages.count > 1)
        #expect(pages[0].contains("Additional forms enclosed"))
        for page in pages.dropFirst() {
            #expect(page.contains("Continuation sheet"))
            #expect(!Self.plain(String(page)).contains(source.record.id.text))
        }
    }

    @Test("copies are as many as the operator's table says")
    func copies() throws {
        let table = PrintTable(copies: [.cn23: 3])
        let source = try FormFixtures.source("full")
        let one = try FormFixtures.set().document(.cn23, for: source)
        let three = try FormFixtures.set(table).document(.cn23, for: source)
        for (bytes, pages) in [(one, "1"), (three, "3")] {
            let answer = try Tool.run("qpdf --show-npages $FILE", on: bytes, name: "copies")
            #expect(answer.output.contains(pages))
        }
    }

    /// Without spaces and line ends, which a text extractor puts where it likes.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{C}" })
    }

    private static func values(_ item: MailItem) -> [String] {
        var values: [String?] = [item.grossWeight.kilograms]
        for party in [item.sender, item.addressee] {
            values += [party.name, party.company, party.locality, party.region, party.postcode]
            values += [party.phone, party.email, party.country.name(in: .english).uppercased()]
            values += party.lines.map(Optional.some) + party.taxIDs.map { $0.value }
        }
        if let declaration = item.declaration {
            for line in declaration.lines {
                values += [line.description, String(line.quantity), line.netWeight.kilograms]
                values += [line.value.amount, line.value.currency.code, line.tariffCode?.digits]
                values += [line.origin?.code, line.sku, line.gtin, line.manufacturerID]
            }
            values += declaration.totals.map(\.amount)
            values += [declaration.licence, declaration.certificate, declaration.invoice]
            values += [declaration.comments, declaration.explanation]
        }
        values += [item.reference, item.senderReference, item.postage?.amount]
        values += [item.insuredValue?.amount, item.importer?.reference, item.importer?.email]
        values += [item.postingDate?.text]
        return values.compactMap { $0 }
    }
}
