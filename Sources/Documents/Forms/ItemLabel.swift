import Mail

/// The label on an item: who sends it, where it goes, its number, and the CN 22 where it bears one.
struct ItemLabel {
    let format: LabelFormat
    let withCN22: Bool

    init(_ format: LabelFormat, withCN22: Bool) {
        self.format = format
        self.withCN22 = withCN22
    }

    var size: Size { .millimetres(format.millimetres.width, format.millimetres.height) }

    var side: FormSide {
        switch (format, withCN22) {
        case (.mm100x150, false): .label100x150
        case (.mm100x150, true): .label100x150WithCN22
        case (.a6, false): .labelA6
        case (.a6, true): .labelA6WithCN22
        }
    }

    private static let margin = 4.0
    private static let headBottom = 12.6
    /// Width of the column in which From and To stand.
    private static let gutter = 15.0
    private var right: Double { format.millimetres.width - Self.margin }
    private var bottom: Double { format.millimetres.height - Self.margin }
    private var senderBottom: Double { withCN22 ? 26 : 30 }
    private var detailsLeft: Double { right - 29 }
    private var addressBottom: Double { withCN22 ? 50.4 : 92 }
    private var symbolBottom: Double { withCN22 ? 72.2 : 127 }
    private var symbolHeight: Length { .millimetres(withCN22 ? 14 : 24) }

    private var panel: CN22Panel {
        CN22Panel(
            x: Self.margin,
            y: symbolBottom + 5.4,
            width: right - Self.margin,
            height: bottom - symbolBottom - 5.4,
            points: 5.2
        )
    }

    /// Where the bar code stands: bars only, for printers that draw it themselves.
    func bars(_ id: ItemID) -> Bars {
        let symbol = symbol(id)
        let corner = corner(of: symbol)
        return Bars(
            origin: Point(x: corner.x + symbol.quietZone, y: corner.y),
            module: symbol.module,
            height: symbol.height,
            widths: symbol.code.widths
        )
    }

    private func symbol(_ id: ItemID) -> ItemSymbol {
        // Three dots of a printer with eight a millimetre.
        ItemSymbol(
            id,
            module: .micrometres(375),
            height: symbolHeight,
            points: withCN22 ? 11 : 13
        )
    }

    private func corner(of symbol: ItemSymbol) -> Point {
        Point(
            x: (size.width - symbol.fullWidth) / 2,
            y: .millimetres(addressBottom + 1.5)
        )
    }
}

// What every label has in common.
extension ItemLabel {
    func draw(with pen: inout FormPen, _ mode: Mode) {
        if mode == .test {
            TestMark.band(in: .millimetres(43, Self.margin - 0.3, 20, 7.6), with: &pen)
        }
        pen.across(Self.headBottom, from: Self.margin, to: right, width: FormStyle.heavy)
        pen.stacked(
            CommonTexts.from,
            in: .millimetres(Self.margin, Self.headBottom + 1.1, Self.gutter - 1, 5),
            points: 6
        )
        pen.down(detailsLeft - 1.4, from: Self.headBottom, to: senderBottom)
        pen.across(senderBottom, from: Self.margin, to: right, width: FormStyle.thin)
        pen.stacked(
            CommonTexts.to,
            in: .millimetres(Self.margin, senderBottom + 1.3, Self.gutter - 1, 6),
            points: 7
        )
        pen.across(addressBottom, from: Self.margin, to: right, width: FormStyle.thin)
        pen.across(symbolBottom, from: Self.margin, to: right, width: FormStyle.thin)
        guard withCN22 else { return }
        let title = CommonTexts.customsDeclaration
        let top = symbolBottom + 0.5
        pen.text(
            title[pen.languages.first].uppercased(),
            in: .millimetres(Self.margin, top, 40, 2.5),
            FormStyle.heading(6.4)
        )
        pen.text(
            title[pen.languages.second].uppercased(),
            in: .millimetres(Self.margin, top + 2.4, 40, 2.3),
            FormStyle.heading(5.4, face: .sans)
        )
        pen.stacked(
            CommonTexts.mayBeOpened,
            in: .millimetres(46, top + 0.1, right - 66, 4.6),
            points: 5
        )
        pen.text(
            CN22Texts.number[pen.languages.first],
            in: .millimetres(right - 20, top, 20, 4.6),
            FormStyle.heading(12, align: .right)
        )
        pen.across(panel.y - 0.1, from: Self.margin, to: right)
        panel.draw(with: &pen, mode)
    }
}

