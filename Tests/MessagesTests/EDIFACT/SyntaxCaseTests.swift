import Messages
import Testing

/// Token, service string and envelope cases of other projects.
@Suite("Syntax cases", .enabled(if: Fixtures.areHere, "needs the shared fixtures"))
struct SyntaxCaseTests {
    struct TokenCase: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let input: String
        let segments: [[Element]]?
        let error: String?

        enum CodingKeys: String, CodingKey {
            case id, input
            case segments = "expect_segments"
            case error = "expect_error"
        }

        enum Element: Decodable, Hashable, Sendable {
            case simple(String)
            case composite([String])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let text = try? container.decode(String.self) {
                    self = .simple(text)
                } else {
                    self = .composite(try container.decode([String].self))
                }
            }

            var components: [String] {
                switch self {
                case .simple(let text): [text]
                case .composite(let texts): texts
                }
            }
        }

        var testDescription: String { "\(id) \(input)" }
    }

    struct EnvelopeCase: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let input: String
        let expected: String

        var testDescription: String { id }
    }

    static let tokenCases = Fixtures.rows("edifact/tokenise_cases.jsonl", as: TokenCase.self)
    static let envelopeCases = Fixtures.rows(
        "edifact/envelope_cases.jsonl",
        as: EnvelopeCase.self
    )

    @Test("all cases are here")
    func count() {
        #expect(Self.tokenCases.count == 24)
        #expect(Self.envelopeCases.count == 11)
    }

    @Test("tokens", arguments: tokenCases)
    func tokens(_ example: TokenCase) throws {
        guard let expected = example.segments else { return }
        let bytes = Array(example.input.utf8)
        let found = try TokenTexts.segments(of: bytes)
        #expect(found == expected.map { $0.map(\.components) })
    }

    @Test("inputs that are refused", arguments: tokenCases)
    func refused(_ example: TokenCase) throws {
        guard example.error != nil else { return }
        let bytes = Array(example.input.utf8)
        #expect(throws: SyntaxFault.self) { try EDIFACTReader.segments(bytes.span) }
    }

    @Test("envelopes", arguments: envelopeCases)
    func envelopes(_ example: EnvelopeCase) throws {
        let bytes = Array(example.input.utf8)
        let reading = try? EDIFACTReader.read(bytes.span)
        let isSound = reading?.findings.isEmpty ?? false
        #expect(isSound == (example.expected == "ok"))
    }
}

/// Segments as lists of elements, straight from the tokenizer, so that tags are not judged.
enum TokenTexts {
    static func segments(of bytes: [UInt8]) throws(SyntaxFault) -> [[[String]]] {
        var tokenizer = Tokenizer()
        var segments: [[[String]]] = []
        var elements: [[String]] = [[]]
        while let token = try tokenizer.next(in: bytes.span) {
            var data: [UInt8] = []
            var isReleased = false
            for byte in bytes[token.start..<token.end] {
                if !isReleased, byte == tokenizer.service.release {
                    isReleased = true
                } else {
                    data.append(byte)
                    isReleased = false
                }
            }
            elements[elements.count - 1].append(String(decoding: data, as: UTF8.self))
            switch token.closing {
            case .component, .repetition: break
            case .element: elements.append([])
            case .terminator:
                segments.append(elements)
                elements = [[]]
            }
        }
        return segments
    }
}
