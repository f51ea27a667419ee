import Testing

@testable import Documents

/// The published facts of the symbology, and the plans that are shortest.
struct Code128Tests {
    @Test("an S10 changes to pairs after its odd first digit, as the standard advises")
    func itemIdentifier() throws {
        let symbol = try #require(Code128("RR473124829GB"))
        #expect(symbol.codewords == [104, 50, 50, 20, 99, 73, 12, 48, 29, 100, 39, 34, 83, 106])
        #expect(symbol.moduleCount == 156)
    }

    @Test(
        "the shortest plan",
        arguments: [
            ("A", [104, 33]), ("12", [105, 12]), ("123", [104, 17, 18, 19]),
            ("1234", [105, 12, 34]), ("AB1234", [104, 33, 34, 99, 12, 34]),
            ("AB12CD", [104, 33, 34, 17, 18, 35, 36]),
            ("12345A", [105, 12, 34, 100, 21, 33]), ("\u{1}\u{2}", [103, 65, 66]),
            ("a\u{1}b", [104, 65, 98, 65, 66]), ("\u{1}a\u{2}", [103, 65, 98, 65, 66]),
        ] as [(String, [UInt8])]
    )
    func shortest(text: String, expected: [UInt8]) throws {
        let symbol = try #require(Code128(text))
        #expect(Array(symbol.codewords.dropLast(2)) == expected)
    }

    @Test("every character reads as eleven modules, stop as thirteen, bars an even number of them")
    func patterns() throws {
        let text = String(String.UnicodeScalarView((0..<128).compactMap(UnicodeScalar.init)))
        let symbol = try #require(Code128(text))
        let widths = symbol.widths.map(Int.init)
        #expect(widths.reduce(0, +) == symbol.moduleCount)
        for start in stride(from: 0, to: widths.count - 7, by: 6) {
            let pattern = Array(widths[start..<start + 6])
            #expect(pattern.reduce(0, +) == 11)
            #expect((pattern[0] + pattern[2] + pattern[4]).isMultiple(of: 2))
        }
        #expect(Array(widths.suffix(7)) == [2, 3, 3, 1, 1, 1, 2])
    }

    /// The module widths of a picture in the fixtures (`barcodes/reference_png/c128.png`), drawn by
    /// another encoder.
    @Test("is the symbol that another encoder draws")
    func reference() throws {
        let symbol = try #require(Code128("RB123456785GB"))
        let expected =
            "2112142311311311231232211131413121311131231411221242111141312113131311233311212331112"
        #expect(symbol.widths.map(String.init).joined() == expected)
    }

    @Test("bars lie where the widths say")
    func bars() throws {
        let symbol = try #require(Code128("RR473124829GB"))
        let last = try #require(symbol.bars.last)
        #expect(last.offset + last.width == symbol.moduleCount)
        #expect(symbol.bars.count == symbol.codewords.count * 3 + 1)
    }

    @Test("no symbol for what Code 128 does not have", arguments: ["", "é", "RR4731248२9GB"])
    func refuses(text: String) { #expect(Code128(text) == nil) }
}
