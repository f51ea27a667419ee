extension Typesetter {
    /// Sets a text that has only characters of the common repertoire; false where it has others.
    ///
    /// One pass, no shaper: glyph, advance and ink come from the face's table.
    mutating func setCommon(_ mark: TextMark) -> Bool {
        let table = library.table(of: mark.style.face)
        let breaks = mark.style.maxLines > 1
        var segment = OpenSegment(start: text.glyphs.count)
        for scalar in mark.text.unicodeScalars {
            let glyph = table[scalar.value]
            guard glyph.glyph != 0 else {
                guard scalar == "\n" else { return false }
                if segment.start < text.glyphs.count { close(&segment, .never) }
                segment.isSpace = true
                close(&segment, .always)
                continue
            }
            if breaks {
                let isSpace = scalar == " "
                if isSpace != segment.isSpace, segment.start < text.glyphs.count {
                    close(&segment, isSpace ? .never : .welcome)
                }
                segment.isSpace = isSpace
            }
            text.glyphs.append(
                SetGlyph(
                    id: glyph.glyph,
                    font: glyph.font,
                    advance: MicroEm(glyph.advance) * 1000,
                    xOffset: 0,
                    yOffset: 0
                )
            )
            segment.add(glyph)
            if breaks, let chance = LineBreaking.chance(afterCommon: scalar) {
                close(&segment, chance)
            }
        }
        if segment.start < text.glyphs.count { close(&segment, .never) }
        return true
    }

    private mutating func close(_ segment: inout OpenSegment, _ chance: BreakChance) {
        let end = text.glyphs.count
        segments.append(
            Segment(
                glyphs: segment.start..<end,
                width: segment.width * 1000,
                top: segment.top * 1000,
                bottom: segment.bottom * 1000,
                level: 0,
                base: 0,
                isSpace: segment.isSpace,
                breakAfter: chance,
                isPlain: true,
                span: nil
            )
        )
        segment = OpenSegment(start: end)
    }
}

/// A segment that is still growing, in thousandths of the em square.
struct OpenSegment {
    let start: Int
    var width = 0
    var top = 0
    var bottom = 0
    var isSpace = false

    init(start: Int) {
        self.start = start
    }

    mutating func add(_ glyph: FastGlyph) {
        width += Int(glyph.advance)
        top = max(top, Int(glyph.top))
        bottom = min(bottom, Int(glyph.bottom))
    }
}
