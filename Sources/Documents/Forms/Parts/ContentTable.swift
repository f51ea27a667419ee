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
            row(line, first + offset, top: y, height: height, language, &marks)
            y = y + height
            if y < .millimetres(bottom - 2) {
                marks.append(
                    .rule(
                        from: Point(x: .millimetres(Edge.left), y: y),
                        to: Point(x: .millimetres(Edge.right), y: y),
                        width: FormStyle.hairline
                    )
                )
            }
        }
        return marks
    }

    private func row(
        _ line: ContentLine,
        _ index: Int,
        top: Length,
        height: Length,
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
        let pad = Length.micrometres(1050)
        let ids = Length.millimetres(line.identifiers == nil ? 0 : 2.4)
        let band = Length.micrometres(3700)
        let column = { (align: Alignment) in
            FormStyle.entry(8, least: 4.6, align: align, vertical: .top)
        }
        put(
            line.description,
            cell(Edge.left, Edge.quantity - 1, top + pad, height - ids - pad),
            FormStyle.entry(8, least: 5.2, vertical: .top, lines: 40),
            FieldName("/contents/lines/*/description", at: index)
        )
        if let identifiers = line.identifiers {
            put(
                identifiers,
                cell(
                    Edge.left,
                    Edge.quantity - 1,
                    top + height - ids - .micrometres(500),
                    ids
                ),
                FormStyle.entry(6, least: 4.4),
                FieldName("/contents/lines/*/sku", at: index)
            )
        }
        put(
            String(line.quantity),
            cell(Edge.quantity + 1, Edge.weight - 2, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/quantity", at: index)
        )
        put(
            line.netWeight.kilograms,
            cell(Edge.weight + 1, Edge.value - 2.4, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/lineNetWeight", at: index)
        )
        put(
            line.value.amount,
            cell(Edge.value + 1, Edge.tariff - 8.6, top + pad, band),
            column(.right),
            FieldName("/contents/lines/*/lineValue", at: index)
        )
        put(
            line.value.currency.code,
            cell(Edge.tariff - 7.6, Edge.tariff - 0.6, top + pad, band),
            column(.left)
        )
        if let code = line.tariffCode {
            put(
                code.digits,
                cell(Edge.tariff + 1, Edge.origin - 1, top + pad, band),
                column(.left),
                FieldName("/contents/lines/*/tariffCode", at: index)
            )
        }
        if let origin = line.origin {
            put(origin.code, cell(Edge.origin + 1, Edge.origin + 6, top + pad, band), column(.left))
            put(
                origin.shortName(in: language),
                cell(Edge.origin + 6.2, Edge.right - 0.2, top, .millimetres(5.6)),
                FormStyle.entry(5.6, least: 3.4, align: .left, lines: 2),
                FieldName("/contents/lines/*/origin", at: index)
            )
        }
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
