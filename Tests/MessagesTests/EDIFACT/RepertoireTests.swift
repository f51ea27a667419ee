import Glibc
import Testing

@testable import Messages

@Suite("Repertoires")
struct RepertoireTests {
    static let parts: [(Repertoire, String)] = [
        (.unoc, "ISO-8859-1"), (.unod, "ISO-8859-2"), (.unoe, "ISO-8859-5"),
        (.unof, "ISO-8859-7"), (.unog, "ISO-8859-3"), (.unoh, "ISO-8859-4"),
        (.unoi, "ISO-8859-6"), (.unoj, "ISO-8859-8"), (.unok, "ISO-8859-9"),
        (.unol, "ISO-8859-15"),
    ]

    @Test("the parts of ISO 8859 are those of the C library", arguments: parts)
    func table(_ level: Repertoire, _ name: String) throws {
        let converter = try unsafe #require(iconv_open("UTF-32LE", name))
        try #require(
            unsafe converter != iconv_t(bitPattern: -1),
            "needs the C library's converters"
        )
        defer { unsafe _ = iconv_close(converter) }
        let part = try #require(level.part)
        for byte in UInt8(0xA0)...0xFF {
            let expected = unsafe Self.convert(byte, converter)
            #expect(part.scalar(for: byte)?.value == expected)
            if let scalar = part.scalar(for: byte) { #expect(part.byte(for: scalar) == byte) }
        }
    }

    @Test(
        "the smallest level that has a text",
        arguments: [
            ("ABC 123 .,-()/=!\"%&*;<>'+:?", Repertoire.unoa), ("Abc", .unob), ("a@b", .unoc),
            ("A_B", .unoc), ("é", .unoc), ("Łé", .unod), ("ĉ", .unog), ("ģ", .unoh),
            ("Привет", .unoe), ("Ελλάδα", .unof), ("سلام", .unoi), ("שלום", .unoj),
            ("ğ", .unog), ("ğã", .unok), ("€", .unof), ("€é", .unol), ("œ", .unol),
            ("łя", .unow), ("日本", .unow), ("🫖", .unow), ("e\u{301}", .unow), ("", .unoa),
        ]
    )
    func smallest(_ text: String, _ level: Repertoire) {
        #expect(RepertoireSet.written.having(text).smallest == level)
    }

    @Test(
        "no level has control characters",
        arguments: ["\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{85}", "\u{9C}"]
    )
    func control(_ text: String) {
        #expect(RepertoireSet.all.having(text).isEmpty)
    }

    @Test("what a level has is written in it and read back", arguments: Repertoire.allCases)
    func roundTrip(_ level: Repertoire) throws {
        let upper = (level.part?.upperHalf ?? []).compactMap { $0 == 0 ? nil : UnicodeScalar($0) }
        let lower = (UInt8(0x20)...0x7E).map { UnicodeScalar($0) }
            .filter { RepertoireSet.having($0).contains(level) }
        let more: [UnicodeScalar] = level.isUTF8 ? ["é", "Ł", "日", "🫖", "\u{10FFFD}"] : []
        let text = String(String.UnicodeScalarView(lower + upper + more))
        let repeats = level.syntaxVersion >= 4
        var writer = EDIFACTWriter(ServiceString.standard.repeating(repeats), level)
        let version = String(level.syntaxVersion)
        let segments = [
            Segment(
                .unb,
                [[level.rawValue, version], ["S"], ["R"], ["260101", "0900"], ["1"], [text]]
            ),
            Segment(.unz, [["0"], ["1"]]),
        ]
        writer.writeAdvice()
        for segment in segments { writer.write(segment) }
        #expect(writer.unfit.isEmpty)
        let reading = try EDIFACTReader.read(writer.bytes.span)
        #expect(reading.findings.isEmpty)
        #expect(reading.interchanges.first?.segments == segments)
    }

    @Test("a character that the level lacks is reported with its place")
    func unfit() throws {
        var writer = EDIFACTWriter(.standard, .unoc)
        writer.write(Segment(try #require(SegmentTag("FTX")), [["AAA"], [""], ["x", "Łódź"]]))
        #expect(
            writer.unfit == [
                .init(
                    character: "Ł",
                    repertoire: .unoc,
                    segment: 1,
                    place: Segment.Place(3, 2)
                ),
                .init(
                    character: "ź",
                    repertoire: .unoc,
                    segment: 1,
                    place: Segment.Place(3, 2)
                ),
            ]
        )
    }

    @Test("bytes that a level lacks are read as utf-8 where they are, with a finding")
    func misdeclared() throws {
        let bytes = Array("UNB+UNOA:3+BÜTTNER+R+260101:0900+1'UNZ+0+1'".utf8)
        let reading = try EDIFACTReader.read(bytes.span)
        #expect(reading.interchanges.first?.header[2] == "BÜTTNER")
        #expect(reading.findings.map(\.code) == [.textReadAsUTF8(.unoa)])
    }

    private static func convert(_ byte: UInt8, _ converter: iconv_t) -> UInt32? {
        var source: [CChar] = [CChar(bitPattern: byte)]
        var target = [CChar](repeating: 0, count: 4)
        let converted = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                var left = 1
                var room = 4
                return unsafe iconv(converter, &from, &left, &to, &room)
            }
        }
        guard converted != Int(bitPattern: UInt.max) else { return nil }
        return target.reversed().reduce(0) { $0 << 8 | UInt32(UInt8(bitPattern: $1)) }
    }
}
