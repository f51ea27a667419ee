import Mail

/// The body of a CN 22: category, contents, totals, declaration, signature.
///
/// It is drawn on the form of 74 × 105 mm and, wider, on the item's label.
struct CN22Panel {
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    /// The type size of captions.
    let points: Double

    private var right: Double { x + width }
    private var bottom: Double { y + height }

    // Heights from the top: category, its explanation, column heads, rows, totals, declaration.
    private var headsTop: Double { y + 13.4 }
    private var rowsTop: Double { headsTop + 5.2 }
    private var signatureTop: Double { bottom - 6.6 }
    private var declarationTop: Double { signatureTop - (width < 80 ? 14.6 : 12.4) }
    private var totalsTop: Double { declarationTop - 5.8 }

    private var tariffLeft: Double { right - 15 }
    private var valueLeft: Double { tariffLeft - 14.4 }
    private var weightLeft: Double { valueLeft - 11.4 }

    private var categories: CategoryBoxes {
        CategoryBoxes(x: x, y: y + 1.5, width: width, row: 4.5, points: points)
    }

    func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.ground(
                in: .millimetres(x, rowsTop, weightLeft - x, totalsTop - rowsTop),
                points: 40,
                with: &pen
            )
        }
        categories.draw(with: &pen)
        pen.across(headsTop, from: x, to: right, width: FormStyle.thin)
        pen.across(rowsTop, from: x, to: right)
        pen.across(totalsTop, from: x, to: right, width: FormStyle.thin)
        pen.across(declarationTop, from: x, to: right, width: FormStyle.thin)
        pen.across(signatureTop, from: x, to: right)
        pen.across(bottom, from: x, to: right, width: FormStyle.thin)
        for edge in [weightLeft, valueLeft] {
            pen.down(edge, from: headsTop, to: declarationTop)
        }
        pen.down(tariffLeft, from: headsTop, to: totalsTop)
        drawHeads(with: &pen)
        drawTotals(with: &pen)
        let declaration = CN22Texts.declaration
        let half = (signatureTop - declarationTop - 1) / 2
        for (index, language) in [pen.languages.first, pen.languages.second].enumerated() {
            pen.text(
                declaration[language],
                in: .millimetres(x, declarationTop + 0.6 + Double(index) * half, width, half),
                FormStyle.prose(points, face: index == 0 ? .bold : .sans, lines: 6)
            )
        }
        pen.caption(
            CommonTexts.dateAndSignature,
            in: .millimetres(x, signatureTop + 0.6, width, 2.2),
            number: "8",
            points: points
        )
    }

    private func drawHeads(with pen: inout FormPen) {
        let heads: [(FormText, String, Double, Double)] = [
            (CN22Texts.description, "1", x, weightLeft - 0.6),
            (CN22Texts.weight, "2", weightLeft + 0.7, valueLeft - 0.3),
            (CN22Texts.value, "3", valueLeft + 0.7, tariffLeft - 0.3),
            (CN22Texts.tariffAndOrigin, "4*, 5*", tariffLeft + 0.7, right),
        ]
        for (text, number, left, end) in heads {
            pen.stacked(
                text,
                in: .millimetres(left, headsTop + 0.6, end - left, 4.4),
                number: number,
                points: points
            )
        }
    }

    private func drawTotals(with pen: inout FormPen) {
        let top = totalsTop + 0.5
        pen.stacked(
            CN22Texts.commercialOnly,
            in: .millimetres(x, top, (weightLeft - x) * 0.46, 4.6),
            points: points * 0.9
        )
        let left = x + (weightLeft - x) * 0.48
        let second = left + 0.5
        pen.stacked(
            CN22Texts.totals,
            in: .millimetres(second, top, weightLeft - second - 0.8, 4.6),
            number: "6, 7",
            points: points * 0.9,
            align: .right
        )
    }
}

