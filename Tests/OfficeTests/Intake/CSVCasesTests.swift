import Mail
import Testing

@testable import Office

@Suite("CSV cases", .enabled(if: Fixtures.folder != nil, "the shared fixtures are not here"))
struct CSVCasesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let id: String
        let isAccepted: Bool
        let bytes: [UInt8]
        let expected: [[String]]
        var testDescription: String { id }
    }

    static let cases: [Case] = Fixtures.lines("parsers/csv_cases.jsonl")
        .map { row in
            let records = row["expected_records"]?.elements ?? []
            var expected: [[String]] = []
            for record in records {
                if case .object(let members) = record {
                    if expected.isEmpty { expected.append(members.map(\.name)) }
                    expected.append(members.map { $0.value.text ?? "" })
                } else {
                    expected.append((record.elements ?? []).map { $0.text ?? "" })
                }
            }
            return Case(
                id: row["id"]?.text ?? "",
                isAccepted: row["expected"]?.text == "accept",
                bytes: Fixtures.bytes(base64: row["csv_b64"]?.text),
                expected: expected
            )
        }

    @Test("reads what is to be accepted", arguments: cases.filter(\.isAccepted))
    func reads(_ testCase: Case) throws {
        let survey = try FileSurvey.of(Chunks.of(testCase.bytes))
        for size in 1...9 {
            let window = TextWindow(Chunks.of(testCase.bytes, size: size), survey: survey)
            var reader = CSVReader(window, delimiter: UInt8(ascii: ","))
            var rows: [[String]] = []
            while let row = try reader.next() {
                #expect(row.flaw == nil)
                rows.append(row.texts)
            }
            #expect(rows == testCase.expected, "in chunks of \(size)")
        }
    }

    /// The cases' columns under names we know, so that only what is wrong can refuse them.
    @Test("refuses what is to be refused", arguments: cases.filter { !$0.isAccepted })
    func refuses(_ testCase: Case) throws {
        let renamed = String(decoding: testCase.bytes, as: UTF8.self)
            .replacing("foo,bar,baz", with: "reference,addressee.name,product")
        let outcome = Result { try TakenIn(renamed) }
        switch outcome {
        case .failure(let error): #expect(error is IntakeRefusal)
        case .success(let taken):
            #expect(taken.codes.contains { $0.contains("row_malformed") })
        }
    }
}
