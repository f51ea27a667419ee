import CHarfBuzz

/// Which font of a face sets which character: the first of its fallback that has it.
///
/// Prepared when fonts are taken in and kept as an asset, so that nothing opens a hundred
/// fonts to look for one character.
struct Coverage: Hashable, Sendable {
    struct Span: Hashable, Sendable {
        let first: UInt32
        let last: UInt32
        /// Index into the edition's fonts.
        let font: UInt16
    }

    /// In ascending order, not overlapping.
    private let spans: [Span]

    /// The font for a character, or nil where none has it.
    ///
    /// - Complexity: O(log spans).
    func font(for scalar: UInt32) -> Int? {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].last < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < spans.count, spans[low].first <= scalar else { return nil }
        return Int(spans[low].font)
    }

    /// The coverage of fonts in their order of fallback.
    init(of fonts: [(index: Int, font: ShapingFont)]) {
        let covered = unsafe hb_set_create()
        defer { unsafe hb_set_destroy(covered) }
        var spans: [Span] = []
        for (index, font) in fonts {
            let fresh = unsafe font.characters()
            defer { unsafe hb_set_destroy(fresh) }
            unsafe hb_set_subtract(fresh, covered)
            var first: UInt32 = UInt32.max
            var last: UInt32 = UInt32.max
            while unsafe hb_set_next_range(fresh, &first, &last) != 0 {
                spans.append(Span(first: first, last: last, font: UInt16(index)))
            }
            unsafe hb_set_union(covered, fresh)
        }
        self.spans = spans.sorted { $0.first < $1.first }
    }

    /// Ten bytes a span: first, last and font, little-endian.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        for span in spans {
            writer.put(span.first)
            writer.put(span.last)
            writer.put(span.font)
        }
        return writer.bytes
    }

    init?(bytes: [UInt8]) {
        guard bytes.count % 10 == 0 else { return nil }
        var reader = ByteReader(bytes)
        var spans: [Span] = []
        spans.reserveCapacity(bytes.count / 10)
        for _ in 0..<(bytes.count / 10) {
            guard let first = reader.uint32(), let last = reader.uint32(),
                let font = reader.uint16()
            else { return nil }
            spans.append(Span(first: first, last: last, font: font))
        }
        self.spans = spans
    }
}
