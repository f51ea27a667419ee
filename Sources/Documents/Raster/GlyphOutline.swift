/// The shape of a glyph as closed polygons, in units of its font's em, y upwards.
///
/// Curves are already divided into straight pieces, finely enough for label printers.
struct GlyphOutline: Sendable {
    struct Point: Sendable {
        let x: Double
        let y: Double
    }

    private(set) var contours: [[Point]] = []
    private var current: [Point] = []

    /// Pieces of one curve: at 12 dots a millimetre a piece of a 14 point glyph is under two dots.
    private static let pieces = 6

    mutating func move(to point: Point) {
        close()
        current = [point]
    }

    mutating func line(to point: Point) { current.append(point) }

    mutating func quadratic(_ control: Point, to end: Point) {
        guard let start = current.last else { return }
        for piece in 1...Self.pieces {
            let t = Double(piece) / Double(Self.pieces)
            let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            current.append(
                Point(
                    x: a * start.x + b * control.x + c * end.x,
                    y: a * start.y + b * control.y + c * end.y
                )
            )
        }
    }

    mutating func close() {
        if current.count > 2 { contours.append(current) }
        current = []
    }

    /// The shape that a font draws.
    init(_ steps: [PathStep]) {
        for step in steps {
            switch step {
            case .move(let x, let y): move(to: Point(x: Double(x), y: Double(y)))
            case .line(let x, let y): line(to: Point(x: Double(x), y: Double(y)))
            case .quadratic(let controlX, let controlY, let x, let y):
                quadratic(
                    Point(x: Double(controlX), y: Double(controlY)),
                    to: Point(x: Double(x), y: Double(y))
                )
            case .close: close()
            }
        }
        close()
    }

    init() {}
}
