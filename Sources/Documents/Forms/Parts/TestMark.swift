/// What tells a test document from a real one: on the form itself, never across a bar code or a
/// value.
enum TestMark {
    /// A black band with TEST in white, and that the paper is worth nothing.
    static func band(in box: Box, with pen: inout FormPen) {
        pen.add(.rectangle(Rectangle(box, fill: .black)))
        let word = box.height * 100 / 162
        let upper = Box(origin: box.origin, size: Size(width: box.width, height: word))
        let lower = Box(
            origin: Point(x: box.left, y: box.top + word),
            size: Size(width: box.width, height: box.height - word)
        )
        let points = Double(word.value) / 25_400 * 72
        pen.text(
            CommonTexts.test[pen.languages.first],
            in: upper,
            TextStyle(
                .bold,
                points: points * 0.86,
                shrinkTo: 4,
                align: .centre,
                vertical: .middle,
                leading: 100,
                ink: .white
            )
        )
        pen.text(
            pen.languages.inline(CommonTexts.notForPosting),
            in: lower.inset(x: .millimetres(0.6), y: .zero),
            TextStyle(
                .sans,
                points: min(5, points * 0.5),
                shrinkTo: 2.5,
                align: .centre,
                vertical: .top,
                leading: 100,
                ink: .white
            )
        )
    }

    /// A pale TEST behind a part of the form that holds no bar code.
    static func ground(in box: Box, points: Double, with pen: inout FormPen) {
        pen.text(
            CommonTexts.test[pen.languages.first],
            in: box,
            TextStyle(
                .bold,
                points: points,
                shrinkTo: points * 0.4,
                align: .centre,
                vertical: .middle,
                leading: 100,
                ink: .grey(14)
            )
        )
    }
}
