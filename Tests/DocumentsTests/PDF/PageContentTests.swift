import Testing

@testable import Documents

@Suite("marks become exact PDF operators", .enabled(if: TestFonts.areInstalled))
struct PageContentTests {
    static let size = Size.millimetres(100, 150)

    /// The uncompressed content and objects of a page with these marks.
    static func content(_ marks: [Mark], name: String) throws -> String {
        let document = DrawnDocument(
            title: "content",
            language: "en-GB",
            sheets: [Sheet(size: size, marks: marks)]
        )
        let file = try TestFonts.press().pdf(document)
        let line = "qpdf --qdf --object-streams=disable $FILE - | strings -n 1"
        return try Tool.run(line, on: file, name: name).output
    }

    @Test("a bar code's modules keep their width to the micrometre")
    func drawsBars() throws {
        let bars = Bars(
            origin: .millimetres(10, 20),
            module: .micrometres(330),
            height: .millimetres(12),
            widths: [2, 1, 1, 3, 2]
        )
        #expect(bars.width == .micrometres(9 * 330))
        let content = try Self.content([.bars(bars)], name: "bars")
        #expect(content.contains("q 330 0 0 12000 10000 118000 cm"))
        #expect(content.contains("0 0 2 1 re\n3 0 1 1 re\n7 0 2 1 re\nf Q"))
    }

    @Test("rules and rectangles set width and ink once")
    func drawsRules() throws {
        let rule = { (y: Double) in
            Mark.rule(
                from: .millimetres(5, y),
                to: .millimetres(95, y),
                width: .micrometres(150)
            )
        }
        let shade = Mark.rectangle(Rectangle(.millimetres(5, 50, 20, 10), fill: .grey(20)))
        let content = try Self.content([rule(10), rule(20), shade], name: "rules")
        #expect(content.split(separator: " w\n").count == 2)
        #expect(content.contains("5000 140000 m 95000 140000 l S"))
        #expect(content.contains("0.8 g"))
        #expect(content.contains("5000 90000 20000 10000 re f"))
    }

    @Test("a file prints at its own size and names its language")
    func describesItself() throws {
        let content = try Self.content([], name: "catalog")
        #expect(content.contains("/PrintScaling /None"))
        #expect(content.contains("/Lang (en-GB)"))
        #expect(content.contains("283.465") && content.contains("425.197"))
    }
}
