/// The back of a CN 22: how it is completed, once in each language.
enum CN22Back {
    private static let left = 3.0
    private static let width = 68.0
    private static let points = 6.1
    private static let half = 49.5

    static func draw(with pen: inout FormPen) {
        for (index, language) in [pen.languages.first, pen.languages.second].enumerated() {
            var y = Length.millimetres(3.6 + Double(index) * half)
            if index > 0 {
                pen.across(2 + half, from: left, to: left + width)
            }
            pen.text(
                "\(CN22Texts.number[language])  \(CN22BackTexts.title[language])",
                in: Box(
                    origin: Point(x: .millimetres(left), y: y),
                    size: .millimetres(width, 3.2)
                ),
                FormStyle.heading(7.4)
            )
            y = y + .millimetres(4.4)
            for paragraph in CN22BackTexts.paragraphs {
                let lines = pen.lines(paragraph[language], width: .millimetres(width), points)
                let height = Length.points(points * 1.2) * lines
                pen.text(
                    paragraph[language],
                    in: Box(
                        origin: Point(x: .millimetres(left), y: y),
                        size: Size(width: .millimetres(width), height: height)
                    ),
                    TextStyle(
                        .sans,
                        points: points,
                        shrinkTo: 4.8,
                        align: .left,
                        maxLines: lines,
                        leading: 118
                    )
                )
                y = y + height + .millimetres(1)
            }
        }
    }
}
