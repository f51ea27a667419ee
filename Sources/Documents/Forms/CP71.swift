import Mail

/// CP 71, the dispatch note of 210 × 148 mm that opens a CP 72 set.
///
/// Its arrangement and words are general knowledge, not the published form (domain reference 2.5).
enum CP71 {
    private enum Y {
        static let parties = FormHead.bottom
        static let addressee = FormHead.bottom + PartyPanel.height
        static let figures = 37.2
        static let papers = 48.0
        static let middle = 58.8
        static let receipt = 112.0
        static let bottom = 143.0
    }

    private enum X {
        static let left = FormHead.left
        static let half = PartyPanel.right
        static let right = FormHead.right
        static let third = 137.0
        static let twoThirds = 171.0
    }

    private static let sender = PartyPanel(.sender, top: Y.parties)
    private static let addressee = PartyPanel(.addressee, top: Y.addressee)
    private static let instructions = TickBoxes(
        corners: (0..<3).map { (X.left, Y.middle + 6.2 + Double($0) * 6) }
    )

    static func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.ground(
                in: .millimetres(X.left, Y.middle + 24, 96, 28),
                points: 60,
                with: &pen
            )
        }
        FormHead.draw(
            CP71Texts.title,
            number: CP71Texts.number,
            part: CP71Texts.setNumber,
            with: &pen,
            mode
        )
        sender.draw(with: &pen)
        addressee.draw(with: &pen)
        pen.across(Y.addressee, from: X.left, to: X.half)
        pen.down(X.half, from: Y.parties, to: Y.bottom)
        pen.caption(
            CP71Texts.parcelNumber,
            in: .millimetres(X.half + 1.4, Y.parties + 0.9, X.right - X.half - 2, 2.4)
        )
        drawFigures(with: &pen)
        drawInstructions(with: &pen)
        drawStamps(with: &pen)
        drawReceipt(with: &pen)
        pen.across(Y.bottom, from: X.left, to: X.right, width: FormStyle.thin)
    }

    private static func drawFigures(with pen: inout FormPen) {
        pen.across(Y.figures, from: X.half, to: X.right)
        pen.across(Y.papers, from: X.half, to: X.right)
        pen.across(Y.middle, from: X.left, to: X.right, width: FormStyle.thin)
        let cells: [(FormText, Double, Double, Double)] = [
            (CommonTexts.totalGrossWeight, X.half, X.third, Y.figures),
            (CommonTexts.postalCharges, X.third, X.twoThirds, Y.figures),
            (CommonTexts.insuredValue, X.twoThirds, X.right, Y.figures),
            (CP71Texts.declarations, X.half, X.third, Y.papers),
            (CP71Texts.certificatesAndInvoices, X.third, X.twoThirds, Y.papers),
            (CP71Texts.size, X.twoThirds, X.right, Y.papers),
        ]
        for (text, left, right, top) in cells {
            pen.stacked(
                text,
                in: .millimetres(left + 1.4, top + 0.8, right - left - 2, 4.4),
                points: 5
            )
        }
        for x in [X.third, X.twoThirds] { pen.down(x, from: Y.figures, to: Y.middle) }
    }

    private static func drawInstructions(with pen: inout FormPen) {
        pen.caption(
            CP71Texts.instructions,
            in: .millimetres(X.left, Y.middle + 1.2, X.half - X.left - 2, 2.6),
            points: 6
        )
        instructions.draw(with: &pen)
        let choices = [CP71Texts.returnToSender, CP71Texts.abandon, CP71Texts.redirect]
        for (corner, choice) in zip(instructions.corners, choices) {
            pen.caption(
                choice,
                in: .millimetres(corner.x + 3.6, corner.y - 0.2, 90, 3),
                points: 6.4
            )
        }
        for line in 0..<3 {
            pen.across(Y.middle + 30 + Double(line) * 7, from: X.left + 3.6, to: X.half - 2)
        }
    }

    private static func drawStamps(with pen: inout FormPen) {
        let cells: [(FormText, Double, Double, Double)] = [
            (CP71Texts.originStamp, X.half, X.twoThirds - 17, Y.middle),
            (CP71Texts.exchangeStamp, X.twoThirds - 17, X.right, Y.middle),
            (CP71Texts.customsStamp, X.half, X.twoThirds - 17, Y.middle + 26.6),
            (CP71Texts.customsDuty, X.twoThirds - 17, X.right, Y.middle + 26.6),
        ]
        for (text, left, right, top) in cells {
            pen.caption(
                text,
                in: .millimetres(left + 1.4, top + 1, right - left - 2, 4.8),
                points: 5
            )
        }
        pen.down(X.twoThirds - 17, from: Y.middle, to: Y.receipt)
        pen.across(Y.middle + 26.6, from: X.half, to: X.right)
        pen.across(Y.receipt, from: X.left, to: X.right)
    }

    private static func drawReceipt(with pen: inout FormPen) {
        let declaration = CN23Texts.declaration
        let width = X.half - X.left - 2
        pen.text(
            declaration[pen.languages.first],
            in: .millimetres(X.left, Y.receipt + 1, width, 6.6),
            FormStyle.prose(5.4, face: .bold, lines: 3)
        )
        pen.text(
            declaration[pen.languages.second],
            in: .millimetres(X.left, Y.receipt + 7.8, width, 6.6),
            FormStyle.prose(5.4, lines: 3)
        )
        pen.caption(
            CommonTexts.dateAndSignature,
            in: .millimetres(X.left, Y.receipt + 15.4, width, 2.4)
        )
        pen.across(139, from: X.left + 23, to: X.half - 2)
        let left = X.half + 1.4
        pen.stacked(
            CP71Texts.received,
            in: .millimetres(left, Y.receipt + 1.2, X.right - left, 6),
            points: 6.4
        )
        pen.caption(
            CP71Texts.addresseeSignature,
            in: .millimetres(left, Y.receipt + 15.4, X.right - left, 2.4)
        )
        pen.across(139, from: left, to: X.right)
    }
}

