import Mail

/// The head of the forms of 210 × 148 mm: operator, title, number, and TEST where it is one.
enum FormHead {
    static let top = 5.0
    static let bottom = 15.6
    static let left = 5.0
    static let right = 205.0

    static func draw(
        _ title: FormText,
        number: FormText,
        part: FormText?,
        with pen: inout FormPen,
        _ mode: Mode
    ) {
        let upper = title[pen.languages.first].uppercased()
        let lower = title[pen.languages.second].uppercased()
        pen.text(
            upper,
            in: .millimetres(62, top + 0.4, 74, 4.9),
            FormStyle.heading(11, vertical: .middle)
        )
        pen.text(
            lower,
            in: .millimetres(62, top + 5.3, 74, 4.2),
            FormStyle.heading(8.5, face: .sans, vertical: .middle)
        )
        pen.stacked(
            CommonTexts.mayBeOpened,
            in: .millimetres(140, top + 5.2, 40, 4.6),
            points: 5.6
        )
        if mode == .test {
            TestMark.band(in: .millimetres(140, top - 0.4, 38, 5.2), with: &pen)
        }
        pen.text(
            number[pen.languages.first],
            in: .millimetres(181, top - 0.2, 24, part == nil ? 9.8 : 6.8),
            FormStyle.heading(part == nil ? 19 : 15, align: .right)
        )
        if let part {
            pen.text(
                part[pen.languages.first],
                in: .millimetres(181, top + 6.4, 24, 3.4),
                FormStyle.heading(7, face: .sans, align: .right)
            )
        }
        pen.across(bottom, from: left, to: right, width: FormStyle.heavy)
    }

    static func operatorName(_ paper: Paper) -> Mark {
        .text(
            paper.office.operatorName,
            in: .millimetres(left, top, 54, 9.6),
            TextStyle(
                .bold,
                points: 11,
                shrinkTo: 6,
                align: .left,
                vertical: .middle,
                maxLines: 2,
                leading: 110
            )
        )
    }
}
