import Mail
import Testing

@testable import Messages

/// What a decoder says of messages that do not follow their profile.
@Suite("Profile decoder")
struct ProfileDecoderTests {
    private static let profile = """
        profile TEST
        edition 1
        status own
        message TEST:1:1:ZZ
        repertoires UNOC
        codes product
          letter LET
        segments
        M BGM+{item an..13}
        C DTM+137:{recorded instant}:204
        C TSR+{product code product}
        C MEA+KGM:{grossWeight kg n..9}
        C MOA+{postage.amount amount postage.currency n..18}:{postage.currency a3}
        C each contents.lines
          M LIN+{#}
          C IMD+{description an..4x3}
        end
        """

    private func decode(_ body: String) throws -> (JSONValue, [MessageFinding.Code]) {
        let bytes = Array("UNB+UNOC:3+S+R+1:1+1'UNH+1+TEST:1:1:ZZ'\(body)UNT+1+1'UNZ+1+1'".utf8)
        let message = try #require(
            try EDIFACTReader.read(bytes.span).interchanges.first?.messages.first
        )
        var decoder = ProfileDecoder(try Profile(Self.profile), message)
        let fields = decoder.read()
        return (fields, decoder.findings.map(\.code))
    }

    struct Strange: Sendable {
        let body: String
        let codes: [MessageFinding.Code]

        init(_ body: String, _ codes: MessageFinding.Code...) {
            self.body = body
            self.codes = codes
        }
    }

    static let strange: [Strange] = [
        Strange("BGM+A'XYZ+1'TSR+LET'", .segmentUnexpected(tag("XYZ"))),
        Strange("BGM+A'TSR+LET'DTM+137:20261123093000:204'", .segmentUnexpected(tag("DTM"))),
        Strange("TSR+LET'", .segmentMissing(tag("BGM"))),
        Strange("BGM+A:B'TSR+LET'", .valueUnexpected(tag("BGM"), Segment.Place(1, 2))),
        Strange("BGM+A'TSR+PAR'", .codeUnknown(table: "product")),
        Strange("BGM+ABCDEFGHIJKLMN'TSR+LET'", .valueTooLong(found: 14, limit: 13)),
        Strange(
            "BGM+A'MEA+KGM:1.2345'",
            .valueMalformed(expected: "kilograms of whole grams")
        ),
        Strange("BGM+A'MOA+1.005:GBP'", .valueMalformed(expected: "an amount with 2 decimals")),
        Strange("BGM'", .fieldMissing),
        Strange("BGM+A'LIN+2'", .turnDiffers(expected: 1, found: 2)),
        Strange("BGM+A'LIN+1'QQQ'IMD+AB'LIN+2'", .segmentUnexpected(tag("QQQ"))),
    ]

    private static func tag(_ text: String) -> SegmentTag {
        guard let tag = SegmentTag(text) else { preconditionFailure("\(text) is no tag") }
        return tag
    }

    @Test("strange segments and values are findings, and the rest is read", arguments: strange)
    func findings(_ example: Strange) throws {
        #expect(try decode(example.body).1 == example.codes)
    }

    @Test(
        "values are read in every spelling they may have",
        arguments: [
            ("BGM+A'MEA+KGM:0.85'", "grossWeight", JSONValue.integer(850)),
            ("BGM+A'MEA+KGM:2'", "grossWeight", .integer(2000)),
            ("BGM+A'MEA+KGM:0,8500'", "grossWeight", .integer(850)),
            ("BGM+A'DTM+137:20261123093000:204'", "recorded", .string("2026-11-23T09:30:00Z")),
            ("BGM+A'TSR+LET'", "product", .string("letter")),
        ]
    )
    func spellings(_ body: String, _ field: String, _ value: JSONValue) throws {
        let (fields, codes) = try decode(body)
        #expect(codes.isEmpty)
        #expect(fields[field] == value)
    }

    @Test("an amount takes the decimals of its currency")
    func amount() throws {
        let (fields, codes) = try decode("BGM+A'MOA+58,5:GBP'")
        #expect(codes.isEmpty)
        #expect(fields["postage"]?["amount"] == .string("58.50"))
    }

    @Test("a cut text is joined again")
    func pieces() throws {
        let (fields, codes) = try decode("BGM+A'LIN+1'IMD+abcd:efgh:ij'LIN+2'")
        #expect(codes.isEmpty)
        let lines = try #require(fields["contents"]?["lines"]?.elements)
        #expect(lines.count == 2)
        #expect(lines.first?["description"] == .string("abcdefghij"))
    }

    @Test(
        "impossible dates are no dates",
        arguments: ["20261301000000", "20260230000000", "20261123240000", "2026112309300"]
    )
    func dates(_ digits: String) throws {
        let codes = try decode("BGM+A'DTM+137:\(digits):204'").1
        #expect(codes == [.valueMalformed(expected: "CCYYMMDDHHMMSS")])
    }
}