// What one dispatch note says.
extension CP71 {
    static func marks(_ paper: Paper, declarations: Int) -> [Mark] {
        let item = paper.item
        var marks = [FormHead.operatorName(paper)]
        marks += sender.marks(paper)
        marks += addressee.marks(paper)
        let symbol = ItemSymbol(
            paper.id,
            module: .micrometres(375),
            height: .millimetres(12.6),
            points: 9.5
        )
        marks += symbol.marks(at: .millimetres(X.half + 0.6, Y.parties + 3.8))
        marks += figures(item, declarations: declarations)
        marks += instruction(item.onNonDelivery)
        marks.append(
            .text(
                paper.day.text,
                in: .millimetres(X.left, 135.4, 22, 3.6),
                FormStyle.entry(8, align: .left)
            )
        )
        return marks
    }

    /// Weight, charges, insured value, number of papers and size.
    private static func figures(_ item: MailItem, declarations: Int) -> [Mark] {
        var marks: [Mark] = []
        let style = TextStyle(.bold, points: 9, shrinkTo: 5, align: .left, vertical: .middle)
        func put(
            _ text: String?,
            _ left: Double,
            _ right: Double,
            _ top: Double,
            _ field: FieldName?
        ) {
            guard let text else { return }
            marks.append(
                .text(
                    text,
                    in: .millimetres(left + 1.4, top + 5.4, right - left - 2, 4.6),
                    style,
                    field: field
                )
            )
        }
        put(
            "\(item.grossWeight.kilograms) kg",
            X.half,
            X.third,
            Y.figures,
            FieldName("/grossWeight")
        )
        put(item.postage?.text, X.third, X.twoThirds, Y.figures, FieldName("/postage/amount"))
        put(
            item.insuredValue?.text,
            X.twoThirds,
            X.right,
            Y.figures,
            FieldName("/insuredValue/amount")
        )
        put(String(declarations), X.half, X.third, Y.papers, nil)
        let papers = [item.declaration?.certificate, item.declaration?.invoice].compactMap { $0 }
        put(
            papers.isEmpty ? nil : papers.joined(separator: ", "),
            X.third,
            X.twoThirds,
            Y.papers,
            FieldName("/contents/invoice")
        )
        put(
            item.size.map { "\($0.length) × \($0.width) × \($0.height)" },
            X.twoThirds,
            X.right,
            Y.papers,
            nil
        )
        return marks
    }

    private static func instruction(_ wanted: NonDelivery?) -> [Mark] {
        switch wanted {
        case .return: instructions.cross(0)
        case .abandon: instructions.cross(1)
        case .redirect: instructions.cross(2)
        case nil: []
        }
    }
}
