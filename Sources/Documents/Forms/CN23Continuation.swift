import Mail

/// A further sheet of a CN 23 or CP 72, for the lines the first has no room for.
///
/// It bears neither bar code nor item number: the number of further forms is obliterated (CP 72
/// instructions), so a scanner never meets the same item twice.
struct CN23Continuation {
    let part: CN23.Part

    init(_ part: CN23.Part) { self.part = part }

    static let table = ContentTable(top: 29.4, bottom: 130.4)

    private static let middle = 103.0
    private static let bottom = 143.0

    func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.ground(
                in: .millimetres(5, Self.table.rowsTop + 20, 96, 50),
                points: 96,
                with: &pen
            )
        }
        FormHead.draw(
            CommonTexts.customsDeclaration,
            number: CN23Texts.number,
            part: part == .partOfCP72 ? CP71Texts.setNumber : nil,
            with: &pen,
            mode
        )
        pen.caption(CommonTexts.from, in: .millimetres(5, 16.6, 96, 2.6), points: 6)
        pen.caption(CommonTexts.to, in: .millimetres(Self.middle + 1.4, 16.6, 70, 2.6), points: 6)
        pen.down(Self.middle, from: FormHead.bottom, to: Self.table.top)
        Self.table.draw(with: &pen)
        pen.stacked(CN23Texts.continuation, in: .millimetres(5, 131.6, 60, 5.4), points: 6.4)
        pen.down(Self.middle, from: Self.table.bottom, to: Self.bottom)
        pen.caption(
            CommonTexts.dateAndSignature,
            in: .millimetres(Self.middle + 1.4, 131.4, 100, 2.4),
            number: "15"
        )
        pen.across(139.2, from: Self.middle + 25, to: FormHead.right)
        pen.across(Self.bottom, from: FormHead.left, to: FormHead.right, width: FormStyle.thin)
    }

    /// What one such sheet says; the form itself counts as sheet 1.
    func marks(
        _ paper: Paper,
        _ rows: Range<Int>,
        _ heights: [Length],
        sheet: Int,
        of sheets: Int
    ) -> [Mark] {
        let style = FormStyle.entry(8.5, least: 4.6, align: .left)
        var marks = [FormHead.operatorName(paper)]
        for (party, left) in [
            (paper.item.sender, 5.0), (paper.item.addressee, Self.middle + 1.4),
        ] {
            let names = [party.name, party.company].compactMap { $0 }.joined(separator: ", ")
            marks.append(
                .text(
                    names,
                    in: .millimetres(left, 19.6, 96, 4.2),
                    FormStyle.entry(8.5, least: 4, face: .bold, align: .left, lines: 2)
                )
            )
            marks.append(
                .text(
                    paper.languages.country(party.country),
                    in: .millimetres(left, 24, 96, 4.2),
                    style
                )
            )
        }
        marks += Self.table.marks(
            paper.declaration.lines[rows],
            heights,
            first: rows.lowerBound,
            paper.languages.first
        )
        marks.append(
            .text(
                "\(sheet)/\(sheets)",
                in: .millimetres(66, 131.6, 34, 6),
                FormStyle.heading(13, align: .right)
            )
        )
        marks.append(
            .text(
                paper.day.text,
                in: .millimetres(Self.middle + 1.4, 135.6, 22, 3.6),
                style
            )
        )
        return marks
    }
}
