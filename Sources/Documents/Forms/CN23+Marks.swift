import Mail

// What one CN 23 says.
extension CN23 {
    func marks(_ paper: Paper, rows: Int, _ heights: [Length]) -> [Mark] {
        let lines = paper.declaration.lines
        var marks = [FormHead.operatorName(paper)]
        marks.reserveCapacity(40 + rows * 9)
        marks += Self.sender.marks(paper)
        marks += Self.addressee.marks(paper)
        marks += symbol(paper, more: rows < lines.count)
        marks += references(paper)
        marks += Self.table.marks(lines[0..<rows], heights, first: 0, paper.languages.first)
        marks += totals(paper)
        marks += lower(paper)
        return marks
    }

    private func symbol(_ paper: Paper, more: Bool) -> [Mark] {
        let symbol = ItemSymbol(
            paper.id,
            module: .micrometres(375),
            height: .millimetres(12.6),
            points: 9.5
        )
        var marks = symbol.marks(at: .millimetres(X.half + 0.6, Y.parties + 3.8))
        if more {
            let box = Box.millimetres(174, Y.parties + 5, 30.4, 8.4)
            marks.append(
                .text(
                    CN23Texts.additionalForms[paper.languages.first]
                        + "\n" + CN23Texts.additionalForms[paper.languages.second],
                    in: box,
                    TextStyle(
                        .bold,
                        points: 7,
                        shrinkTo: 4.6,
                        align: .right,
                        vertical: .middle,
                        maxLines: 4,
                        leading: 112
                    )
                )
            )
        }
        return marks
    }

    private func references(_ paper: Paper) -> [Mark] {
        let item = paper.item
        var marks: [Mark] = []
        let left = X.half + 1.4
        func put(_ text: String?, _ box: Box, _ field: FieldName) {
            guard let text, !text.isEmpty else { return }
            marks.append(
                .text(text, in: box, FormStyle.entry(8, least: 4.4, align: .left), field: field)
            )
        }
        let taxes = item.sender.taxIDs.map { "\($0.kind) \($0.value)" }.joined(separator: "  ")
        put(
            item.senderReference,
            .millimetres(left, Y.senderReference + 3.9, X.taxNumbers - left - 0.6, 3.2),
            FieldName("/senderReference")
        )
        put(
            taxes,
            .millimetres(
                X.taxNumbers + 1,
                Y.senderReference + 3.9,
                X.right - X.taxNumbers - 2,
                3.2
            ),
            FieldName("/sender/taxIDs")
        )
        let importer =
            [item.importer?.reference] + item.addressee.taxIDs.map { "\($0.kind) \($0.value)" }
        put(
            importer.compactMap { $0 }.joined(separator: "  "),
            .millimetres(left, Y.importerReference + 3.9, X.right - left, 3.2),
            FieldName("/importer/reference")
        )
        put(
            [item.importer?.phone, item.importer?.email].compactMap { $0 }.joined(separator: "  "),
            .millimetres(left, Y.importerContact + 3.4, X.right - left, 3.5),
            FieldName("/importer/email")
        )
        return marks
    }

    private func totals(_ paper: Paper) -> [Mark] {
        let top = Y.totals + 3.7
        let style = { (align: Alignment, lines: Int) in
            TextStyle(
                .bold,
                points: 8.5,
                shrinkTo: 4,
                align: align,
                vertical: .middle,
                maxLines: lines
            )
        }
        var marks: [Mark] = [
            .text(
                paper.item.grossWeight.kilograms,
                in: .millimetres(103, top, 28.6, 3.8),
                style(.right, 1),
                field: FieldName("/grossWeight")
            )
        ]
        let totals = paper.declaration.totals
        if totals.count == 1 {
            let amount = Box.millimetres(135, top, 18.4, 3.8)
            let currency = Box.millimetres(154.4, top, 7, 3.8)
            marks.append(.text(totals[0].amount, in: amount, style(.right, 1)))
            marks.append(.text(totals[0].currency.code, in: currency, style(.left, 1)))
        } else {
            let box = Box.millimetres(134.8, top, 26.6, 3.8)
            marks.append(.text(paper.totalValue, in: box, style(.left, 2)))
        }
        if let postage = paper.item.postage {
            marks.append(
                .text(
                    postage.text,
                    in: .millimetres(163, top, 41.4, 3.8),
                    FormStyle.figures(8.5),
                    field: FieldName("/postage/amount")
                )
            )
        }
        switch paper.item.dutiesPaidBy {
        case .sender: marks += Self.payer.cross(0)
        case .addressee: marks += Self.payer.cross(1)
        case nil: break
        }
        return marks
    }

    private func lower(_ paper: Paper) -> [Mark] {
        let declaration = paper.declaration
        var marks = Self.categories.cross(declaration.nature)
        func put(_ text: String?, _ box: Box, _ style: TextStyle, _ field: FieldName? = nil) {
            guard let text else { return }
            marks.append(.text(text, in: box, style, field: field))
        }
        put(
            declaration.explanation(paper.languages),
            .millimetres(90.8, Y.lower + 3.6, 32.4, 11),
            FormStyle.entry(7.5, least: 5, lines: 4),
            FieldName("/contents/explanation")
        )
        put(
            declaration.comments,
            .millimetres(X.left, Y.comments + 3.8, 118, 4.2),
            FormStyle.entry(7.5, least: 4.2, lines: 2),
            FieldName("/contents/comments")
        )
        let numbers = [declaration.licence, declaration.certificate, declaration.invoice]
        let fields = [
            FieldName("/contents/licence"), FieldName("/contents/certificate"),
            FieldName("/contents/invoice"),
        ]
        for (index, number) in numbers.enumerated() where number != nil {
            let corner = Self.papers.corners[index]
            marks += Self.papers.cross(index)
            put(
                number,
                .millimetres(corner.x + 3.2, Y.papers + 3.4, 34.6, 3.4),
                FormStyle.entry(8, least: 4.4, align: .left),
                fields[index]
            )
        }
        let style = FormStyle.entry(8, least: 5, align: .left)
        put(paper.office.operatorName, .millimetres(X.left, Y.office + 2.9, 76, 3.3), style)
        put(paper.day.text, .millimetres(84.4, Y.office + 2.9, 39, 3.3), style)
        let left = X.signature + 1.4
        put(paper.day.text, .millimetres(left, 135.6, 22, 3.6), style)
        put(
            paper.item.sender.name ?? paper.item.sender.company,
            .millimetres(left + 23, 139.5, X.right - left - 23, 3),
            FormStyle.entry(6, least: 3.6, align: .left)
        )
        return marks
    }
}
