import Mail

/// The content lines on the forms of 210 × 148 mm.
struct ContentTable {
    /// The edges of the columns, in millimetres.
    private enum Edge {
        static let left = 5.0
        static let quantity = 102.0
        static let weight = 115.0
        static let value = 134.0
        static let tariff = 162.0
        static let origin = 184.0
        static let right = 205.0
    }

    let top: Double
    let rowsTop: Double
    let bottom: Double

    init(top: Double, bottom: Double) {
        self.top = top
        rowsTop = top + 8
        self.bottom = bottom
    }

    func draw(with pen: inout FormPen) {
        pen.across(top, from: Edge.left, to: Edge.right, width: FormStyle.thin)
        pen.across(rowsTop, from: Edge.left, to: Edge.right)
        pen.across(bottom, from: Edge.left, to: Edge.right, width: FormStyle.thin)
        for x in [Edge.quantity, Edge.weight, Edge.value, Edge.tariff] {
            pen.down(x, from: top, to: bottom)
        }
        pen.down(Edge.origin, from: top + 3.8, to: bottom)
        let heads: [(FormText, String, Double, Double)] = [
            (CN23Texts.description, "1", Edge.left, Edge.quantity),
            (CommonTexts.quantity, "2", Edge.quantity + 0.9, Edge.weight),
            (CommonTexts.netWeight, "3", Edge.weight + 0.9, Edge.value),
            (CommonTexts.value, "5", Edge.value + 0.9, Edge.tariff),
        ]
        for (text, number, left, right) in heads {
            pen.stacked(
                text,
                in: .millimetres(left, top + 1.2, right - left - 0.8, 5.4),
                number: number
            )
        }
        pen.caption(
            CN23Texts.commercialOnly,
            in: .millimetres(Edge.tariff + 0.9, top + 0.4, Edge.right - Edge.tariff - 1.4, 3.4),
            points: 4.4
        )
        pen.across(top + 3.8, from: Edge.tariff, to: Edge.right)
        pen.stacked(
            CommonTexts.tariffNumber,
            in: .millimetres(Edge.tariff + 0.9, top + 4.2, Edge.origin - Edge.tariff - 1.2, 3.7),
            number: "7",
            points: 4.8
        )
        pen.stacked(
            CommonTexts.origin,
            in: .millimetres(Edge.origin + 0.9, top + 4.2, Edge.right - Edge.origin - 1.2, 3.7),
            number: "8",
            points: 4.8
        )
    }

    /// How many of the lines from an index on this table holds, and how high each stands.
    func page(_ lines: ArraySlice<ContentLine>) -> (count: Int, heights: [Length]) {
        let pool = Length.millimetres(bottom - rowsTop)
        var heights: [Length] = []
        var used = Length.zero
        for line in lines {
            let height = min(Self.height(of: line), pool)
            guard used + height <= pool else { break }
            used = used + height
            heights.append(height)
        }
        return (heights.count, heights)
    }

    private static func height(of line: ContentLine) -> Length {
        let texts = RowHeights.lines(line.description, perLine: 64)
        let ids = line.identifiers == nil ? 0 : 2.4
        return .millimetres(Double(texts) * 3.2 + 2.4 + ids)
    }

    /// The marks of the lines of one sheet; `first` is where these begin in the declaration.
    func marks(
        _ lines: ArraySlice<ContentLine>,
        _ heights: [Length],
        first: Int,
        _ language: Language
    ) -> [Mark] {
        var marks: [Mark] = []
        marks.reserveCapacity(lines.count * 9)
        var y = Length.millimetres(rowsTop)
        for (offset, (line, height)) in zip(lines, heights).enumerated() {
            var row = TableRow(
                top: y,
                pad: .micrometres(1050),
                points: 8,
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
        let ids = Length.millimetres(line.identifiers == nil ? 0 : 2.4)
        row.add(
            line.description,
            Edge.left,
            Edge.quantity - 1,
            from: row.pad,
            height: height - ids - row.pad,
            FormStyle.entry(8, least: 5.2, vertical: .top, lines: 40),
            "/contents/lines/*/description"
        )
        if let identifiers = line.identifiers {
            row.add(
                identifiers,
                Edge.left,
                Edge.quantity - 1,
                from: height - ids - .micrometres(500),
                height: ids,
                FormStyle.entry(6, least: 4.4),
                "/contents/lines/*/sku"
            )
        }
        let (weight, value, tariff) = (Edge.weight, Edge.value, Edge.tariff)
        row.column(
            String(line.quantity),
            Edge.quantity + 1,
            weight - 2,
            .right,
            "/contents/lines/*/quantity"
        )
        row.column(
            line.netWeight.kilograms,
            weight + 1,
            value - 2.4,
            .right,
            "/contents/lines/*/lineNetWeight"
        )
        row.column(
            line.value.amount,
            value + 1,
            tariff - 8.6,
            .right,
            "/contents/lines/*/lineValue"
        )
        row.column(line.value.currency.code, tariff - 7.6, tariff - 0.6, .left)
        row.column(
            line.tariffCode?.digits,
            tariff + 1,
            Edge.origin - 1,
            .left,
            "/contents/lines/*/tariffCode"
        )
        guard let origin = line.origin else { return }
        row.column(origin.code, Edge.origin + 1, Edge.origin + 6, .left)
        row.add(
            origin.shortName(in: language),
            Edge.origin + 6.2,
            Edge.right - 0.2,
            from: .zero,
            height: .millimetres(5.6),
            FormStyle.entry(5.6, least: 3.4, align: .left, lines: 2),
            "/contents/lines/*/origin"
        )
    }
}

extension ContentLine {
    /// The product's identifiers in one line, where any is stated.
    var identifiers: String? {
        if sku == nil, gtin == nil, manufacturerID == nil { return nil }
        return [
            sku.map { "SKU \($0)" }, gtin.map { "GTIN \($0)" },
            manufacturerID.map { "MID \($0)" },
        ]
        .compactMap { $0 }.joined(separator: "   ")
    }
}

extension Country {
    /// The name beside a code where it is short enough to help; the code alone says it all.
    func shortName(in language: Language) -> String {
        let name = name(in: language)
        return name.count > 28 ? "" : name
    }
}
