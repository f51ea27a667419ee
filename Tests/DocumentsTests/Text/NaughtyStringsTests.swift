import Documents
import Foundation
import Testing

@Suite(
    "naughty strings are set or have a named flaw",
    .enabled(if: TestFonts.areInstalled && NaughtyStrings.path != nil)
)
struct NaughtyStringsTests {
    @Test("never a crash, never a file that is not clean")
    func set() throws {
        let press = try TestFonts.press()
        var clean: [Mark] = []
        var flawed = 0
        let strings = try NaughtyStrings.load()
        #expect(strings.count > 200)
        for (index, text) in strings.enumerated() {
            let box = Box.millimetres(5, 5 + Double(index % 25) * 11, 200, 10)
            let style = TextStyle(
                Face.allCases[index % 4],
                points: 8,
                shrinkTo: 3,
                maxLines: 1 + index % 4
            )
            let mark = Mark.text(text, in: box, style)
            let document = DrawnDocument(
                title: text,
                language: "en",
                sheets: [Sheet(size: .a4, marks: [mark])]
            )
            if try press.fit(document).fits {
                clean.append(mark)
                #expect(try press.pdf(document).starts(with: Array("%PDF-1.7".utf8)))
            } else {
                flawed += 1
                #expect(throws: FitReport.self) { try press.pdf(document) }
            }
        }
        #expect(clean.count > 200, "\(flawed) of \(strings.count) have a flaw")
        let sheets = stride(from: 0, to: clean.count, by: 25)
            .map { start in
                Sheet(size: .a4, marks: Array(clean[start..<min(start + 25, clean.count)]))
            }
        let file = try press.pdf(
            DrawnDocument(title: "naughty", language: "en", sheets: sheets)
        )
        let answer = try Tool.run("qpdf --check $FILE && pdftotext $FILE -", on: file, name: "blns")
        #expect(answer.code == 0, "\(answer.output.prefix(500))")
    }
}

enum NaughtyStrings {
    static let path: String? = {
        let folder = ProcessInfo.processInfo.environment["POSTHORN_FIXTURES"]
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let shared = root.deletingLastPathComponent().appending(path: "shared/fixtures").path
        let file = (folder ?? shared) + "/parsers/naughty_strings.jsonl"
        return FileManager.default.isReadableFile(atPath: file) ? file : nil
    }()

    static func load() throws -> [String] {
        let text = try String(contentsOfFile: try #require(path), encoding: .utf8)
        return try text.split(separator: "\n")
            .map { line in
                let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                return row?["value"] as? String ?? ""
            }
    }
}
