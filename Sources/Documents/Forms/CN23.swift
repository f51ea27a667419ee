import Mail

/// CN 23, the customs declaration of 210 × 148 mm; also the declaration within a CP 72 set.
///
/// Fields and their numbers after UPU CN 23 (domain reference 2.3).
struct CN23 {
    /// Whether the form stands alone or is the declaration of a CP 72 set.
    enum Part {
        case single
        case partOfCP72
    }

    let part: Part

    init(_ part: Part) { self.part = part }

    static let table = ContentTable(top: 58.8, bottom: 98.6)

    enum Y {
        static let parties = FormHead.bottom
        static let addressee = FormHead.bottom + PartyPanel.height
        static let senderReference = 37.2
        static let importerReference = 44.4
        static let importerContact = 51.6
        static let totals = table.bottom
        static let lower = 106.4
        static let comments = 121.4
        static let papers = 129.6
        static let office = 136.6
        static let bottom = 143.0
    }

    enum X {
        static let left = FormHead.left
        static let half = PartyPanel.right
        static let taxNumbers = 153.0
        static let signature = 124.0
        static let right = FormHead.right
    }

    static let sender = PartyPanel(.sender, top: Y.parties)
    static let addressee = PartyPanel(.addressee, top: Y.addressee)
    static let categories = CategoryBoxes(
        x: X.left,
        y: Y.lower + 4.6,
        width: 84,
        row: 5,
        points: 5.2
    )
    static let papers = TickBoxes(
        corners: (0..<3).map { (X.left + Double($0) * 39.7, Y.papers + 0.9) }
    )
    static let payer = TickBoxes(corners: [(48.5, Y.totals + 2.7), (74, Y.totals + 2.7)])
}

// What every CN 23 has in common.
extension CN23 {
    func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.ground(
                in: .millimetres(X.left, Self.table.rowsTop, 96, 31),
                points: 66,
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
        Self.sender.draw(with: &pen)
        Self.addressee.draw(with: &pen)
        pen.across(Y.addressee, from: X.left, to: X.half)
        pen.down(X.half, from: Y.parties, to: Self.table.top)
        drawRight(with: &pen)
        Self.table.draw(with: &pen)
        drawTotals(with: &pen)
        drawLower(with: &pen)
        drawSignature(with: &pen)
    }

    private func drawRight(with pen: inout FormPen) {
        let left = X.half + 1.4
        pen.caption(
            CN23Texts.barCode,
            in: .millimetres(left, Y.parties + 0.9, X.right - left, 2.4)
        )
        for y in [Y.senderReference, Y.importerReference, Y.importerContact] {
            pen.across(y, from: X.half, to: X.right)
        }
        pen.down(X.taxNumbers, from: Y.senderReference, to: Y.importerReference)
        pen.stacked(
            CN23Texts.senderReference,
            in: .millimetres(left, Y.senderReference + 0.5, X.taxNumbers - left - 0.6, 3.6),
            points: 4.6
        )
        pen.stacked(
            CommonTexts.taxNumbers,
            in: .millimetres(
                X.taxNumbers + 1,
                Y.senderReference + 0.5,
                X.right - X.taxNumbers - 1,
                3.6
            ),
            points: 4.6
        )
        pen.stacked(
            CN23Texts.importerReference,
            in: .millimetres(left, Y.importerReference + 0.5, X.right - left, 3.6),
            points: 4.6
        )
        pen.caption(
            CN23Texts.importerContact,
            in: .millimetres(left, Y.importerContact + 0.7, X.right - left, 2.4),
            points: 4.8
        )
    }

    private func drawTotals(with pen: inout FormPen) {
        let top = Y.totals
        pen.across(Y.lower, from: X.left, to: X.right, width: FormStyle.thin)
        for x in [102.0, 134, 162] { pen.down(x, from: top, to: Y.lower) }
        pen.stacked(
            CommonTexts.dutiesPaidBy,
            in: .millimetres(X.left, top + 1.6, 42, 4.2),
            points: 5.2
        )
        Self.payer.draw(with: &pen)
        pen.stacked(
            CommonTexts.sender,
            in: .millimetres(51.8, top + 1.6, 20, 4.2),
            points: 5.2
        )
        pen.stacked(
            CommonTexts.addressee,
            in: .millimetres(77.3, top + 1.6, 22, 4.2),
            points: 5.2
        )
        pen.caption(
            CommonTexts.totalGrossWeight,
            in: .millimetres(102.9, top + 0.6, 30.6, 3.5),
            number: "4",
            points: 4.8
        )
        pen.caption(
            CommonTexts.totalValue,
            in: .millimetres(134.9, top + 0.6, 26.6, 3.5),
            number: "6",
            points: 4.8
        )
        pen.caption(
            CommonTexts.postalCharges,
            in: .millimetres(162.9, top + 0.6, 41.6, 3.5),
            number: "9",
            points: 4.8
        )
    }

    private func drawLower(with pen: inout FormPen) {
        pen.down(X.signature, from: Y.lower, to: Y.bottom)
        for y in [Y.comments, Y.papers, Y.office] {
            pen.across(y, from: X.left, to: X.signature)
        }
        pen.caption(
            CategoryTexts.category,
            in: .millimetres(X.left, Y.lower + 0.8, 84, 2.4),
            number: "10"
        )
        Self.categories.draw(with: &pen)
        pen.down(89.6, from: Y.lower, to: Y.comments)
        pen.caption(
            CategoryTexts.explanation,
            in: .millimetres(90.8, Y.lower + 0.8, 32.6, 2.4)
        )
        pen.stacked(
            CN23Texts.comments,
            in: .millimetres(X.left, Y.comments + 0.5, 118, 3.4),
            number: "11",
            points: 4.4
        )
        let papers = [
            (CN23Texts.licence, "12"), (CN23Texts.certificate, "13"), (CN23Texts.invoice, "14"),
        ]
        Self.papers.draw(with: &pen)
        for (corner, (text, number)) in zip(Self.papers.corners, papers) {
            if corner.x > X.left { pen.down(corner.x - 1.2, from: Y.papers, to: Y.office) }
            pen.caption(
                text,
                in: .millimetres(corner.x + 3.2, Y.papers + 0.9, 34.8, 2.4),
                number: number,
                points: 4.8
            )
        }
        pen.down(83.2, from: Y.office, to: Y.bottom)
        pen.caption(
            CommonTexts.originOffice,
            in: .millimetres(X.left, Y.office + 0.7, 76, 2.4),
            points: 4.8
        )
        pen.caption(
            CommonTexts.postingDate,
            in: .millimetres(84.4, Y.office + 0.7, 39, 2.4),
            points: 4.8
        )
        pen.across(Y.bottom, from: X.left, to: X.right, width: FormStyle.thin)
    }

    private func drawSignature(with pen: inout FormPen) {
        let left = X.signature + 1.4
        let width = X.right - left
        let first = CN23Texts.declaration[pen.languages.first]
        let second = CN23Texts.declaration[pen.languages.second]
        pen.text(
            first,
            in: .millimetres(left, Y.lower + 1, width, 8.6),
            FormStyle.prose(5.6, face: .bold, lines: 4)
        )
        pen.text(
            second,
            in: .millimetres(left, Y.lower + 10, width, 8.6),
            FormStyle.prose(5.6, lines: 4)
        )
        pen.across(126.4, from: X.signature, to: X.right)
        pen.caption(
            CommonTexts.dateAndSignature,
            in: .millimetres(left, 127.1, width, 2.4),
            number: "15"
        )
        pen.across(139.2, from: left + 23, to: X.right)
    }
}
