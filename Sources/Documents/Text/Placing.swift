extension Typesetter {
    /// Puts the lines found by ``fit(_:box:)`` at their places on the sheet.
    mutating func place(_ mark: TextMark, size: Int) {
        let first = firstBaseline(mark.style.vertical, box: mark.box, size: size)
        for line in lines where !line.segments.isEmpty {
            let base = segments[line.segments.lowerBound].base
            let slack = mark.box.width.value - line.width * size / 1_000_000
            let x = mark.box.left.value + shift(mark.style.align, slack: slack, base: base)
            put(line, x: x, y: first + line.drop, size: size)
        }
    }

    private func shift(_ align: Alignment, slack: Int, base: UInt8) -> Int {
        switch align {
        case .left: 0
        case .start: base & 1 == 1 ? slack : 0
        case .centre: slack / 2
        case .right: slack
        }
    }

    /// The first baseline from the top of the sheet; moved only as far as ink would leave the box.
    private func firstBaseline(_ vertical: VerticalAlignment, box: Box, size: Int) -> Int {
        guard let first = lines.first, let last = lines.last else { return box.top.value }
        let height = box.height.value
        var y =
            switch vertical {
            case .top: micrometres(LineMetrics.ascent, size)
            case .middle: (height - last.drop + micrometres(LineMetrics.capHeight, size)) / 2
            case .bottom: height - last.drop - micrometres(LineMetrics.descent, size)
            }
        y = min(y, height - last.drop - micrometres(-last.bottom, size))
        y = max(y, micrometres(first.top, size))
        return box.top.value + y
    }

    private mutating func put(_ line: Line, x: Int, y: Int, size: Int) {
        if segments[line.segments].allSatisfy({ $0.level == 0 && $0.isPlain && $0.span == nil }) {
            let first = segments[line.segments.lowerBound].glyphs.lowerBound
            let end = segments[line.segments.upperBound - 1].glyphs.upperBound
            text.pieces.append(
                Piece(glyphs: first..<end, x: x, y: y, size: size, isPlain: true, span: nil)
            )
            return
        }
        var pen = 0
        for index in visualOrder(line.segments) {
            let segment = segments[index]
            text.pieces.append(
                Piece(
                    glyphs: segment.glyphs,
                    x: x + pen * size / 1_000_000,
                    y: y,
                    size: size,
                    isPlain: segment.isPlain,
                    span: segment.span
                )
            )
            pen += segment.width
        }
    }

    /// Unicode Standard Annex 9, rule L2: from the highest level to the lowest odd one, reverse.
    private func visualOrder(_ range: Range<Int>) -> [Int] {
        var order = Array(range)
        let levels = range.map { segments[$0].level }
        guard let highest = levels.max(), highest > 0 else { return order }
        for level in stride(from: highest, through: 1, by: -1) {
            var start = 0
            while start < order.count {
                guard segments[order[start]].level >= level else {
                    start += 1
                    continue
                }
                var end = start
                while end < order.count, segments[order[end]].level >= level { end += 1 }
                order[start..<end].reverse()
                start = end
            }
        }
        return order
    }
}
