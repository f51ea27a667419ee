/// Fills polygons with dots: a dot is black when at least half of it is covered.
///
/// Coverage is counted on eight lines a dot and exactly along each, in whole numbers, with the
/// non-zero winding rule; so the same outline gives the same dots on every machine, strokes thinner
/// than a dot do not break up at random, and no grey is left for a printer to guess about.
enum ScanConverter {
    private static let linesPerDot = 8
    /// Steps of a horizontal position within a dot.
    private static let steps = 64
    private static let half = linesPerDot * steps / 2

    private struct Crossing {
        let x: Int
        let winding: Int
    }

    /// The dots of a shape and where its top left dot lies from the shape's origin, y downwards.
    struct Dots: Sendable {
        let bitmap: Bitmap
        let left: Int
        let top: Int
    }

    /// The dots of an outline at `scale` dots a unit, its origin `shift` dots right of a dot's left
    /// edge; nothing for a shape without ink.
    static func dots(_ outline: GlyphOutline, scale: Double, shift: Double) -> Dots? {
        let contours = outline.contours.map { contour in
            contour.map { GlyphOutline.Point(x: $0.x * scale + shift, y: -$0.y * scale) }
        }
        let points = contours.joined()
        guard let minX = points.map(\.x).min(), let maxX = points.map(\.x).max(),
            let minY = points.map(\.y).min(), let maxY = points.map(\.y).max()
        else { return nil }
        let (left, top) = (Int(minX.rounded(.down)), Int(minY.rounded(.down)))
        let width = Int(maxX.rounded(.up)) - left + 1
        let height = Int(maxY.rounded(.up)) - top + 1
        guard width > 1, height > 1 else { return nil }
        let lines = crossings(of: contours, left: left, top: top, height: height)
        var bitmap = Bitmap(width: width, height: height)
        for row in 0..<height {
            var coverage = Array(repeating: 0, count: width)
            for line in lines[row * linesPerDot..<(row + 1) * linesPerDot] {
                cover(line, &coverage)
            }
            for (column, covered) in coverage.enumerated() where covered >= half {
                bitmap.fill(column..<column + 1, row..<row + 1)
            }
        }
        return Dots(bitmap: bitmap, left: left, top: top)
    }

    /// Where the edges cross each line, eight lines a row from the top.
    private static func crossings(
        of contours: [[GlyphOutline.Point]],
        left: Int,
        top: Int,
        height: Int
    ) -> [[Crossing]] {
        var lines = Array(repeating: [Crossing](), count: height * linesPerDot)
        for contour in contours {
            guard var start = contour.last else { continue }
            for end in contour {
                defer { start = end }
                let winding = start.y < end.y ? 1 : -1
                let (upper, lower) = winding > 0 ? (start, end) : (end, start)
                // A line lies in the middle of its eighth of a dot.
                let first = ((upper.y - Double(top)) * Double(linesPerDot) - 0.5).rounded(.up)
                let last = ((lower.y - Double(top)) * Double(linesPerDot) - 0.5).rounded(.up)
                guard first < last else { continue }
                let slope = (lower.x - upper.x) / (lower.y - upper.y)
                for line in Int(first)..<Int(last) {
                    let y = (Double(line) + 0.5) / Double(linesPerDot) + Double(top)
                    let x = upper.x + (y - upper.y) * slope - Double(left)
                    lines[line]
                        .append(
                            Crossing(x: Int((x * Double(steps)).rounded()), winding: winding)
                        )
                }
            }
        }
        return lines
    }

    private static func cover(_ crossings: [Crossing], _ coverage: inout [Int]) {
        var winding = 0
        var start = 0
        for crossing in crossings.sorted(by: { $0.x < $1.x }) {
            if winding == 0 { start = crossing.x }
            winding += crossing.winding
            guard winding == 0, crossing.x > start else { continue }
            for column in start / steps...(crossing.x - 1) / steps {
                let (from, to) = (max(start, column * steps), min(crossing.x, (column + 1) * steps))
                coverage[column] += to - from
            }
        }
    }
}
