import CHarfBuzz

/// Shapes runs of complex scripts with HarfBuzz; one per thread, its buffer is reused.
@safe
final class Shaper {
    private let buffer: OpaquePointer
    /// Never the machine's language: the same text must shape alike everywhere.
    private let language: OpaquePointer?
    /// No optional ligatures in text that runs to the left: readers turn single letters round
    /// well, and ligatures badly.
    private let separateLetters = ["liga", "clig"]
        .map { name in
            let tag = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return hb_feature_t(tag: tag, value: 0, start: 0, end: UInt32.max)
        }

    init() {
        guard let made = unsafe hb_buffer_create() else {
            preconditionFailure("no memory for a shaping buffer")
        }
        unsafe buffer = made
        unsafe language = hb_language_from_string("und", -1)
    }

    deinit {
        unsafe hb_buffer_destroy(buffer)
    }

    /// Appends the glyphs of `scalars[range]`, in visual order, seen in the whole paragraph.
    ///
    /// - Throws: ``TextFlaw/noGlyph(_:)`` where the font turns out to lack what shaping needs.
    func shape(
        _ scalars: [UInt32],
        range: Range<Int>,
        level: UInt8,
        ref: FontRef,
        font: ShapingFont,
        into text: inout SetText
    ) throws(TextFlaw) -> Segment {
        unsafe hb_buffer_clear_contents(buffer)
        unsafe hb_buffer_add_utf32(
            buffer,
            scalars,
            Int32(scalars.count),
            UInt32(range.lowerBound),
            Int32(range.count)
        )
        unsafe hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
        let direction = level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR
        unsafe hb_buffer_set_direction(buffer, direction)
        unsafe hb_buffer_set_language(buffer, language)
        unsafe hb_buffer_guess_segment_properties(buffer)
        let features = level & 1 == 1 ? separateLetters : []
        unsafe hb_shape(font.font, buffer, features, UInt32(features.count))
        var count: UInt32 = 0
        let infos = unsafe UnsafeBufferPointer(
            start: hb_buffer_get_glyph_infos(buffer, &count),
            count: Int(count)
        )
        let places = unsafe UnsafeBufferPointer(
            start: hb_buffer_get_glyph_positions(buffer, &count),
            count: Int(count)
        )
        let start = text.glyphs.count
        var segment = Segment.empty(at: start, level: level)
        var clusters: [Int] = []
        for index in 0..<Int(count) {
            let info = unsafe infos[index]
            let place = unsafe places[index]
            let cluster = Int(info.cluster)
            guard info.codepoint != 0 else {
                throw .noGlyph(Unicode.Scalar(scalars[cluster]) ?? "\u{FFFD}")
            }
            clusters.append(cluster)
            let glyph = font.glyph(UInt16(truncatingIfNeeded: info.codepoint), ref: ref, place)
            segment.add(glyph, of: font)
            text.glyphs.append(glyph)
        }
        segment.glyphs = start..<text.glyphs.count
        let needsSpan = noteMeanings(segment, font, clusters, scalars, range, &text)
        if needsSpan { segment.span = text.addSpan(utf16(scalars[range])) }
        return segment
    }

    /// Notes what each glyph stands for; true where one by one they do not tell the text.
    private func noteMeanings(
        _ segment: Segment,
        _ font: ShapingFont,
        _ clusters: [Int],
        _ scalars: [UInt32],
        _ range: Range<Int>,
        _ text: inout SetText
    ) -> Bool {
        let starts = Set(clusters).sorted() + [range.upperBound]
        var needsSpan = starts.first != range.lowerBound
        for (start, end) in zip(starts, starts.dropFirst()) {
            let whole = scalars[start..<end]
            let isLeftward = segment.level & 1 == 1
            let inOrder = clusters.indices.filter { clusters[$0] == start }
            let glyphs = isLeftward ? inOrder.reversed() : inOrder
            let tells = glyphs.count == 1 || isLeftward && glyphs.count <= whole.count
            for (place, offset) in glyphs.enumerated() {
                let glyph = text.glyphs[segment.glyphs.lowerBound + offset]
                let isLast = place == glyphs.count - 1
                let from = whole.startIndex + place
                let meaning =
                    tells
                    ? Array(whole[from..<(isLast ? whole.endIndex : from + 1)])
                    : font.scalars(of: glyph.id, in: whole)
                let agrees = text.meanings.note(
                    glyph.id,
                    of: glyph.font,
                    means: utf16(meaning)
                )
                needsSpan = needsSpan || !tells || !agrees
            }
        }
        return needsSpan
    }
}

extension ShapingFont {
    /// The character of a cluster that a glyph shows by itself, for readers without spans.
    fileprivate func scalars(of id: UInt16, in cluster: ArraySlice<UInt32>) -> [UInt32] {
        cluster.first { glyph(of: $0) == id }.map { [$0] } ?? []
    }

    fileprivate func glyph(
        _ id: UInt16,
        ref: FontRef,
        _ place: hb_glyph_position_t
    ) -> SetGlyph {
        SetGlyph(
            id: id,
            font: ref,
            advance: facts.microEm(Int(place.x_advance)),
            xOffset: facts.microEm(Int(place.x_offset)),
            yOffset: facts.microEm(Int(place.y_offset))
        )
    }
}

extension Segment {
    fileprivate mutating func add(_ glyph: SetGlyph, of font: ShapingFont) {
        let ink = font.ink(of: glyph.id)
        let rise = Int(glyph.yOffset)
        width += Int(glyph.advance)
        top = max(top, Int(font.facts.microEm(ink.top)) + rise)
        bottom = min(bottom, Int(font.facts.microEm(ink.bottom)) + rise)
        let own = font.facts.microEm(font.advance(of: glyph.id))
        isPlain = isPlain && glyph.xOffset == 0 && rise == 0 && glyph.advance == own
    }
}
