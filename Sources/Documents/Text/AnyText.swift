extension Typesetter {
    /// Sets a text with characters outside the common repertoire, paragraph by paragraph.
    ///
    /// - Throws: ``TextFlaw/noGlyph(_:)``; ``AssetFault`` when a font cannot be opened.
    mutating func setAny(_ mark: TextMark) throws {
        let paragraphs = mark.text.unicodeScalars.split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        for (index, paragraph) in paragraphs.enumerated() {
            if index > 0 { segments.append(.lineBreak(at: text.glyphs.count)) }
            let resolver = FontResolver(library: library, face: mark.style.face)
            let characters = try resolver.resolve(paragraph.map(\.value))
            guard !characters.isEmpty else { continue }
            try setParagraph(characters, style: mark.style)
        }
    }

    private mutating func setParagraph(_ characters: [ResolvedCharacter], style: TextStyle) throws {
        let scalars = characters.map(\.scalar)
        let bidi = Bidi(scalars)
        var start = 0
        for index in characters.indices {
            let next = index + 1
            var chance = BreakChance.never
            var ends = next == characters.count
            if !ends {
                if style.maxLines > 1 { chance = self.chance(characters[index], characters[next]) }
                ends =
                    chance != .never || bidi.levels[index] != bidi.levels[next]
                    || !characters[index].joins(characters[next])
            }
            guard ends else { continue }
            var segment = try setRun(
                characters,
                scalars: scalars,
                range: start..<next,
                level: bidi.levels[index],
                face: style.face
            )
            segment.base = bidi.base
            segment.breakAfter = chance
            segments.append(segment)
            start = next
        }
    }

    private func chance(_ left: ResolvedCharacter, _ right: ResolvedCharacter) -> BreakChance {
        if right.clings { return .never }
        if left.isSpace { return right.isSpace ? .never : .welcome }
        if right.isSpace { return .never }
        if left.way == .common, right.way == .common, let scalar = Unicode.Scalar(left.scalar) {
            return LineBreaking.chance(afterCommon: scalar) ?? .never
        }
        return LineBreaking.chance(between: left.scalar, and: right.scalar)
    }

    private mutating func setRun(
        _ characters: [ResolvedCharacter],
        scalars: [UInt32],
        range: Range<Int>,
        level: UInt8,
        face: Face
    ) throws -> Segment {
        let first = characters[range.lowerBound]
        var segment: Segment
        switch first.way {
        case .common:
            segment = setCommonRun(scalars[range], level: level, face: face)
        case .unshaped:
            let font = try library.program(first.font).font
            segment = setUnshaped(scalars[range], level: level, ref: first.font, font: font)
        case .shaped:
            let font = try library.program(first.font).font
            segment = try shaper.shape(
                scalars,
                range: range,
                level: level,
                ref: first.font,
                font: font,
                into: &text
            )
        }
        segment.isSpace = characters[range].allSatisfy(\.isSpace)
        return segment
    }

    /// A run of the common repertoire inside other text: same glyphs as when it stands alone.
    private mutating func setCommonRun(
        _ run: ArraySlice<UInt32>,
        level: UInt8,
        face: Face
    ) -> Segment {
        let table = library.table(of: face)
        let start = text.glyphs.count
        var open = OpenSegment(start: start)
        for scalar in visual(run, level: level) {
            let glyph = table[scalar]
            text.glyphs.append(
                SetGlyph(
                    id: glyph.glyph,
                    font: glyph.font,
                    advance: MicroEm(glyph.advance) * 1000,
                    xOffset: 0,
                    yOffset: 0
                )
            )
            open.add(glyph)
        }
        return Segment(
            glyphs: start..<text.glyphs.count,
            width: open.width * 1000,
            top: open.top * 1000,
            bottom: open.bottom * 1000,
            level: level,
            base: 0,
            isSpace: false,
            breakAfter: .never,
            isPlain: true,
            span: nil
        )
    }

    /// A run whose script needs no shaping: one glyph a character.
    private mutating func setUnshaped(
        _ run: ArraySlice<UInt32>,
        level: UInt8,
        ref: FontRef,
        font: ShapingFont
    ) -> Segment {
        let start = text.glyphs.count
        var segment = Segment.empty(at: start, level: level)
        var agrees = true
        for scalar in visual(run, level: level) {
            let id = font.glyph(of: scalar) ?? 0
            let advance = font.facts.microEm(font.advance(of: id))
            let ink = font.ink(of: id)
            text.glyphs.append(
                SetGlyph(id: id, font: ref, advance: advance, xOffset: 0, yOffset: 0)
            )
            segment.width += Int(advance)
            segment.top = max(segment.top, Int(font.facts.microEm(ink.top)))
            segment.bottom = min(segment.bottom, Int(font.facts.microEm(ink.bottom)))
            agrees = text.meanings.note(id, of: ref, means: utf16([scalar])) && agrees
        }
        segment.glyphs = start..<text.glyphs.count
        if !agrees { segment.span = text.addSpan(utf16(run)) }
        return segment
    }

    private func visual(_ run: ArraySlice<UInt32>, level: UInt8) -> [UInt32] {
        level & 1 == 1 ? run.reversed().map(Bidi.mirror) : Array(run)
    }
}

extension Segment {
    static func empty(at start: Int, level: UInt8) -> Segment {
        Segment(
            glyphs: start..<start,
            width: 0,
            top: 0,
            bottom: 0,
            level: level,
            base: 0,
            isSpace: false,
            breakAfter: .never,
            isPlain: true,
            span: nil
        )
    }

    static func lineBreak(at start: Int) -> Segment {
        var segment = empty(at: start, level: 0)
        segment.isSpace = true
        segment.breakAfter = .always
        return segment
    }
}

extension SetText {
    mutating func addSpan(_ units: [UInt16]) -> Int {
        spans.append(units)
        return spans.count - 1
    }
}

/// The UTF-16 of scalar values.
func utf16(_ scalars: some Sequence<UInt32>) -> [UInt16] {
    scalars.compactMap(Unicode.Scalar.init).flatMap { UTF16.encode($0).map { Array($0) } ?? [] }
}

extension FontFacts {
    func microEm(_ units: Int) -> MicroEm {
        MicroEm(units * 1_000_000 / unitsPerEm)
    }
}
