import Mail

/// Boxes to tick, and the cross in those that apply.
struct TickBoxes {
    /// The top left corners, in millimetres, in the order of the boxes.
    let corners: [(x: Double, y: Double)]
    static let side = 2.3

    /// Draws the empty boxes of a form.
    func draw(with pen: inout FormPen) {
        for corner in corners {
            pen.frame(.millimetres(corner.x, corner.y, Self.side, Self.side))
        }
    }

    /// The cross in one of them: two strokes, so that it reads on a thermal label too.
    func cross(_ index: Int) -> [Mark] {
        let (x, y) = corners[index]
        let inset = 0.45
        let (left, right) = (x + inset, x + Self.side - inset)
        let (top, bottom) = (y + inset, y + Self.side - inset)
        return [
            .rule(
                from: .millimetres(left, top),
                to: .millimetres(right, bottom),
                width: .points(1.1)
            ),
            .rule(
                from: .millimetres(left, bottom),
                to: .millimetres(right, top),
                width: .points(1.1)
            ),
        ]
    }
}
