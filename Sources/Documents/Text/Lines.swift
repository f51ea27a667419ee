/// One line of a text: segments without the spaces at its end, and their ink.
struct Line {
    var segments: Range<Int>
    var width: Int
    var top: Int
    var bottom: Int
    /// Distance of its baseline below the first one, in micrometres.
    var drop = 0
}

/// How far above and below a baseline ordinary text reaches, in millionths of the em square.
///
/// Baselines follow from these and not from the letters of one text, so that neighbouring
/// fields stand on one line; only ink that would leave the box moves its text.
enum LineMetrics {
    static let ascent = 950_000
    static let descent = 240_000
    static let capHeight = 714_000
    /// White between the ink of two lines, where marks would touch.
    static let gap = 20_000
    /// How much smaller the next size is that is tried, in micrometres: a quarter of a point.
    static let step = 88
}

extension Typesetter {
    /// Finds the largest size between wish and minimum at which the segments fit, and its lines.
    ///
    /// - Throws: ``TextFlaw/doesNotFit(measured:available:)``.
    mutating func fit(_ style: TextStyle, box: Box) throws(TextFlaw) -> Int {
        let smallest = style.minimum.value
        var size = style.size.value
        if style.maxLines == 1, segments.count == 1, segments[0].width > 0 {
            // The size that just fits follows from the width: nothing to try out.
            let exact = box.width.value * 1_000_000 / segments[0].width
            size = max(smallest, min(size, exact))
        }
        while true {
            if lay(style, box: box, size: size) { return size }
            guard size > smallest else { break }
            size = max(smallest, size - LineMetrics.step)
        }
        throw .doesNotFit(measured: measure(style, size: smallest), available: box.size)
    }

    /// Whether a text of the common repertoire fits on one line of the smallest size.
    ///
    /// Then it fits at that size at least, however ``fit(_:box:)`` sets it. False says nothing.
    func surelyFits(_ mark: TextMark) -> Bool {
        let table = library.table(of: mark.style.face)
        var ink = OpenSegment(start: 0)
        for scalar in mark.text.unicodeScalars {
            let glyph = table[scalar.value]
            guard glyph.glyph != 0 else { return false }
            ink.add(glyph)
        }
        let size = mark.style.minimum.value
        let height = micrometres(ink.top * 1000, size) + micrometres(-ink.bottom * 1000, size)
        return ink.width * 1000 <= mark.box.width.value * 1_000_000 / size
            && height <= mark.box.height.value
    }

    /// Breaks and stacks the lines at one size; false when they do not fit.
    private mutating func lay(_ style: TextStyle, box: Box, size: Int) -> Bool {
        let room = box.width.value * 1_000_000 / size
        guard breakLines(room: room), lines.count <= Int(style.maxLines) else { return false }
        stack(leading: Int(style.leading), size: size)
        return inkHeight(size: size) <= box.height.value
    }

    /// Fills lines greedily; false when a part that cannot be broken is wider than the box.
    private mutating func breakLines(room: Int) -> Bool {
        lines.removeAll(keepingCapacity: true)
        var start = 0
        var fits = true
        while start < segments.count {
            let end = lineEnd(from: start, room: room)
            let line = trimmed(start..<end)
            fits = fits && line.width <= room
            lines.append(line)
            start = end
        }
        return fits
    }

    /// One past the last segment of the line that begins at `start`.
    private func lineEnd(from start: Int, room: Int) -> Int {
        var width = 0
        var best: (end: Int, chance: BreakChance)?
        for index in start..<segments.count {
            let segment = segments[index]
            width += segment.width
            if width > room, !segment.isSpace {
                if let best { return best.end }
            }
            switch segment.breakAfter {
            case .never: continue
            case .always: return index + 1
            case .emergency, .welcome:
                if segment.breakAfter >= best?.chance ?? .never {
                    best = (index + 1, segment.breakAfter)
                }
            }
            if width > room, let best, !segment.isSpace { return best.end }
        }
        return segments.count
    }

    private func trimmed(_ range: Range<Int>) -> Line {
        var end = range.upperBound
        while end > range.lowerBound, segments[end - 1].isSpace { end -= 1 }
        var line = Line(segments: range.lowerBound..<end, width: 0, top: 0, bottom: 0)
        for segment in segments[range.lowerBound..<end] {
            line.width += segment.width
            line.top = max(line.top, segment.top)
            line.bottom = min(line.bottom, segment.bottom)
        }
        return line
    }

    /// Gives every line its distance from the first: the leading, or more where ink would touch.
    private mutating func stack(leading: Int, size: Int) {
        var drop = 0
        for index in lines.indices.dropFirst() {
            let touching = lines[index].top - lines[index - 1].bottom + LineMetrics.gap
            let wanted = max(leading * 10_000, touching)
            drop += micrometres(wanted, size)
            lines[index].drop = drop
        }
    }

    func inkHeight(size: Int) -> Int {
        guard let first = lines.first, let last = lines.last else { return 0 }
        return micrometres(first.top, size) + last.drop + micrometres(-last.bottom, size)
    }

    private mutating func measure(_ style: TextStyle, size: Int) -> Size {
        _ = breakLines(room: Int.max / 2)
        let widest = segments.lazy.filter { !$0.isSpace }.map(\.width).max() ?? 0
        let single = lines.map(\.width).max() ?? 0
        let width = style.maxLines == 1 ? single : widest
        stack(leading: Int(style.leading), size: size)
        return Size(
            width: .micrometres(micrometres(width, size)),
            height: .micrometres(inkHeight(size: size))
        )
    }

    /// Millionths of the em square at a size, in micrometres, rounded up.
    func micrometres(_ units: Int, _ size: Int) -> Int {
        (units * size + 999_999) / 1_000_000
    }
}
