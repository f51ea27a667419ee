/// The back of a CN 22: how it is completed.
enum CN22Back {
    static func draw(with pen: inout FormPen) {
        let languages = [pen.languages.first, pen.languages.second]
        let height = 46.4
        for (index, language) in languages.enumerated() {
            var y = 4 + Double(index) * 50
            if index > 0 { pen.across(y - 1.8, from: 3, to: 71) }
            pen.text(
                "\(CN22Texts.number[language]) · \(CN22BackTexts.title[language])",
                in: .millimetres(3, y, 68, 3.2),
                FormStyle.heading(7)
            )
            y += 4
            let paragraphs = CN22BackTexts.paragraphs.map { $0[language] }.joined(separator: "\n")
            pen.text(
                paragraphs,
                in: .millimetres(3, y, 68, height - 4),
                TextStyle(
                    .sans,
                    points: 6.4,
                    shrinkTo: 4.8,
                    align: .left,
                    maxLines: 30,
                    leading: 122
                )
            )
        }
    }
}
