import Messages
import Testing

/// Interchange files of other projects: what is sound reads and writes back, what is broken says so.
@Suite("Interchange files", .enabled(if: Fixtures.areHere, "needs the shared fixtures"))
struct InterchangeFileTests {
    struct File: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let segments: Int
        let tokenizerErrors: [String]
        let envelopeIssues: [String]
        let expectedEnvelope: String

        enum CodingKeys: String, CodingKey {
            case file, segments
            case tokenizerErrors = "tokenizer_errors"
            case envelopeIssues = "envelope_issues"
            case expectedEnvelope = "expected_envelope"
        }

        var testDescription: String { file }
    }

    static let files = Fixtures.rows("edifact/files.jsonl", as: File.self)

    @Test("all files are here")
    func count() { #expect(Self.files.count == 73) }

    @Test("a sound file has no fault and no envelope finding", arguments: files)
    func sound(_ file: File) throws {
        guard file.expectedEnvelope == "ok" else { return }
        let bytes = try Fixtures.bytes("edifact/files/" + file.file)
        let reading = try EDIFACTReader.read(bytes.span)
        #expect(reading.findings.filter(\.concernsEnvelope).isEmpty)
        #expect(reading.interchanges.reduce(0) { $0 + $1.segments.count } == file.segments)
    }

    @Test("a sound file is written again with the same segments", arguments: files)
    func rewritten(_ file: File) throws {
        guard file.expectedEnvelope == "ok" else { return }
        let bytes = try Fixtures.bytes("edifact/files/" + file.file)
        for interchange in try EDIFACTReader.read(bytes.span).interchanges {
            let written = try EDIFACTWriter.write(interchange)
            let again = try #require(try EDIFACTReader.read(written.span).interchanges.first)
            // A level that the text does not keep to is corrected; all else is the same.
            #expect(again.segments.dropFirst() == interchange.segments.dropFirst())
            #expect(again.header.values.dropFirst() == interchange.header.values.dropFirst())
            #expect(try EDIFACTWriter.write(again) == written)
        }
    }

    @Test("a broken file is reported", arguments: files)
    func broken(_ file: File) throws {
        guard file.expectedEnvelope == "broken" else { return }
        let bytes = try Fixtures.bytes("edifact/files/" + file.file)
        do {
            let reading = try EDIFACTReader.read(bytes.span)
            #expect(
                reading.findings.contains { $0.concernsEnvelope || $0.code == .lineBreakInData }
            )
        } catch {
            #expect(error.offset <= bytes.count)
        }
    }

    @Test("a wrong count is a finding, never a fault", arguments: files)
    func counts(_ file: File) throws {
        let onlyCounts = file.envelopeIssues.allSatisfy {
            $0.hasPrefix("UNT-count") || $0 == "UNZ-ref"
        }
        guard file.expectedEnvelope == "broken", onlyCounts, file.tokenizerErrors.isEmpty,
            !file.file.contains("smooks")  // these have tags of four letters
        else { return }
        let bytes = try Fixtures.bytes("edifact/files/" + file.file)
        #expect(throws: Never.self) { try EDIFACTReader.read(bytes.span) }
    }
}
