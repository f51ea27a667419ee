import Mail

/// The category boxes of CN 22 and CN 23: three columns of two.
struct CategoryBoxes {
    private let boxes: TickBoxes
    private let column: Double
    private let row: Double
    private let points: Double

    init(x: Double, y: Double, width: Double, row: Double, points: Double) {
        let column = width / 3
        boxes = TickBoxes(
            corners: (0..<6).map { (x + Double($0 / 2) * column, y + Double($0 % 2) * row) }
        )
        self.column = column
        self.row = row
        self.points = points
    }

    func draw(with pen: inout FormPen) {
        boxes.draw(with: &pen)
        for (corner, box) in zip(boxes.corners, CategoryTexts.boxes) {
            let left = corner.x + TickBoxes.side + 0.9
            pen.stacked(
                box.text,
                in: .millimetres(
                    left,
                    corner.y - 0.9,
                    column - TickBoxes.side - 1.6,
                    row - 0.1
                ),
                points: points
            )
        }
    }

    func cross(_ nature: Nature) -> [Mark] {
        let box = CategoryTexts.boxes.firstIndex { $0.nature == nature }
        // Correspondence and mixed contents have no box of their own: other, which is explained.
        return boxes.cross(box ?? CategoryTexts.boxes.count - 1)
    }
}

extension Declaration {
    /// What is written beside "other": the sender's words, else the nature itself where the form
    /// has no box for it.
    func explanation(_ languages: FormLanguages) -> String? {
        if let explanation { return explanation }
        return switch nature {
        case .correspondence: languages.inline(CategoryTexts.correspondence)
        case .mixed: languages.inline(CategoryTexts.mixed)
        default: nil
        }
    }
}
