import Documents
import Testing

@Suite("one file of many documents", .enabled(if: TestFonts.areInstalled))
struct MergedPDFTests {
    static func template(_ library: FontLibrary) throws -> PreparedTemplate {
        try library.prepare(
            Template(
                name: "frame",
                size: .a6,
                marks: [
                    .rectangle(Rectangle(.millimetres(5, 5, 95, 138), width: .micrometres(200))),
                    .text("Expéditeur", in: .millimetres(7, 7, 40, 5), TextStyle(.bold, points: 6)),
                ]
            )
        )
    }

    /// A merged file of so many pages, and the largest piece that was handed on.
    static func merged(_ count: Int) throws -> (file: [UInt8], largest: Int) {
        let library = try #require(TestFonts.library)
        let form = try template(library)
        var file: [UInt8] = []
        var largest = 0
        let merged = MergedPDF(Press(library), title: "Labels", language: "en") { bytes in
            largest = max(largest, bytes.count)
            file += bytes
        }
        for number in 0..<count {
            let text = number % 10 == 0 ? "東京 \(number)" : "Łódź \(number)"
            let mark = Mark.text(text, in: .millimetres(7, 20, 80, 8), TextStyle(points: 12))
            try merged.add(
                DrawnDocument(
                    title: text,
                    language: "en",
                    sheets: [Sheet(on: form, marks: [mark])]
                )
            )
        }
        try merged.finish()
        return (file, largest)
    }

    @Test("is clean, whatever the number of pages", arguments: [1, 64, 65, 300])
    func isClean(count: Int) throws {
        let file = try Self.merged(count).file
        let line = "qpdf --check $FILE && qpdf --show-npages $FILE"
        let answer = try Tool.run(line, on: file, name: "merged-\(count)")
        #expect(answer.code == 0, "\(answer.output)")
        #expect(answer.output.hasSuffix("\(count)\n"))
    }

    @Test("keeps every page's text")
    func keepsText() throws {
        let file = try Self.merged(70).file
        let answer = try Tool.run("pdftotext $FILE -", on: file, name: "merged-text")
        for number in 0..<70 {
            #expect(answer.output.contains(number % 10 == 0 ? "東京 \(number)" : "Łódź \(number)"))
        }
    }

    @Test("is handed on in pieces and is the same bytes each time")
    func streams() throws {
        let (file, largest) = try Self.merged(2_000)
        #expect(file.count > 2 * largest)
        #expect(try Self.merged(2_000).file == file)
    }

    @Test("adds nothing of a document that does not fit")
    func refuses() throws {
        let library = try #require(TestFonts.library)
        var file: [UInt8] = []
        let merged = MergedPDF(Press(library), title: "x", language: "en") { file += $0 }
        let box = Box.millimetres(0, 0, 50, 10)
        func document(_ text: String) -> DrawnDocument {
            DrawnDocument(
                title: text,
                language: "en",
                sheets: [Sheet(size: .a6, marks: [.text(text, in: box, TextStyle(points: 9))])]
            )
        }
        try merged.add(document("good"))
        #expect(throws: FitReport.self) { try merged.add(document("bad\u{1}")) }
        try merged.finish()
        let answer = try Tool.run(
            "qpdf --check $FILE && qpdf --show-npages $FILE",
            on: file,
            name: "refused"
        )
        #expect(answer.code == 0 && answer.output.hasSuffix("1\n"), "\(answer.output)")
    }
}