// What one CN 22 says.
extension CN22Panel {
    func marks(_ paper: Paper) -> [Mark] {
        let declaration = paper.declaration
        var marks = categories.cross(declaration.nature)
        if let explanation = declaration.explanation(paper.languages) {
            marks.append(
                .text(
                    explanation,
                    in: .millimetres(x, y + 10.2, width, 2.9),
                    FormStyle.entry(6.4, least: 4.4),
                    field: FieldName("/contents/explanation")
                )
            )
        }
        let pool = Length.millimetres(totalsTop - rowsTop)
        let letters = Int((weightLeft - x) / 1.02)
        let needs = declaration.lines.map { line in
            // Value and currency, tariff number and origin stand below each other: two lines.
            max(2, RowHeights.lines(Self.described(line), perLine: letters))
        }
        let heights = RowHeights.shared(needs, pool: pool, most: .millimetres(3.1))
        var top = Length.millimetres(rowsTop)
        for (index, (line, height)) in zip(declaration.lines, heights).enumerated() {
            row(line, index, top, height, &marks)
            top = top + height
            guard top < .millimetres(totalsTop - 0.6) else { continue }
            marks.append(
                .rule(
                    from: Point(x: .millimetres(x), y: top),
                    to: Point(x: .millimetres(right), y: top),
                    width: FormStyle.hairline
                )
            )
        }
        totals(paper, &marks)
        signature(paper, &marks)
        return marks
    }

    private static func described(_ line: ContentLine) -> String {
        "\(line.quantity) × \(line.description)"
    }

    private func row(
        _ line: ContentLine,
        _ index: Int,
        _ top: Length,
        _ height: Length,
        _ marks: inout [Mark]
    ) {
        func cell(_ left: Double, _ right: Double, _ band: Length, below: Length = .zero) -> Box {
            Box(
                origin: Point(x: .millimetres(left), y: top + below),
                size: Size(width: .millimetres(right - left), height: band)
            )
        }
        let inner = height - .millimetres(0.3)
        marks.append(
            .text(
                Self.described(line),
                in: cell(x, weightLeft - 0.7, inner, below: .micrometres(150)),
                FormStyle.entry(7.2, least: 4.8, lines: 12),
                field: FieldName("/contents/lines/*/description", at: index)
            )
        )
        let half = min(height / 2, .millimetres(3.2))
        let small = FormStyle.figures(7, least: 4.2)
        marks.append(
            .text(
                line.netWeight.kilograms,
                in: cell(weightLeft + 0.4, valueLeft - 1, half),
                small,
                field: FieldName("/contents/lines/*/lineNetWeight", at: index)
            )
        )
        marks.append(
            .text(
                line.value.amount,
                in: cell(valueLeft + 0.4, tariffLeft - 1, half),
                small,
                field: FieldName("/contents/lines/*/lineValue", at: index)
            )
        )
        marks.append(
            .text(
                line.value.currency.code,
                in: cell(valueLeft + 0.4, tariffLeft - 1, half, below: half),
                FormStyle.figures(6, least: 4)
            )
        )
        if let code = line.tariffCode {
            marks.append(
                .text(
                    code.digits,
                    in: cell(tariffLeft + 0.8, right, half),
                    FormStyle.entry(7, least: 4.2, align: .left),
                    field: FieldName("/contents/lines/*/tariffCode", at: index)
                )
            )
        }
        if let origin = line.origin {
            marks.append(
                .text(
                    origin.code,
                    in: cell(tariffLeft + 0.8, right, half, below: half),
                    FormStyle.entry(7, least: 4, align: .left)
                )
            )
        }
    }

    private func totals(_ paper: Paper, _ marks: inout [Mark]) {
        let style = { (points: Double) in
            TextStyle(.bold, points: points, shrinkTo: 4.2, align: .right, vertical: .middle)
        }
        marks.append(
            .text(
                paper.item.grossWeight.kilograms,
                in: .millimetres(weightLeft + 0.4, totalsTop, valueLeft - weightLeft - 1.4, 5.8),
                style(7.4),
                field: FieldName("/grossWeight")
            )
        )
        marks.append(
            .text(
                paper.totalValue,
                in: .millimetres(valueLeft + 0.6, totalsTop, right - valueLeft - 1, 5.8),
                TextStyle(
                    .bold,
                    points: 7.4,
                    shrinkTo: 4.2,
                    align: .left,
                    vertical: .middle,
                    maxLines: 2
                )
            )
        )
    }

    private func signature(_ paper: Paper, _ marks: inout [Mark]) {
        let top = signatureTop + 2.9
        marks.append(
            .text(
                paper.day.text,
                in: .millimetres(x, top, 17, 3.4),
                FormStyle.entry(7, align: .left)
            )
        )
    }
}
