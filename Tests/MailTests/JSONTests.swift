import Foundation
import Mail
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "the parsing suite gets its verdicts",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("parsers/json_test_suite.jsonl")
    )
    func suite(_ row: Fixtures.Row) throws {
        let bytes = try #require(row["content_b64"].flatMap { Data(base64Encoded: $0) })
        let read = try? JSONReader.read(Array(bytes))
        switch row["expected"] {
        case "accept":
            #expect(
                read != nil || Self.stricter.contains(row["file"] ?? ""),
                "\(row["file"] ?? "")"
            )
        case "reject": #expect(read == nil, "\(row["file"] ?? "")")
        default: break
        }
        if let read {
            #expect(try JSONReader.read(Array(JSONText.write(read).utf8)) == read)
        }
    }

    /// What RFC 8259 leaves open and RFC 7493 forbids.
    static let stricter: Set<String> = [
        "y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json",
    ]

    @Test(
        "every naughty string comes back",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("parsers/naughty_strings.jsonl")
    )
    func naughty(_ row: Fixtures.Row) throws {
        let value = JSONValue.object([
            JSONValue.Member(row["value"] ?? "", .string(row["value"] ?? ""))
        ])
        #expect(try JSONReader.read(CanonicalJSON.write(value)) == value)
    }

    @Test(
        "flaws name their byte",
        arguments: [
            ("", JSONFlaw.endsEarly(offset: 0)), ("{", .endsEarly(offset: 1)),
            ("[1,]", .unexpectedByte(0x5D, offset: 3)), ("01", .trailingBytes(offset: 1)),
            ("1.", .malformedNumber(offset: 0)), ("-", .malformedNumber(offset: 0)),
            ("\"\\x\"", .malformedEscape(offset: 1)), ("\"\\uD800\"", .loneSurrogate(offset: 1)),
            ("\"\\uDC00\"", .loneSurrogate(offset: 1)), ("\"\t\"", .controlCharacter(9, offset: 1)),
            ("{\"a\":1,\"a\":2}", .memberTwice("a", offset: 7)), ("1 2", .trailingBytes(offset: 2)),
            ("{\"a\":1,\"\\u0061\":2}", .memberTwice("a", offset: 7)),
        ]
    )
    func flaws(_ text: String, _ flaw: JSONFlaw) {
        #expect(throws: flaw) { try JSONReader.read(Array(text.utf8)) }
        #expect(flaw.description.contains("\(flaw.offset)"))
    }

    @Test("texts that are no UTF-8 are refused, raw and beside an escape")
    func notUTF8() {
        #expect(throws: JSONFlaw.notUTF8(offset: 1)) {
            try JSONReader.read([0x22, 0xFF, 0x22])
        }
        #expect(throws: JSONFlaw.self) {
            try JSONReader.read([0x22, 0x5C, 0x6E, 0xC0, 0xAF, 0x22])
        }
    }

    @Test("nesting is bounded", arguments: [(65, true), (66, false), (100_000, false)])
    func depth(_ depth: Int, _ isTaken: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(((try? JSONReader.read(Array(text.utf8))) != nil) == isTaken)
    }

    /// Vectors after RFC 8785 §3.2.3 (sorting by UTF-16) and §3.2.2.2 (escapes).
    @Test(
        "canonical bytes",
        arguments: [
            (
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
                "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\u{fb33}\":3}"
            ),
            ("\"\\u000F\\u000a\\u0041\\u0042\\u0022\\u005c\\/\"", "\"\\u000f\\nAB\\\"\\\\/\""),
            (" [ 1 , -0 , null , true ] ", nil), ("{\"b\":[],\"a\":{}}", "{\"a\":{},\"b\":[]}"),
            ("9007199254740991", "9007199254740991"), ("\"é\"", "\"é\""),
            ("\"e\u{301}\"", "\"e\u{301}\""),
        ] as [(String, String?)]
    )
    func canonical(_ text: String, _ expected: String?) throws {
        let value = try JSONReader.read(Array(text.utf8))
        guard let expected else { return }
        #expect(CanonicalJSON.write(value) == Array(expected.utf8))
    }

    @Test("a member twice is seen among many, and many are read in time")
    func manyMembers() {
        func object(_ names: [Int]) -> [UInt8] {
            Array(("{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}").utf8)
        }
        #expect((try? JSONReader.read(object(Array(0..<50_000))))?.members == 50_000)
        #expect(throws: JSONFlaw.self) { try JSONReader.read(object(Array(0..<100) + [7])) }
        #expect(throws: JSONFlaw.self) { try JSONReader.read(object(Array(0..<33) + [32])) }
    }

    @Test("members that differ only in composition are two members")
    func composition() throws {
        let text = "{\"\u{e9}\":1,\"e\u{301}\":2}"
        #expect(try JSONReader.read(Array(text.utf8)).members == 2)
    }
}

extension JSONValue {
    fileprivate var members: Int {
        if case .object(let members) = self { members.count } else { 0 }
    }
}
