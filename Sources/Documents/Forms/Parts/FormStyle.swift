/// The type and rules of every form: one scale, so that the set looks like one hand's work.
enum FormStyle {
    static let hairline = Length.points(0.25)
    static let thin = Length.points(0.5)
    static let heavy = Length.points(1.4)

    /// What stands beside a field: the office's wording bold, the French one not.
    static func caption(_ face: Face, _ points: Double) -> TextStyle {
        TextStyle(face, points: points, shrinkTo: min(points, 4.1), align: .left, leading: 106)
    }

    static func prose(_ points: Double, face: Face = .sans, lines: Int) -> TextStyle {
        TextStyle(face, points: points, shrinkTo: points * 0.86, maxLines: lines, leading: 112)
    }

    /// What the sender stated.
    static func entry(
        _ points: Double = 8.5,
        least: Double = 5.4,
        face: Face = .sans,
        align: Alignment = .start,
        vertical: VerticalAlignment = .middle,
        lines: Int = 1
    ) -> TextStyle {
        TextStyle(
            face,
            points: points,
            shrinkTo: min(least, points),
            align: align,
            vertical: vertical,
            maxLines: lines,
            leading: 114
        )
    }

    /// Figures: against the right edge, so that decimal points stand below each other.
    static func figures(_ points: Double = 8.5, least: Double = 5.4) -> TextStyle {
        TextStyle(
            .sans,
            points: points,
            shrinkTo: least,
            align: .right,
            vertical: .middle,
            maxLines: 1
        )
    }

    static func heading(
        _ points: Double,
        face: Face = .bold,
        align: Alignment = .left,
        vertical: VerticalAlignment = .middle
    ) -> TextStyle {
        TextStyle(
            face,
            points: points,
            shrinkTo: points * 0.5,
            align: align,
            vertical: vertical,
            maxLines: 1
        )
    }
}
