/// Draws a form part by part, in millimetres from the sheet's top left corner.
struct FormPen {
    let languages: FormLanguages
    let ruler: Ruler
    private(set) var marks: [Mark] = []

    init(_ languages: FormLanguages, _ ruler: Ruler) {
        self.languages = languages
        self.ruler = ruler
    }

    mutating func add(_ mark: Mark) { marks.append(mark) }

    mutating func frame(_ box: Box, width: Length = FormStyle.thin) {
        marks.append(.rectangle(Rectangle(box, width: width)))
    }

    /// A horizontal rule.
    mutating func across(
        _ y: Double,
        from left: Double,
        to right: Double,
        width: Length = FormStyle.hairline
    ) {
        marks.append(.rule(from: .millimetres(left, y), to: .millimetres(right, y), width: width))
    }

    /// A vertical rule.
    mutating func down(
        _ x: Double,
        from top: Double,
        to bottom: Double,
        width: Length = FormStyle.hairline
    ) {
        marks.append(.rule(from: .millimetres(x, top), to: .millimetres(x, bottom), width: width))
    }

    mutating func text(
        _ text: String,
        in box: Box,
        _ style: TextStyle,
        field: FieldName? = nil
    ) {
        marks.append(.text(text, in: box, style, field: field))
    }

    /// A caption in both languages: side by side where the box is wide enough, else one below the
    /// other.
    mutating func caption(
        _ text: FormText,
        in box: Box,
        number: String? = nil,
        points: Double = 5.4
    ) {
        let suffix = number.map { " (\($0))" } ?? ""
        let first = text[languages.first] + suffix
        let second = text[languages.second]
        let style = FormStyle.caption(points)
        let gap = Length.millimetres(1)
        let used = width(first, style.face, points)
        let needed = used + gap + width(second, FormStyle.second(points).face, points)
        if first == second {
            marks.append(.text(first, in: box, style))
        } else if needed <= box.width {
            let rest = Box(
                origin: Point(x: box.left + used + gap, y: box.top),
                size: Size(width: box.width - used - gap, height: box.height)
            )
            marks.append(.text(first, in: box, style))
            marks.append(.text(second, in: rest, FormStyle.second(points)))
        } else {
            stack(first, second, in: box, points: points)
        }
    }

    /// A wording that cannot be measured takes all the room; preparing the form then says why.
    private func width(_ text: String, _ face: Face, _ points: Double) -> Length {
        (try? ruler.width(text, face, points: points)) ?? .millimetres(1000)
    }

    /// Both wordings one below the other, always.
    mutating func stacked(
        _ text: FormText,
        in box: Box,
        number: String? = nil,
        points: Double = 5.4,
        align: Alignment = .left
    ) {
        let first = text[languages.first] + (number.map { " (\($0))" } ?? "")
        stack(first, text[languages.second], in: box, points: points, align: align)
    }

    private mutating func stack(
        _ first: String,
        _ second: String,
        in box: Box,
        points: Double,
        align: Alignment = .left
    ) {
        let style = { (face: Face) in
            TextStyle(face, points: points, shrinkTo: 4, align: align, leading: 106)
        }
        let line = min(Length.points(points * 1.12), box.height / 2)
        let upper = Box(origin: box.origin, size: Size(width: box.width, height: line))
        let lower = Box(
            origin: Point(x: box.left, y: box.top + line),
            size: Size(width: box.width, height: line)
        )
        marks.append(.text(first, in: upper, style(.bold)))
        if first != second { marks.append(.text(second, in: lower, style(.sans))) }
    }
}
