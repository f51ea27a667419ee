import Mail
import Testing

@testable import Office

@Suite("Naughty strings", .enabled(if: Fixtures.folder != nil, "the shared fixtures are not here"))
struct NaughtyStringsTests {
    static let strings = Fixtures.lines("parsers/naughty_strings.jsonl")
        .compactMap { $0["value"]?.text }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    @Test("comes back from a file as it went in", arguments: strings)
    func roundTrips(_ text: String) throws {
        let file = "reference,sku,product\norder-1,\(quoted(text)),packet\n"
        let taken = try TakenIn(file)
        try #require(taken.records.count == 1)
        #expect(taken.records[0].rows[0].text(1) == text)
        #expect(taken.lodgements[0].contents?.lines.first?.sku == text.trimmed)

        // The result file, lodged again, says the same, and a third time is the same file.
        let again = try TakenIn(taken.result)
        try #require(again.records.count == 1)
        #expect(again.lodgements == taken.lodgements)
        #expect(again.result == taken.result)
    }

    @Test("never begins a cell like a formula", arguments: strings)
    func isNeutralised(_ text: String) throws {
        let taken = try TakenIn("reference,sku,product\norder-1,\(quoted(text)),packet\n")
        let bytes = Array(taken.result.utf8)
        var reader = CSVReader(
            TextWindow(Chunks.of(bytes), survey: FileSurvey()),
            delimiter: UInt8(ascii: ",")
        )
        while let row = try reader.next() {
            for cell in row.texts {
                guard let first = cell.utf8.first, FormulaGuard.startsFormula(first) else {
                    continue
                }
                let isNumber = cell.utf8.dropFirst()
                    .allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E || $0 == 0x2C }
                #expect(isNumber, "\(cell)")
            }
        }
    }
}
