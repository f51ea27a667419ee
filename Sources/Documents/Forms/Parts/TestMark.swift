/// What tells a test document from a real one: on the form itself, never across a bar code or a
/// value.
enum TestMark {
    /// A black band with TEST in white, and in both languages that the paper is worth nothing.
    static func band(in box: Box, with pen: inout FormPen) {
        pen.add(.rectangle(Rectangle(box, fill: .black)))
        let words = [pen.languages.first, pen.languages.second]
            .map { CommonTexts.notForPosting[$0] }
        // The word above its explanation in a square, beside it in a strip.
        let isStrip = box.width > box.height * 4
        let word =
            isStrip
            ? Size(width: box.width * 36 / 100, height: box.height)
            : Size(width: box.width, height: box.height * 52 / 100)
        pen.text(
            CommonTexts.test[pen.languages.first],
            in: Box(origin: box.origin, size: word),
            white(.bold, points: min(15, Double(word.height.value) / 25_400 * 72))
        )
        let rest = Box(
            origin: Point(
                x: box.left + (isStrip ? word.width : .zero),
                y: box.top + (isStrip ? box.height * 8 / 100 : word.height)
            ),
            size: Size(
                width: isStrip ? box.width - word.width : box.width,
                height: isStrip
                    ? box.height * 84 / 100 : box.height - word.height - .micrometres(200)
            )
        )
        let line = rest.height / 2
        for (index, word) in words.enumerated() {
            let place = Box(
                origin: Point(x: rest.left, y: rest.top + line * index),
                size: Size(width: rest.width, height: line)
            )
            pen.text(
                word,
                in: place.inset(x: .millimetres(0.5), y: .zero),
                white(.sans, points: min(6, Double(line.value) / 25_400 * 72 * 0.82))
            )
        }
    }

    private static func white(
        _ face: Face,
        points: Double
    ) -> TextStyle {
        TextStyle(
            face,
            points: points,
            shrinkTo: points * 0.4,
            align: .centre,
            vertical: .middle,
            leading: 100,
            ink: .white
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
                ink: .grey(13)
            )
        )
    }
}
