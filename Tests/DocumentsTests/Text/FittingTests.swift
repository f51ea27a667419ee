import Testing

@testable import Documents

@Suite("a text fits its box or says why", .enabled(if: TestFonts.areInstalled))
struct FittingTests {
    /// What became of one text: its pieces, or its flaw.
    static func set(_ text: String, in box: Box, _ style: TextStyle) throws -> SetText {
        var typesetter = Typesetter(try #require(TestFonts.library))
        try typesetter.set(TextMark(text, in: box, style))
        return typesetter.text
    }

    static let box = Box.millimetres(10, 20, 40, 12)

    @Test("leaves a short text at its size, at the top left")
    func keepsSize() throws {
        let set = try Self.set("Leeds", in: Self.box, TextStyle(points: 9))
        let piece = try #require(set.pieces.first)
        #expect(piece.size == Length.points(9).value)
        #expect(piece.x == 10_000)
        #expect(set.pieces.count == 1)
    }

    @Test("shrinks a long line to the width and no further")
    func shrinks() throws {
        let style = TextStyle(points: 9, shrinkTo: 5)
        let set = try Self.set("Knitted cotton jumper, roll neck", in: Self.box, style)
        let piece = try #require(set.pieces.first)
        let width = set.glyphs.reduce(0) { $0 + Int($1.advance) } * piece.size / 1_000_000
        #expect(piece.size < Length.points(9).value)
        #expect((39_900...40_000).contains(width), "\(width) µm")
    }

    @Test("what the sums say fits is set, and on one line the sums are exact", arguments: 1...3)
    func sums(lines: Int) throws {
        let typesetter = Typesetter(try #require(TestFonts.library))
        let style = TextStyle(points: 9, shrinkTo: 5, maxLines: lines)
        var sure = 0
        for count in 1...60 {
            let text = String("Zürich Ångström – jumper, roll neck ".prefix(count % 36 + 1))
            for width in stride(from: 2.0, through: 62, by: 4) {
                let box = Box.millimetres(0, 0, width, count < 36 ? 12 : 1.9)
                let isSure = typesetter.surelyFits(TextMark(text, in: box, style))
                let isSet = (try? Self.set(text, in: box, style)) != nil
                #expect(!isSure || isSet, "\(text) in \(width) mm")
                if lines == 1 { #expect(isSure == isSet, "\(text) in \(width) mm") }
                sure += isSure ? 1 : 0
            }
        }
        #expect(sure > 100)
        #expect(!typesetter.surelyFits(TextMark("one\ntwo", in: Self.box, style)))
        #expect(!typesetter.surelyFits(TextMark("日本", in: Self.box, style)))
    }

    @Test("breaks at spaces before it shrinks")
    func breaks() throws {
        let style = TextStyle(points: 9, shrinkTo: 5, maxLines: 3)
        let set = try Self.set("Knitted cotton jumper, roll neck", in: Self.box, style)
        #expect(set.pieces.count == 2)
        #expect(set.pieces.allSatisfy { $0.size == Length.points(9).value })
    }

    @Test(
        "refuses what would leave the box, with both measures",
        arguments: [
            ("Donaudampfschifffahrtsgesellschaft", 1), ("one two three four five six seven", 1),
            ("one\ntwo\nthree\nfour\nfive\nsix", 6), ("one\ntwo", 1),
        ]
    )
    func refuses(text: String, lines: Int) throws {
        let small = Box.millimetres(0, 0, 12, 6)
        let style = TextStyle(points: 9, shrinkTo: 7, maxLines: lines)
        let flaw = #expect(throws: TextFlaw.self) { try Self.set(text, in: small, style) }
        guard case .doesNotFit(let measured, let available) = flaw else {
            Issue.record("\(String(describing: flaw)) is no misfit")
            return
        }
        #expect(available == small.size)
        let isTooWide = measured.width > available.width
        #expect(isTooWide || measured.height > available.height || lines == 1)
    }

    @Test(
        "names the character no font has",
        arguments: [
            ("tab\there", "\t"), ("nul\u{0}", "\u{0}"), ("\u{10FFFD}", "\u{10FFFD}"),
            ("a\u{E000}b", "\u{E000}"), ("\u{FFFE}", "\u{FFFE}"), ("cr\rlf", "\r"),
        ] as [(String, Unicode.Scalar)]
    )
    func namesCharacter(text: String, scalar: Unicode.Scalar) {
        #expect(throws: TextFlaw.noGlyph(scalar)) {
            try Self.set(text, in: Self.box, TextStyle(points: 9))
        }
    }

    @Test("keeps all ink inside the box", arguments: ["Ễgỹ", "Åqpj", "བོད་ཡིག", "ພາສາລາວ", "ûÿ"])
    func keepsInk(text: String) throws {
        for vertical in [VerticalAlignment.top, .middle, .bottom] {
            let style = TextStyle(points: 24, shrinkTo: 3, vertical: vertical)
            var typesetter = Typesetter(try #require(TestFonts.library))
            try typesetter.set(TextMark(text, in: Self.box, style))
            let piece = try #require(typesetter.text.pieces.first)
            let line = try #require(typesetter.lines.first)
            let top = piece.y - line.top * piece.size / 1_000_000
            let bottom = piece.y - line.bottom * piece.size / 1_000_000
            #expect(top >= Self.box.top.value && bottom <= Self.box.bottom.value)
        }
    }

    @Test(
        "sets lines where the paragraph's script begins",
        arguments: [
            ("Leeds", Alignment.start, false), ("תל אביב", .start, true), ("x", .right, true),
        ]
    )
    func aligns(text: String, align: Alignment, isRight: Bool) throws {
        let style = TextStyle(points: 9, align: align)
        let set = try Self.set(text, in: Self.box, style)
        let left = try #require(set.pieces.map(\.x).min())
        #expect((left > 20_000) == isRight)
    }

    @Test("leaves nothing behind when a text is refused")
    func leavesNothing() throws {
        var typesetter = Typesetter(try #require(TestFonts.library))
        let style = TextStyle(points: 9)
        #expect(throws: TextFlaw.self) {
            try typesetter.set(TextMark("ha\u{0}ha", in: Self.box, style))
        }
        #expect(typesetter.text.glyphs.isEmpty && typesetter.text.pieces.isEmpty)
    }
}
