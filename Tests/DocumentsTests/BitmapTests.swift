import Testing

@testable import Documents

/// Dots are where they were put, and nowhere else.
struct BitmapTests {
    @Test("fills whole dots", arguments: [(0, 1), (3, 9), (7, 8), (8, 16), (0, 20), (-4, 40)])
    func fills(from left: Int, to right: Int) {
        var bitmap = Bitmap(width: 20, height: 3)
        bitmap.fill(left..<right, 1..<2)
        for y in 0..<3 {
            for x in -2..<24 {
                let inside = y == 1 && x >= max(0, left) && x < min(20, right)
                #expect(bitmap.isBlack(x, y) == inside, "dot \(x), \(y)")
            }
        }
        bitmap.fill(0..<20, 0..<3, black: false)
        #expect(bitmap.inked == nil)
    }

    @Test("draws a picture anywhere", arguments: [-5, -1, 0, 1, 7, 8, 11, 17, 19, 25])
    func draws(at x: Int) {
        var stamp = Bitmap(width: 10, height: 2)
        stamp.fill(0..<10, 0..<1)
        stamp.fill(9..<10, 1..<2)
        var bitmap = Bitmap(width: 20, height: 4)
        bitmap.draw(stamp, x: x, y: 1)
        for y in 0..<4 {
            for column in 0..<24 {
                let expected = column < 20 && stamp.isBlack(column - x, y - 1)
                #expect(bitmap.isBlack(column, y) == expected, "dot \(column), \(y)")
            }
        }
    }

    @Test("fills an outline where at least half a dot is covered, and leaves holes open")
    func outline() throws {
        var outline = GlyphOutline()
        for (low, high) in [(0.0, 80.0), (70.0, 10.0)] {
            outline.move(to: .init(x: low, y: 0 + min(low, high)))
            outline.line(to: .init(x: high, y: 0 + min(low, high)))
            outline.line(to: .init(x: high, y: max(low, high)))
            outline.line(to: .init(x: low, y: max(low, high)))
            outline.close()
        }
        let dots = try #require(ScanConverter.dots(outline, scale: 0.1, shift: 0.25))
        #expect((dots.left, dots.top) == (0, -8))
        for y in 0..<8 {
            for x in 0..<9 {
                let hole = (1..<7).contains(x) && (1..<7).contains(y)
                #expect(dots.bitmap.isBlack(x, y) == (x < 8 && !hole), "dot \(x), \(y)")
            }
        }
    }
}
