import Mail

/// The commercial invoice, A4: price of the goods with freight apart from it.
///
/// Goods at their selling price, freight and insurance listed apart (domain reference 2.5); it runs
/// over as many pages as its lines need.
enum CommercialInvoice {
    static let left = 18.0
    static let right = 192.0
    static let table = InvoiceTable(top: 99, bottom: 232)

    private enum Y {
        static let head = 30.0
        static let second = 41.0
        static let parties = 52.0
        static let extras = 88.0
        static let totals = 232.0
        static let comments = 254.0
        static let statement = 266.0
    }

    private static let middle = 105.0

    private enum Cell {
        static let width = 43.5
        static func x(_ column: Int) -> Double { left + Double(column) * width }
    }

    static func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.ground(in: .millimetres(left, 140, 174, 60), points: 150, with: &pen)
            TestMark.band(in: .millimetres(126, 12, 40, 8), with: &pen)
        }
        let title = InvoiceTexts.title
        pen.text(
            title[pen.languages.first].uppercased(),
            in: .millimetres(left, 11.4, 106, 9),
            FormStyle.heading(19)
        )
        pen.text(
            title[pen.languages.second].uppercased(),
            in: .millimetres(left, 20.6, 106, 5.4),
            FormStyle.heading(11, face: .sans)
        )
        pen.across(Y.head, from: left, to: right, width: FormStyle.heavy)
        drawCells(with: &pen)
        drawParties(with: &pen)
        table.draw(with: &pen)
        drawTotals(with: &pen)
        pen.caption(
            InvoiceTexts.comments,
            in: .millimetres(left, Y.comments + 1.2, 150, 2.6),
            points: 6
        )
        pen.across(Y.comments, from: left, to: right)
        pen.across(Y.statement, from: left, to: right)
        pen.stacked(
            InvoiceTexts.statement,
            in: .millimetres(left, Y.statement + 1.6, 120, 7),
            points: 7
        )
        pen.caption(
            CommonTexts.dateAndSignature,
            in: .millimetres(left, Y.statement + 10.4, 84, 3),
            points: 6
        )
        pen.across(285, from: left + 30, to: middle + 15)
    }

    private static func drawCells(with pen: inout FormPen) {
        let rows: [(Double, [FormText])] = [
            (
                Y.head,
                [
                    InvoiceTexts.number, InvoiceTexts.date, CommonTexts.itemNumber,
                    CommonTexts.reference,
                ]
            ),
            (
                Y.second,
                [
                    InvoiceTexts.reason, CommonTexts.dutiesPaidBy, InvoiceTexts.destination,
                    InvoiceTexts.customsReference,
                ]
            ),
        ]
        for (top, texts) in rows {
            for (column, text) in texts.enumerated() {
                let x = Cell.x(column) + (column == 0 ? 0 : 1.6)
                pen.stacked(
                    text,
                    in: .millimetres(x, top + 1, Cell.width - 2.4, 4.8),
                    points: 5.6
                )
            }
            pen.across(top + 11, from: left, to: right)
        }
        for column in 1..<4 { pen.down(Cell.x(column), from: Y.head, to: Y.parties) }
    }

    private static func drawParties(with pen: inout FormPen) {
        pen.caption(
            InvoiceTexts.seller,
            in: .millimetres(left, Y.parties + 1.4, 80, 3),
            points: 6.6
        )
        pen.caption(
            InvoiceTexts.buyer,
            in: .millimetres(middle + 1.6, Y.parties + 1.4, 80, 3),
            points: 6.6
        )
        pen.down(middle, from: Y.parties, to: table.top)
        pen.across(Y.extras, from: left, to: right)
        pen.caption(
            InvoiceTexts.importer,
            in: .millimetres(middle + 1.6, Y.extras + 1, 84, 2.6),
            points: 5.6
        )
        pen.caption(
            InvoiceTexts.licenceAndCertificate,
            in: .millimetres(left, Y.extras + 1, 84, 2.6),
            points: 5.6
        )
    }

    private static func drawTotals(with pen: inout FormPen) {
        let rows = [InvoiceTexts.goodsTotal, InvoiceTexts.freight, CommonTexts.insuredValue]
        for (index, text) in rows.enumerated() {
            let top = Y.totals + Double(index) * 7
            pen.caption(
                text,
                in: .millimetres(middle + 1.6, top + 2.3, 46, 4.6),
                points: 6.4
            )
            pen.across(top + 7, from: middle, to: right)
        }
        for (index, text) in [InvoiceTexts.netTotal, CommonTexts.totalGrossWeight].enumerated() {
            let top = Y.totals + Double(index) * 7
            pen.caption(text, in: .millimetres(left, top + 2.3, 58, 4.6), points: 6.4)
            pen.across(top + 7, from: left, to: middle - 4)
        }
    }
}

// What one invoice says.
extension CommercialInvoice {
    static func marks(
        _ paper: Paper,
        _ rows: Range<Int>,
        _ heights: [Length],
        page: Int,
        of pages: Int
    ) -> [Mark] {
        var marks: [Mark] = [
            .text(
                "\(InvoiceTexts.page[paper.languages.first]) \(page)/\(pages)",
                in: .millimetres(168, 13, right - 168, 5),
                FormStyle.heading(8, face: .sans, align: .right)
            )
        ]
        marks += cells(paper)
        marks += parties(paper)
        marks += table.marks(
            paper.declaration.lines[rows],
            heights,
            first: rows.lowerBound,
            paper.languages.first
        )
        if page == pages { marks += totals(paper) }
        marks += closing(paper)
        return marks
    }

