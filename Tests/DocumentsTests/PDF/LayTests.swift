import Documents
import Testing

@Suite("a raster gets the glyphs the PDF shows", .enabled(if: TestFonts.areInstalled))
struct LayTests {
    @Test("with outlines, at places on the sheet", arguments: PressTests.scripts)
    func lays(script: String, text: String) throws {
        let box = Box.millimetres(10, 10, 80, 10)
        let mark = Mark.text(text, in: box, TextStyle(points: 12, shrinkTo: 4))
        let runs = try TestFonts.press().lay(Sheet(size: .a6, marks: [mark]))
        #expect(!runs.isEmpty)
        var ink = 0
        for run in runs {
            for glyph in run.glyphs {
                ink += run.program.outline(of: glyph.id).count
                // A mark may begin left of what it is put on.
                #expect(glyph.origin.x >= box.left - .points(12) && glyph.origin.x <= box.right)
                #expect(glyph.origin.y >= box.top && glyph.origin.y <= box.bottom)
            }
        }
        #expect(ink > text.count)
    }

    @Test("the form's own texts first")
    func laysForms() throws {
        let library = try #require(TestFonts.library)
        let form = try MergedPDFTests.template(library)
        let mark = Mark.text("Leeds", in: .millimetres(10, 30, 50, 10), TextStyle(points: 12))
        let runs = try Press(library).lay(Sheet(on: form, marks: [mark]))
        #expect(runs.first?.size == .points(6) && runs.last?.size == .points(12))
    }

    @Test("a form may only use the common repertoire")
    func refusesForms() throws {
        let library = try #require(TestFonts.library)
        let mark = Mark.text("東", in: .millimetres(10, 30, 50, 10), TextStyle(points: 12))
        #expect(throws: FitReport.self) {
            try library.prepare(Template(name: "x", size: .a6, marks: [mark]))
        }
    }
}
