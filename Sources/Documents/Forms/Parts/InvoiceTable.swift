import Mail

/// The lines of a commercial invoice.
struct InvoiceTable {
    private enum Edge {
        static let left = 18.0
        static let description = 25.0
        static let tariff = 96.0
        static let origin = 119.0
        static let quantity = 139.0
        static let weight = 151.0
        static let value = 167.0
        static let right = 192.0
    }

    let top: Double
    let bottom: Double
    private var rowsTop: Double { top + 8 }

    init(top: Double, bottom: Double) {
        self.top = top
        self.bottom = bottom
    }

    func draw(with pen: inout FormPen) {
        pen.across(top, from: Edge.left, to: Edge.right, width: FormStyle.thin)
        pen.across(rowsTop, from: Edge.left, to: Edge.right)
        pen.across(bottom, from: Edge.left, to: Edge.right, width: FormStyle.thin)
        let heads: [(FormText, Double, Double, Alignment)] = [
            (InvoiceTexts.description, Edge.description, Edge.tariff - 1, .left),
            (CommonTexts.tariffNumber, Edge.tariff, Edge.origin - 1, .left),
            (CommonTexts.origin, Edge.origin, Edge.quantity - 1, .left),
            (CommonTexts.quantity, Edge.quantity, Edge.weight - 1, .right),
            (CommonTexts.netWeight, Edge.weight, Edge.value - 1, .right),
            (InvoiceTexts.lineValue, Edge.value, Edge.right, .right),
        ]
        for (text, left, right, align) in heads {
            pen.stacked(
                text,
                in: .millimetres(left, top + 1.5, right - left, 5.4),
                points: 5.8,
                align: align
            )
        }
    }

    /// How high the lines from an index on stand, as far as one page holds them.
    func page(_ lines: ArraySlice<ContentLine>) -> [Length] {
        let pool = Length.millimetres(bottom - rowsTop)
        var heights: [Length] = []
        var used = Length.zero
        for line in lines {
            let texts = RowHeights.lines(line.description, perLine: 44)
            let ids = line.identifiers == nil ? 0 : 3.0
            let height = min(.millimetres(Double(texts) * 3.7 + 3.6 + ids), pool)
            guard used + height <= pool else { break }
            used = used + height
            heights.append(height)
        }
        return heights
    }

    func marks(
        _ lines: ArraySlice<ContentLine>,
        _ heights: [Length],
        first: Int,
        _ language: Language
    ) -> [Mark] {
        var marks: [Mark] = []
        var y = Length.millimetres(rowsTop)
        for (offset, (line, height)) in zip(lines, heights).enumerated() {
            row(line, first + offset, y, height, language, &marks)
            y = y + height
            guard y < .millimetres(bottom - 2) else { continue }
            marks.append(
                .rule(
                    from: Point(x: .millimetres(Edge.left), y: y),
                    to: Point(x: .millimetres(Edge.right), y: y),
                    width: FormStyle.hairline
                )
            )
        }
        return marks
    }

    private func row(
        _ line: ContentLine,
        _ index: Int,
        _ top: Length,
        _ height: Length,
        _ language: Language,
        _ marks: inout [Mark]
    ) {
        func cell(_ left: Double, _ right: Double, _ top: Length, _ height: Length) -> Box {
            Box(
                origin: Point(x: .millimetres(left), y: top),
                size: Size(width: .millimetres(right - left), height: height)
            )
        }
        func put(_ text: String, _ box: Box, _ style: TextStyle, _ field: FieldName? = nil) {
            marks.append(.text(text, in: box, style, field: field))
        }
        // All columns stand on the baseline of the description's first line.
        let pad = Length.micrometres(1500)
        let ids = Length.millimetres(line.identifiers == nil ? 0 : 3)
        let band = Length.micrometres(4200)
        let column = { (align: Alignment) in
            FormStyle.entry(9, least: 5, align: align, vertical: .top)
        }
        put(
            String(index + 1),
            cell(Edge.left, Edge.description - 1, top + pad, band),
            column(.left)
        )
        put(
            line.description,
            cell(Edge.description, Edge.tariff - 1.5, top + pad, height - ids - pad),
            FormStyle.entry(9, least: 5.4, vertical: .top, lines: 60),
            FieldName("/contents/lines/*/description", at: index)
        )
        if let identifiers = line.identifiers {
            put(
                identifiers,
                cell(
                    Edge.description,
                    Edge.tariff - 1.5,
                    top + height - ids - .micrometres(800),
                    ids
                ),
                FormStyle.entry(6.6, least: 4.4),
                FieldName("/contents/lines/*/sku", at: index)
            )
        }
        if let code = line.tariffCode {
            put(
                code.digits,
                cell(Edge.tariff, Edge.origin - 1, top + pad, band),
                column(.left),
                FieldName("/contents/lines/*/tariffCode", at: index)
            )
        }
        if let origin = line.origin {
            put(origin.code, cell(Edge.origin, Edge.origin + 6, top + pad, band), column(.left))
            put(
                origin.shortName(in: language),
                cell(Edge.origin + 6, Edge.quantity - 0.6, top, .millimetres(7)),
                FormStyle.entry(6, least: 3.6, align: .left, lines: 2),
                FieldName("/contents/lines/*/origin", at: index)
            )
        }
        put(
            String(line.quantity),
            cell(Edge.quantity, Edge.weight - 1, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/quantity", at: index)
        )
        put(
            line.netWeight.kilograms,
            cell(Edge.weight, Edge.value - 1, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/lineNetWeight", at: index)
        )
        put(
            line.value.amount,
            cell(Edge.value, Edge.right - 9, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/lineValue", at: index)
        )
        put(
            line.value.currency.code,
            cell(Edge.right - 8.4, Edge.right, top + pad, band),
            column(.right)
        )
    }
}
