import Testing

@testable import Documents

@Suite("PDF numbers and texts are written without detour")
struct PDFBytesTests {
    static func text(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "whole numbers",
        arguments: [
            0, 7, 10, 99, 100, 12_345_678, 123_456_789, 9_999_999_999_999_999, -1, -10,
        ]
    )
    func writesDecimals(value: Int) {
        #expect(Self.text { $0.append(decimal: value) } == String(value))
    }

    @Test(
        "thousandths without trailing zeros",
        arguments: [
            (0, "0"), (1000, "1"), (1500, "1.5"), (5, "0.005"), (-250, "-0.25"), (12_340, "12.34"),
            (595_276, "595.276"), (-1, "-0.001"),
        ]
    )
    func writesThousandths(value: Int, expected: String) {
        #expect(Self.text { $0.append(thousandths: value) } == expected)
    }

    @Test("texts as UTF-16, beyond the basic plane too")
    func writesTexts() {
        #expect(Self.text { $0.append(textString: "Aé𝄞") } == "<FEFF004100E9D834DD1E>")
    }

    @Test("glyphs in literal strings, with what must be escaped")
    func escapes() {
        var writer = ContentWriter()
        writer.begin(height: .zero)
        for glyph in [0x28, 0x29, 0x5C, 0x0D, 0x2841] as [UInt16] { writer.append(glyph: glyph) }
        #expect(writer.bytes == Array("\0\\(\0\\)\0\\\\\0\\r\\(A".utf8))
    }
}
