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
            var row = TableRow(
                top: y,
                pad: .micrometres(1500),
                points: 9,
                index: first + offset
            )
            Self.write(line, height: height, language, in: &row)
            y = y + height
            if y < .millimetres(bottom - 2) { row.rule(Edge.left, Edge.right, below: height) }
            marks += row.marks
        }
        return marks
    }

    private static func write(
        _ line: ContentLine,
        height: Length,
        _ language: Language,
        in row: inout TableRow
    ) {
        let ids = Length.millimetres(line.identifiers == nil ? 0 : 3)
        let (left, right) = (Edge.description, Edge.tariff - 1.5)
        row.column(String(row.index + 1), Edge.left, left - 1, .left)
        row.add(
            line.description,
            left,
            right,
            from: row.pad,
            height: height - ids - row.pad,
            FormStyle.entry(9, least: 5.4, vertical: .top, lines: 60),
            "/contents/lines/*/description"
        )
        if let identifiers = line.identifiers {
            row.add(
                identifiers,
                left,
                right,
                from: height - ids - .micrometres(800),
                height: ids,
                FormStyle.entry(6.6, least: 4.4),
                "/contents/lines/*/sku"
            )
        }
        row.column(
            line.tariffCode?.digits,
            Edge.tariff,
            Edge.origin - 1,
            .left,
            "/contents/lines/*/tariffCode"
        )
        row.column(
            String(line.quantity),
            Edge.quantity,
            Edge.weight - 1,
            .right,
            "/contents/lines/*/quantity"
        )
        row.column(
            line.netWeight.kilograms,
            Edge.weight,
            Edge.value - 1,
            .right,
            "/contents/lines/*/lineNetWeight"
        )
        row.column(
            line.value.amount,
            Edge.value,
            Edge.right - 9,
            .right,
            "/contents/lines/*/lineValue"
        )
        row.column(line.value.currency.code, Edge.right - 8.4, Edge.right, .right)
        guard let origin = line.origin else { return }
        row.column(origin.code, Edge.origin, Edge.origin + 6, .left)
        row.add(
            origin.shortName(in: language),
            Edge.origin + 6,
            Edge.quantity - 0.6,
            from: .zero,
            height: .millimetres(7),
            FormStyle.entry(6, least: 3.6, align: .left, lines: 2),
            "/contents/lines/*/origin"
        )
    }
}
