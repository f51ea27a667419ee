import Mail
import Testing

@testable import Office

@Suite("JSON cases", .enabled(if: Fixtures.folder != nil, "the shared fixtures are not here"))
struct JSONCasesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let file: String
        let expected: String
        let bytes: [UInt8]
        var testDescription: String { file }
    }

    static let cases: [Case] = Fixtures.lines("parsers/json_test_suite.jsonl")
        .map { row in
            Case(
                file: row["file"]?.text ?? "",
                expected: row["expected"]?.text ?? "",
                bytes: Fixtures.bytes(base64: row["content_b64"]?.text)
            )
        }

    @Test("reads as the suite says", arguments: cases)
    func reads(_ testCase: Case) {
        let value = try? JSONReader.read(testCase.bytes)
        switch testCase.expected {
        // A member named twice is refused on purpose (RFC 7493 §2.3); the suite leaves it open.
        case "accept" where testCase.file.contains("duplicated_key"): #expect(value == nil)
        case "accept": #expect(value != nil)
        case "reject": #expect(value == nil)
        default: break
        }
    }

    /// None of the suite's texts is a lodgement file, so each is refused or has a finding; the one
    /// exception is a list of no items.
    @Test("takes no such file for items", arguments: cases)
    func refuses(_ testCase: Case) throws {
        for size in [13, 65_536] {
            let outcome = Result { try TakenIn(testCase.bytes, chunk: size) }
            switch outcome {
            case .failure(let error): #expect(error is IntakeRefusal)
            case .success(let taken):
                let hasFindings = taken.codes.contains { !$0.isEmpty }
                if testCase.expected == "reject" { #expect(hasFindings, "\(taken.records)") }
            }
        }
    }
}
