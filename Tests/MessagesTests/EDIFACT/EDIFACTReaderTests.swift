import Messages
import Testing

@Suite("EDIFACT reader")
struct EDIFACTReaderTests {
    private static let head = "UNB+UNOA:3+S+R+260101:0900+7'"
    private static let message = "UNH+1+ITMATT:1:5:ZZ'BGM+X'UNT+3+1'"

    @Test(
        "faults name their byte and segment",
        arguments: [
            ("", SyntaxFault.Reason.inputEmpty, 0, 0),
            ("\r\n", .inputEmpty, 2, 0),
            ("BGM+1'", .headerMissing(found: "BGM"), 0, 1),
            ("UNB+UNOA:3", .segmentUnterminated, 10, 1),
            ("UNB+UNOA:3?", .releaseDangling, 11, 1),
            ("UNB++S'", .syntaxIdentifierMissing, 0, 1),
            (head + "BGM+1'", .segmentOutsideMessage("BGM"), 29, 2),
            (head, .trailerMissing("UNZ", found: nil), 29, 1),
            (head + head, .trailerMissing("UNZ", found: "UNB"), 29, 2),
            (head + "UNH+1+A:1:1:ZZ'UNZ+1+7'", .trailerMissing("UNT", found: "UNZ"), 44, 3),
            (head + "UNG+A'UNZ+1+7'", .trailerMissing("UNE", found: "UNZ"), 35, 3),
            (head + "UNH+1+A:1:1:ZZ'bgm+1'", .tagMalformed("bgm"), 44, 3),
            (head + "UNH+1+A:1:1:ZZ'BGMX+1'", .tagMalformed("BGMX"), 44, 3),
        ]
    )
    func faults(_ input: String, _ reason: SyntaxFault.Reason, _ offset: Int, _ segment: Int) {
        let bytes = Array(input.utf8)
        let fault = #expect(throws: SyntaxFault.self) { try EDIFACTReader.read(bytes.span) }
        #expect(fault == SyntaxFault(reason, offset: offset, segment: segment))
    }

    @Test(
        "what an envelope states wrongly is a finding",
        arguments: [
            (
                head + "UNH+1+A:1:1:ZZ'BGM+1'UNT+4+1'UNZ+1+7'",
                EnvelopeFinding.Code.segmentCountDiffers(stated: "4", found: 3), 4
            ),
            (
                head + "UNH+1+A:1:1:ZZ'UNT++1'UNZ+1+7'",
                .segmentCountDiffers(stated: "", found: 2), 3
            ),
            (
                head + message + "UNZ+2+7'",
                .messageCountDiffers(in: "UNZ", stated: "2", found: 1), 5
            ),
            (
                head + message + "UNZ+1+8'",
                .referenceDiffers(in: "UNZ", header: "7", trailer: "8"), 5
            ),
            (
                head + "UNH+1+A:1:1:ZZ'UNT+2+2'UNZ+1+7'",
                .referenceDiffers(in: "UNT", header: "1", trailer: "2"), 3
            ),
            (
                head + "UNH+1+A:1:1'UNT+2+1'UNZ+1+7'",
                .valueMissing(tag: "UNH", dataElement: "0051"), 2
            ),
            (
                head + "UNG+A++++5'" + message + "UNE+3+5'UNZ+1+7'",
                .messageCountDiffers(in: "UNE", stated: "3", found: 1), 6
            ),
            (
                head + "UNG+A++++5'" + message + "UNE+1+5'UNZ+9+7'",
                .groupCountDiffers(stated: "9", found: 1), 7
            ),
            (
                head + "UNH+1+A:1:1:ZZ'FTX+a'UNT+3+1'UNZ+1+7'",
                .characterOutsideRepertoire("a", .unoa), 3
            ),
            (head + "UNH+1+A:1:1:ZZ'FTX+A\nB'UNT+3+1'UNZ+1+7'", .lineBreakInData, 3),
        ]
    )
    func findings(_ input: String, _ code: EnvelopeFinding.Code, _ segment: Int) throws {
        let bytes = Array(input.utf8)
        let findings = try EDIFACTReader.read(bytes.span).findings
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.segment == segment)
    }

    @Test("values keep their places, releases and empty neighbours")
    func places() throws {
        let input = Self.head + "UNH+1+A:1:1:ZZ'FTX+A?+B++C::D?'+'UNT+3+1'UNZ+1+7'"
        let bytes = Array(input.utf8)
        let reading = try EDIFACTReader.read(bytes.span)
        let segment = try #require(reading.interchanges.first?.messages.first?.body.first)
        #expect(segment[1] == "A+B")
        #expect(segment[2] == "")
        #expect(segment[3, 3] == "D'")
        #expect(segment.values.last?.place == Segment.Place(4))
        #expect(reading.findings.isEmpty)
    }

    @Test("a wrapped file reads as if it were not")
    func wrapped() throws {
        let input = Self.head + "UN\r\nH+1+A:1:1:Z\r\nZ'UNT+2+1'\r\nUNZ+1+7'\r\n"
        let bytes = Array(input.utf8)
        let reading = try EDIFACTReader.read(bytes.span)
        #expect(reading.interchanges.first?.messages.first?.type.agency == "ZZ")
        #expect(reading.findings.map(\.code) == [.lineBreakInData, .lineBreakInData])
    }

    @Test("nesting indicators of a tag are kept")
    func nesting() throws {
        let bytes = Array("LIN:1:2+5'".utf8)
        let segment = try #require(try EDIFACTReader.segments(bytes.span).first)
        #expect(segment.tag == SegmentTag("LIN"))
        #expect(segment[0, 3] == "2")
        #expect(segment[1] == "5")
        var writer = EDIFACTWriter(.standard, .unoa)
        writer.write(segment)
        #expect(writer.bytes == bytes)
    }

    @Test("a segment with too many values is a fault")
    func tooMany() {
        let bytes = Array(("FTX" + String(repeating: "+", count: 20_000) + "'").utf8)
        let fault = #expect(throws: SyntaxFault.self) { try EDIFACTReader.segments(bytes.span) }
        #expect(fault?.reason == .tooManyValues(limit: EDIFACTLimits.valuesPerSegment))
    }
}
