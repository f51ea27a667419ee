/// Turns sheets into pictures for label printers: the same display list as the PDF, in dots.
///
/// Bars become whole dots, rules at least one; texts are set by the ``Press`` that sets them for the
/// PDF. One per thread.
final class RasterPress {
    private let press: Press
    private var stamps = GlyphStamps()
    private var grounds: [Ground: Bitmap] = [:]

    private struct Ground: Hashable {
        let name: String
        let resolution: Resolution
    }

    init(_ press: Press) {
        self.press = press
    }

    /// The dots of a sheet, without its bar codes where the printer draws those itself.
    ///
    /// - Throws: ``FitReport`` as the press does.
    func bitmap(_ sheet: Sheet, _ resolution: Resolution, bars: Bool) throws -> Bitmap {
        var bitmap = try ground(of: sheet, resolution)
        try draw(sheet.marks, size: sheet.size, on: &bitmap, resolution, bars: bars)
        return bitmap
    }

    /// The form's static part, drawn once.
    private func ground(of sheet: Sheet, _ resolution: Resolution) throws -> Bitmap {
        let blank = Bitmap(
            width: resolution.edge(sheet.size.width),
            height: resolution.edge(sheet.size.height)
        )
        guard let template = sheet.template else { return blank }
        let key = Ground(name: template.name, resolution: resolution)
        if let ground = grounds[key] { return ground }
        var bitmap = blank
        try draw(template.marks, size: sheet.size, on: &bitmap, resolution, bars: true)
        grounds[key] = bitmap
        return bitmap
    }

    private func draw(
        _ marks: [Mark],
        size: Size,
        on bitmap: inout Bitmap,
        _ resolution: Resolution,
        bars: Bool
    ) throws {
        for mark in marks {
            switch mark {
            case .rectangle(let rectangle): draw(rectangle, on: &bitmap, resolution)
            case .rule(let rule): draw(rule, on: &bitmap, resolution)
            case .bars(let code) where bars:
                BarDots(code, resolution).draw(on: &bitmap)
            case .bars, .text: continue
            }
        }
        for run in try press.lay(Sheet(size: size, marks: marks)) {
            stamps.draw(run, on: &bitmap, resolution)
        }
    }

    private func draw(_ rectangle: Rectangle, on bitmap: inout Bitmap, _ resolution: Resolution) {
        let box = rectangle.box
        if let fill = rectangle.fill, fill.percent >= 50 || fill == .white {
            bitmap.fill(
                resolution.edge(box.left)..<resolution.edge(box.right),
                resolution.edge(box.top)..<resolution.edge(box.bottom),
                black: fill != .white
            )
        }
        guard let stroke = rectangle.stroke else { return }
        let corners = [
            Point(x: box.left, y: box.top), Point(x: box.right, y: box.top),
            Point(x: box.right, y: box.bottom), Point(x: box.left, y: box.bottom),
        ]
        for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            draw(
                Rule(from: start, to: end, width: rectangle.strokeWidth, ink: stroke),
                on: &bitmap,
                resolution
            )
        }
    }

    private func draw(_ rule: Rule, on bitmap: inout Bitmap, _ resolution: Resolution) {
        guard rule.ink.percent >= 50 else { return }
        let thick = max(1, Int(resolution.exact(rule.width).rounded()))
        func span(_ from: Length, _ to: Length) -> Range<Int> {
            let (low, high) = (resolution.edge(min(from, to)), resolution.edge(max(from, to)))
            return low..<max(high, low + 1)
        }
        func stroke(_ at: Length) -> Range<Int> {
            let start = resolution.edge(at - rule.width / 2)
            return start..<start + thick
        }
        if rule.from.y == rule.to.y {
            bitmap.fill(span(rule.from.x, rule.to.x), stroke(rule.from.y))
        } else if rule.from.x == rule.to.x {
            bitmap.fill(stroke(rule.from.x), span(rule.from.y, rule.to.y))
        } else {
            slant(rule, thick: Double(thick), on: &bitmap, resolution)
        }
    }

    /// A slanted line as a polygon.
    private func slant(
        _ rule: Rule,
        thick: Double,
        on bitmap: inout Bitmap,
        _ resolution: Resolution
    ) {
        let (x1, y1) = (resolution.exact(rule.from.x), resolution.exact(rule.from.y))
        let (x2, y2) = (resolution.exact(rule.to.x), resolution.exact(rule.to.y))
        let length = ((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)).squareRoot()
        let (dx, dy) = ((y2 - y1) / length * thick / 2, (x2 - x1) / length * thick / 2)
        var outline = GlyphOutline()
        outline.move(to: .init(x: x1 + dx, y: -(y1 - dy)))
        outline.line(to: .init(x: x2 + dx, y: -(y2 - dy)))
        outline.line(to: .init(x: x2 - dx, y: -(y2 + dy)))
        outline.line(to: .init(x: x1 - dx, y: -(y1 + dy)))
        outline.close()
        guard let dots = ScanConverter.dots(outline, scale: 1, shift: 0) else { return }
        bitmap.draw(dots.bitmap, x: dots.left, y: dots.top, black: true)
    }
}
