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
    private var headsTop: Double { y + 12.2 }
    private var rowsTop: Double { headsTop + 7.2 }
    private var signatureTop: Double { bottom - 6.6 }
    private var declarationTop: Double { signatureTop - (width < 80 ? 14.6 : 12.4) }
    private var totalsTop: Double { declarationTop - 5.8 }

    private var tariffLeft: Double { right - 16.4 }
    private var valueLeft: Double { tariffLeft - 14 }
    private var weightLeft: Double { valueLeft - 11 }

    private var categories: CategoryBoxes {
        CategoryBoxes(x: x, y: y + 1.3, width: width, row: 4.1, points: points)
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
        let height = rowsTop - headsTop - 0.8
        let heads: [(FormText, String?, Double, Double, Double)] = [
            (CN22Texts.description, "1", x, weightLeft - 0.6, height),
            (CN22Texts.weight, "2", weightLeft + 0.6, valueLeft - 0.2, height),
            (CN22Texts.value, "3", valueLeft + 0.6, tariffLeft - 0.2, height),
            (CN22Texts.tariffAndOrigin, nil, tariffLeft + 0.7, right - 0.3, 3.7),
        ]
        for (text, number, left, end, height) in heads {
            pen.stacked(
                text,
                in: .millimetres(left, headsTop + 0.5, end - left, height),
                number: number,
                points: points
            )
        }
        pen.stacked(
            CN22Texts.commercialOnly,
            in: .millimetres(tariffLeft + 0.8, headsTop + 4, right - tariffLeft - 0.8, 3.1),
            points: 4.1
        )
    }

    private func drawTotals(with pen: inout FormPen) {
        pen.stacked(
            CN22Texts.totals,
            in: .millimetres(x, totalsTop + 0.7, weightLeft - x - 0.8, 4.6),
            number: "6, 7",
            points: points,
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
                    in: .millimetres(x, y + 9.4, width, 2.7),
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
        let heights = RowHeights.shared(needs, pool: pool, most: .millimetres(3.05))
        var top = Length.millimetres(rowsTop)
        for (index, (line, height)) in zip(declaration.lines, heights).enumerated() {
            row(line, index, top, height, &marks)
            top = top + height
            guard top < .millimetres(totalsTop - 1.6) else { continue }
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
        // Two lines of the type that fits twice; all columns stand on the same baselines.
        let pad = Length.micrometres(450)
        let pitch = min((height - pad) / 2, .micrometres(2820))
        let points = Double(pitch.value) / 1.14 / 25_400 * 72
        let column = { (align: Alignment, least: Double) in
            FormStyle.entry(points, least: least, align: align, vertical: .top)
        }
        func put(_ text: String, _ box: Box, _ style: TextStyle, _ field: FieldName? = nil) {
            marks.append(.text(text, in: box, style, field: field))
        }
        put(
            Self.described(line),
            cell(x, weightLeft - 0.7, height - pad, below: pad),
            FormStyle.entry(points, least: 4.6, vertical: .top, lines: 20),
            FieldName("/contents/lines/*/description", at: index)
        )
        put(
            line.netWeight.kilograms,
            cell(weightLeft + 0.3, valueLeft - 0.9, pitch, below: pad),
            column(.right, 4),
            FieldName("/contents/lines/*/lineNetWeight", at: index)
        )
        put(
            line.value.amount,
            cell(valueLeft + 0.3, tariffLeft - 0.9, pitch, below: pad),
            column(.right, 4),
            FieldName("/contents/lines/*/lineValue", at: index)
        )
        put(
            line.value.currency.code,
            cell(valueLeft + 0.3, tariffLeft - 0.9, pitch, below: pad + pitch),
            column(.right, 4)
        )
        if let code = line.tariffCode {
            put(
                code.digits,
                cell(tariffLeft + 0.8, right, pitch, below: pad),
                column(.left, 4),
                FieldName("/contents/lines/*/tariffCode", at: index)
            )
        }
        if let origin = line.origin {
            put(
                origin.code,
                cell(tariffLeft + 0.8, right, pitch, below: pad + pitch),
                column(.left, 4),
                FieldName("/contents/lines/*/origin", at: index)
            )
        }
    }

    private func totals(_ paper: Paper, _ marks: inout [Mark]) {
        let style = { (align: Alignment, lines: Int) in
            TextStyle(
                .bold,
                points: 7.4,
                shrinkTo: 4,
                align: align,
                vertical: .middle,
                maxLines: lines
            )
        }
        func put(_ text: String, _ left: Double, _ right: Double, _ style: TextStyle) {
            let box = Box.millimetres(left, totalsTop, right - left, 5.8)
            marks.append(.text(text, in: box, style))
        }
        put(
            paper.item.grossWeight.kilograms,
            weightLeft + 0.3,
            valueLeft - 0.9,
            style(.right, 1)
        )
        let totals = paper.declaration.totals
        if totals.count == 1 {
            put(totals[0].amount, valueLeft + 0.3, tariffLeft - 0.9, style(.right, 1))
            put(totals[0].currency.code, tariffLeft + 0.8, right, style(.left, 1))
        } else {
            put(paper.totalValue, valueLeft + 0.6, right, style(.left, 3))
        }
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
