import Documents
import Testing

@Suite("the same document is the same bytes", .enabled(if: TestFonts.areInstalled))
struct DeterminismTests {
    static func document(_ text: String) -> DrawnDocument {
        let mark = Mark.text(text, in: .millimetres(10, 10, 150, 10), TextStyle(points: 11))
        return DrawnDocument(
            title: text,
            language: "en",
            sheets: [Sheet(size: .a4, marks: [mark])]
        )
    }

    @Test("whatever a press printed before", arguments: PressTests.scripts)
    func doesNotRemember(script: String, text: String) throws {
        let fresh = try TestFonts.press().pdf(Self.document(text))
        let used = try TestFonts.press()
        for (_, other) in PressTests.scripts { _ = try used.pdf(Self.document(other)) }
        #expect(try used.pdf(Self.document(text)) == fresh)
    }

    @Test("with fonts loaded again from the assets alone")
    func loadsAgain() throws {
        let taken = try #require(TestFonts.taken)
        let edition = try Edition(taken.digest, from: TestFonts.assets)
        #expect(edition == taken.edition)
        let press = Press(try FontLibrary(edition: edition, assets: TestFonts.assets))
        let page = PressTests.page(PressTests.scripts)
        #expect(try press.pdf(page) == TestFonts.press().pdf(page))
    }

    @Test("and says so in an identifier that follows from the contents")
    func identifies() throws {
        let press = try TestFonts.press()
        let one = try String(decoding: press.pdf(Self.document("one")), as: UTF8.self)
        let two = try String(decoding: press.pdf(Self.document("two")), as: UTF8.self)
        let first = one.split(separator: "/ID[").last
        #expect(first != two.split(separator: "/ID[").last)
        #expect(!one.contains("/CreationDate"))
    }
}
