import Testing

@testable import Documents

@Suite("lines break where a reader expects", .enabled(if: TestFonts.areInstalled))
struct LineBreakingTests {
    /// Where a text set in a narrow box ends its lines.
    static func lines(_ text: String, width: Double) throws -> [String] {
        var typesetter = Typesetter(try #require(TestFonts.library))
        let style = TextStyle(points: 10, align: .left, maxLines: 20)
        try typesetter.set(TextMark(text, in: .millimetres(0, 0, width, 200), style))
        let file = try TestFonts.press()
            .pdf(
                DrawnDocument(
                    title: "lines",
                    language: "en",
                    sheets: [
                        Sheet(
                            size: .a4,
                            marks: [.text(text, in: .millimetres(5, 5, width, 200), style)]
                        )
                    ]
                )
            )
        let name = "lines-\(text.unicodeScalars.reduce(UInt32(0)) { $0 &* 31 &+ $1.value })"
        let answer = try Tool.run("pdftotext -layout $FILE -", on: file, name: name)
        #expect(typesetter.lines.count > 1)
        return answer.output.split(whereSeparator: \.isNewline).filter { $0 != "\u{C}" }
            .map { line in line.split(separator: " ").joined(separator: " ") }
    }

    @Test(
        "breaks",
        arguments: [
            ("Knitted cotton jumper", 20.0, ["Knitted", "cotton", "jumper"]),
            ("well-known twenty-five", 20, ["well-known", "twenty-five"]),
            ("one\ntwo", 20, ["one", "two"]),
            ("東京都、千代田区", 15, ["東京都、", "千代田区"]),
            ("(東京都「千代」)", 15, ["(東京都", "「千代」)"]),
            ("https://example.com/long", 22, ["https://", "example.", "com/long"]),
        ]
    )
    func breaks(text: String, width: Double, expected: [String]) throws {
        let found = try Self.lines(text, width: width)
        #expect(found == expected)
    }
}
