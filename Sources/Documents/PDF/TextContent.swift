extension ContentWriter {
    /// Writes the pieces of one text.
    mutating func draw(
        _ pieces: Range<Int>,
        of text: borrowing SetText,
        ink: Ink,
        fonts: borrowing DocumentFonts
    ) {
        guard !pieces.isEmpty else { return }
        fill(ink)
        for index in pieces {
            let piece = text.pieces[index]
            if let span = piece.span { beginSpan(text.spans[span]) }
            moveText(x: piece.x, y: piece.y)
            if piece.isPlain {
                drawPlain(piece, of: text, fonts: fonts)
            } else {
                drawPlaced(piece, of: text, fonts: fonts)
            }
            if piece.span != nil { operation("EMC\n") }
        }
    }

    /// Glyphs that follow each other by their own advances.
    private mutating func drawPlain(
        _ piece: Piece,
        of text: borrowing SetText,
        fonts: borrowing DocumentFonts
    ) {
        var current: FontRef?
        for index in piece.glyphs {
            let glyph = text.glyphs[index]
            if glyph.font != current {
                if current != nil { operation(")Tj") }
                current = glyph.font
                font(glyph.font, size: piece.size)
                append(0x28)
            }
            append(glyph: fonts.id(of: glyph))
        }
        operation(current == nil ? "\n" : ")Tj\n")
    }

    /// Glyphs with places of their own: the pen is corrected before each one that needs it.
    private mutating func drawPlaced(
        _ piece: Piece,
        of text: borrowing SetText,
        fonts: borrowing DocumentFonts
    ) {
        var wanted = 0
        var pen = 0
        var rise = 0
        for index in piece.glyphs {
            let glyph = text.glyphs[index]
            font(glyph.font, size: piece.size)
            if Int(glyph.yOffset) != rise {
                rise = Int(glyph.yOffset)
                number(rise * piece.size / 1_000_000)
                operation("Ts ")
            }
            operation("[")
            let offset = pen - wanted - Int(glyph.xOffset)
            if offset != 0 { number(thousandths: offset) }
            append(0x28)
            append(glyph: fonts.id(of: glyph))
            operation(")]TJ\n")
            pen = pen - offset + Int(fonts.width(of: glyph))
            wanted += Int(glyph.advance)
        }
        if rise != 0 { operation("0 Ts\n") }
    }

    private mutating func beginSpan(_ units: [UInt16]) {
        enterText()
        operation("/Span<</ActualText<FEFF")
        for unit in units { append(hex: unit) }
        operation(">>>BDC ")
    }
}