// What one label says.
extension ItemLabel {
    func marks(_ paper: Paper) -> [Mark] {
        let product = LabelTexts.product(paper.item.product)
        let languages = paper.languages
        let left = right - 33
        var marks: [Mark] = [
            .text(
                paper.office.operatorName,
                in: .millimetres(Self.margin, Self.margin, 38, 7.4),
                TextStyle(
                    .bold,
                    points: 11,
                    shrinkTo: 5.6,
                    align: .left,
                    vertical: .middle,
                    maxLines: 2,
                    leading: 108
                )
            ),
            .text(
                product[languages.first],
                in: .millimetres(left, Self.margin - 0.2, 33, 4.8),
                FormStyle.heading(12, align: .right)
            ),
        ]
        if product[languages.first] != product[languages.second] {
            marks.append(
                .text(
                    product[languages.second],
                    in: .millimetres(left, 8.6, 33, 3.2),
                    FormStyle.heading(7.4, face: .sans, align: .right)
                )
            )
        }
        let block = Self.margin + Self.gutter
        let senderTop = Self.headBottom + 1
        marks += PartyBlock(paper.item.sender, .sender, languages)
            .marks(
                in: .millimetres(
                    block,
                    senderTop,
                    detailsLeft - 2.4 - block,
                    senderBottom - senderTop - 0.6
                ),
                points: 7.6,
                least: 4
            )
        let addressTop = senderBottom + 1.2
        marks += PartyBlock(paper.item.addressee, .addressee, languages, .phone)
            .marks(
                in: .millimetres(
                    block,
                    addressTop,
                    right - block,
                    addressBottom - addressTop - 0.8
                ),
                points: withCN22 ? 11.5 : 16,
                least: 6
            )
        marks += details(paper)
        let symbol = symbol(paper.id)
        marks += symbol.marks(at: corner(of: symbol))
        marks += withCN22 ? panel.marks(paper) : foot(paper)
        return marks
    }

    private func details(_ paper: Paper) -> [Mark] {
        let languages = paper.languages
        var rows: [(FormText, String, FieldName?)] = [
            (
                CommonTexts.weight, "\(paper.item.grossWeight.kilograms) kg",
                FieldName("/grossWeight")
            ),
            (LabelTexts.posted, paper.day.text, FieldName("/postingDate")),
        ]
        if let value = paper.item.insuredValue {
            rows.append((CommonTexts.insuredValue, value.text, FieldName("/insuredValue/amount")))
        }
        if let reference = paper.item.reference {
            rows.append((CommonTexts.reference, reference, FieldName("/reference")))
        }
        switch paper.item.dutiesPaidBy {
        case .sender:
            rows.append((LabelTexts.dutiesPaid, CommonTexts.sender[languages.first], nil))
        case .addressee:
            rows.append((LabelTexts.dutiesPaid, CommonTexts.addressee[languages.first], nil))
        case nil: break
        }
        let pitch = min(4.4, (senderBottom - Self.headBottom - 1) / Double(rows.count))
        return rows.enumerated()
            .flatMap { index, row -> [Mark] in
                let top = Self.headBottom + 0.6 + Double(index) * pitch
                return [
                    .text(
                        row.0[languages.first],
                        in: .millimetres(detailsLeft, top, 11.4, pitch),
                        FormStyle.entry(5, least: 3.4, align: .left)
                    ),
                    .text(
                        row.1,
                        in: .millimetres(
                            detailsLeft + 11.8,
                            top,
                            right - detailsLeft - 11.8,
                            pitch
                        ),
                        FormStyle.entry(min(7.5, pitch * 2.2), least: 3.6, align: .right),
                        field: row.2
                    ),
                ]
            }
    }

    /// What a label says where another has its CN 22: the form that goes with the item, and the
    /// country it goes to, to be read from afar.
    private func foot(_ paper: Paper) -> [Mark] {
        let languages = paper.languages
        let top = symbolBottom + 2
        var marks: [Mark] = [
            .text(
                paper.item.addressee.country.code,
                in: .millimetres(right - 26, top - 0.6, 26, bottom - top + 0.6),
                FormStyle.heading(40, align: .right)
            )
        ]
        let form: FormText
        switch paper.decision.form {
        case .none: return marks
        case .cn22: form = CN22Texts.number
        case .cn23: form = CN23Texts.number
        case .cp72: form = CP71Texts.setNumber
        }
        let width = right - Self.margin - 28
        marks.append(
            .text(
                form[languages.first],
                in: .millimetres(Self.margin, top, width, 7.4),
                FormStyle.heading(20)
            )
        )
        for (index, language) in [languages.first, languages.second].enumerated() {
            marks.append(
                .text(
                    LabelTexts.formAttached[language],
                    in: .millimetres(Self.margin, top + 7.6 + Double(index) * 4, width, 4),
                    FormStyle.heading(9, face: index == 0 ? .bold : .sans)
                )
            )
        }
        return marks
    }
}