    private static func cells(_ paper: Paper) -> [Mark] {
        let item = paper.item
        let languages = paper.languages
        let payer: FormText? =
            switch item.dutiesPaidBy {
            case .sender: CommonTexts.sender
            case .addressee: CommonTexts.addressee
            case nil: nil
            }
        let values: [[(String?, FieldName?)]] = [
            [
                (paper.declaration.invoice, FieldName("/contents/invoice")), (paper.day.text, nil),
                (paper.id.spaced, nil), (item.reference, FieldName("/reference")),
            ],
            [
                (InvoiceTexts.reason(paper.declaration.nature)[languages.first], nil),
                (payer.map { $0[languages.first] }, nil),
                (languages.country(item.addressee.country), nil),
                (item.senderReference, FieldName("/senderReference")),
            ],
        ]
        var marks: [Mark] = []
        for (row, top) in [Y.head, Y.second].enumerated() {
            for (column, (value, field)) in values[row].enumerated() {
                guard let value else { continue }
                let x = Cell.x(column) + (column == 0 ? 0 : 1.6)
                marks.append(
                    .text(
                        value,
                        in: .millimetres(x, top + 5.8, Cell.width - 2.4, 4.6),
                        FormStyle.entry(9, least: 4.6, align: .left),
                        field: field
                    )
                )
            }
        }
        return marks
    }

    private static func parties(_ paper: Paper) -> [Mark] {
        let item = paper.item
        var marks: [Mark] = []
        let blocks: [(Party, PartyBlock.Side, Double)] = [
            (item.sender, .sender, left), (item.addressee, .addressee, middle + 1.6),
        ]
        let rows = blocks.map { party, side, _ in
            PartyBlock(party, side, paper.languages, [.phone, .taxIDs])
        }
        let beside = rows.map(\.rowCount).max() ?? 0
        for (block, (party, side, x)) in zip(rows, blocks) {
            marks += block.marks(
                in: .millimetres(x, Y.parties + 5.2, 84, 26),
                points: 9,
                beside: beside
            )
            guard let email = party.email else { continue }
            marks.append(
                .text(
                    email,
                    in: .millimetres(x, Y.parties + 31.4, 84, 3.9),
                    FormStyle.entry(8, least: 4.6, align: .left),
                    field: PartyBlock.Fields(side).email
                )
            )
        }
        let importer = [item.importer?.reference, item.importer?.phone, item.importer?.email]
        let papers = [paper.declaration.licence, paper.declaration.certificate]
        let extras: [(String, Double, FieldName)] = [
            (
                importer.compactMap { $0 }.joined(separator: "   "), middle + 1.6,
                FieldName("/importer")
            ),
            (
                papers.compactMap { $0 }.joined(separator: ", "), left,
                FieldName("/contents/licence")
            ),
        ]
        for (text, x, field) in extras where !text.isEmpty {
            marks.append(
                .text(
                    text,
                    in: .millimetres(x, Y.extras + 4.4, 84, 5),
                    FormStyle.entry(8.5, least: 4.4, align: .left),
                    field: field
                )
            )
        }
        return marks
    }

    private static func totals(_ paper: Paper) -> [Mark] {
        let item = paper.item
        let amounts: [(String?, FieldName?)] = [
            (paper.totalValue, nil), (item.postage?.text, FieldName("/postage/amount")),
            (item.insuredValue?.text, FieldName("/insuredValue/amount")),
        ]
        let weights: [(String, FieldName?)] = [
            ("\(paper.declaration.netWeight.kilograms) kg", nil),
            ("\(item.grossWeight.kilograms) kg", FieldName("/grossWeight")),
        ]
        var marks: [Mark] = []
        for (index, (amount, field)) in amounts.enumerated() {
            guard let amount else { continue }
            let box = Box.millimetres(
                middle + 48,
                Y.totals + Double(index) * 7,
                right - middle - 48,
                7
            )
            let style = TextStyle(
                index == 0 ? .bold : .sans,
                points: index == 0 ? 11 : 9.5,
                shrinkTo: 5,
                align: .right,
                vertical: .middle,
                maxLines: 2
            )
            marks.append(.text(amount, in: box, style, field: field))
        }
        for (index, (weight, field)) in weights.enumerated() {
            marks.append(
                .text(
                    weight,
                    in: .millimetres(left + 58, Y.totals + Double(index) * 7, 25, 7),
                    FormStyle.figures(9.5),
                    field: field
                )
            )
        }
        return marks
    }

    private static func closing(_ paper: Paper) -> [Mark] {
        var marks: [Mark] = [
            .text(
                paper.day.text,
                in: .millimetres(left, 280, 28, 5),
                FormStyle.entry(9, align: .left)
            ),
            .text(
                paper.item.sender.name ?? paper.item.sender.company ?? "",
                in: .millimetres(left + 30, 285.4, middle + 15 - left - 30, 3.6),
                FormStyle.entry(7, least: 3.8, align: .left)
            ),
        ]
        let comments = [
            paper.declaration.explanation(paper.languages), paper.declaration.comments,
        ]
        .compactMap { $0 }.joined(separator: " · ")
        if !comments.isEmpty {
            marks.append(
                .text(
                    comments,
                    in: .millimetres(left, Y.comments + 4, right - left, 7.6),
                    FormStyle.entry(8.5, least: 4.4, align: .left, lines: 3),
                    field: FieldName("/contents/comments")
                )
            )
        }
        return marks
    }
}
