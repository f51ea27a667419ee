import Mail

/// CN 22, the customs declaration of 74 × 105 mm for letter post.
///
/// The form's body is a ``CN22Panel``, which a label bears too.
struct CN22 {
    static let size = Size.millimetres(74, 105)

    let hasBack: Bool

    private static let panel = CN22Panel(x: 3, y: 30.4, width: 68, height: 71.6, points: 4.9)

    func draw(with pen: inout FormPen, _ mode: Mode) {
        let title = CommonTexts.customsDeclaration
        pen.text(
            title[pen.languages.first].uppercased(),
            in: .millimetres(3, 5.7, 50, 3),
            FormStyle.heading(7.4)
        )
        pen.text(
            title[pen.languages.second].uppercased(),
            in: .millimetres(3, 8.6, 50, 2.7),
            FormStyle.heading(6.2, face: .sans)
        )
        pen.text(
            CN22Texts.number[pen.languages.first],
            in: .millimetres(51, 2.6, 20, 6),
            FormStyle.heading(15, align: .right)
        )
        if mode == .test {
            TestMark.band(in: .millimetres(53, 8.7, 18, 4.7), with: &pen)
        }
        pen.caption(
            CommonTexts.mayBeOpened,
            in: .millimetres(3, 11.7, mode == .test ? 49 : 67, 2),
            points: 4.9
        )
        if hasBack {
            pen.caption(CN22Texts.important, in: .millimetres(3, 13.8, 68, 2), points: 4.7)
        }
        pen.across(16.2, from: 3, to: 71, width: .points(1))
        pen.across(Self.panel.y, from: 3, to: 71, width: FormStyle.thin)
        Self.panel.draw(with: &pen, mode)
    }

    func marks(_ paper: Paper) -> [Mark] {
        let symbol = ItemSymbol(
            paper.id,
            module: .micrometres(340),
            height: .millimetres(9.6),
            points: 7.4
        )
        let corner = Point(x: (Self.size.width - symbol.fullWidth) / 2, y: .millimetres(16.9))
        var marks: [Mark] = [
            .text(
                paper.office.operatorName,
                in: .millimetres(3, 2.6, 48, 3),
                FormStyle.entry(7, least: 4.4, face: .bold, align: .left)
            )
        ]
        marks += symbol.marks(at: corner)
        marks += Self.panel.marks(paper)
        return marks
    }
}
