import Mail

/// One row of a table: texts in columns, all on the baseline of the first line.
struct TableRow {
    let top: Length
    /// From the row's upper rule to the box of the first line.
    let pad: Length
    let points: Double
    /// The index of the content line, for the names of its fields.
    let index: Int
    private(set) var marks: [Mark] = []

    init(top: Length, pad: Length, points: Double, index: Int) {
        self.top = top
        self.pad = pad
        self.points = points
        self.index = index
        marks.reserveCapacity(10)
    }

    /// A text of one line in a column, from `left` to `right` millimetres; nothing for no text.
    mutating func column(
        _ text: String?,
        _ left: Double,
        _ right: Double,
        _ align: Alignment,
        _ field: StaticString? = nil
    ) {
        guard let text else { return }
        let style = FormStyle.entry(points, least: 4.6, align: align, vertical: .top)
        add(text, left, right, from: pad, height: .points(points * 1.3), style, field)
    }

    /// A text with a style of its own, its box beginning `from` the row's upper rule.
    mutating func add(
        _ text: String,
        _ left: Double,
        _ right: Double,
        from: Length,
        height: Length,
        _ style: TextStyle,
        _ field: StaticString? = nil
    ) {
        let box = Box(
            origin: Point(x: .millimetres(left), y: top + from),
            size: Size(width: .millimetres(right - left), height: height)
        )
        marks.append(.text(text, in: box, style, field: field.map { FieldName($0, at: index) }))
    }

    /// The hairline below the row.
    mutating func rule(_ left: Double, _ right: Double, below height: Length) {
        marks.append(
            .rule(
                from: Point(x: .millimetres(left), y: top + height),
                to: Point(x: .millimetres(right), y: top + height),
                width: FormStyle.hairline
            )
        )
    }
}
