import Messages
import Testing

@Suite("Service string")
struct ServiceStringTests {
    private func header(_ input: String) throws -> Interchange {
        let bytes = Array(input.utf8)
        return try #require(try EDIFACTReader.read(bytes.span).interchanges.first)
    }

    @Test("version 1 has no repetition separator, whatever the fifth place holds")
    func versionOne() throws {
        let read = try header("UNA:+. *'UNB+UNOA:1+1:1+2:1+200726:1455+1'UNZ+0+1'")
        #expect(read.service.release == nil)
        #expect(read.service.repetition == nil)
        #expect(read.service.decimalMark == UInt8(ascii: "."))
    }

    @Test("version 4 repeats with the character of the advice")
    func versionFour() throws {
        let read = try header("UNA:+.?%'UNB+UNOA:4+S+R+20260101:0900+1%2'UNZ+0+1'")
        #expect(read.service.repetition == UInt8(ascii: "%"))
        #expect(read.header[Segment.Place(5, repetition: 2)] == "2")
    }

    @Test("version 4 without advice repeats with an asterisk")
    func versionFourDefault() throws {
        let read = try header("UNB+UNOA:4+S+R+20260101:0900+1*2'UNZ+0+1'")
        #expect(read.header[Segment.Place(5, repetition: 2)] == "2")
    }

    @Test("version 3 keeps asterisks as data")
    func asterisk() throws {
        let read = try header("UNB+UNOA:3+S*T+R+260101:0900+1'UNZ+0+1'")
        #expect(read.header[2] == "S*T")
    }

    @Test("information separators are known without advice")
    func unprintable() throws {
        let read = try header(
            "UNB\u{1D}UNOB\u{1F}2\u{1D}S\u{1D}R\u{1D}260101\u{1F}0900\u{1D}1\u{1C}"
                + "UNZ\u{1D}0\u{1D}1\u{1C}"
        )
        #expect(read.service == .unprintable)
        #expect(read.header[4, 2] == "0900")
    }

    @Test("each interchange has its own advice")
    func twoInterchanges() throws {
        let bytes = Array(
            """
            UNA=*.? ~UNB*UNOA=3*S*R*260101=0900*1~UNZ*0*1~
            UNB+UNOA:3+S+R+260101:0900+2'UNZ+0+2'
            """
            .utf8
        )
        let reading = try EDIFACTReader.read(bytes.span)
        #expect(reading.interchanges.map(\.reference) == ["1", "2"])
        #expect(reading.interchanges.map { $0.service.advice } == ["=*.? ~", ":+.? '"])
        #expect(reading.findings.isEmpty)
    }

    @Test(
        "advice that cannot be used is a fault",
        arguments: [
            ("UNA:+", SyntaxFault.Reason.serviceStringCutShort),
            ("UNA::.? 'BGM:220'", .serviceStringAmbiguous("::.? '")),
            ("UNAA+.? 'UNB+UNOA:3'", .serviceStringAmbiguous("A+.? '")),
            ("UNA:+.++'UNB", .serviceStringAmbiguous(":+.++'")),
        ]
    )
    func unusable(_ input: String, _ reason: SyntaxFault.Reason) {
        let bytes = Array(input.utf8)
        let fault = #expect(throws: SyntaxFault.self) { try EDIFACTReader.read(bytes.span) }
        #expect(fault?.reason == reason)
        #expect(fault?.segment == 1)
    }
}
