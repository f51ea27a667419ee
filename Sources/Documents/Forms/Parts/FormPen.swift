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

    /// A caption in both languages: side by side, a little smaller where that makes it fit, else one
    /// below the other.
    mutating func caption(
        _ text: FormText,
        in box: Box,
        number: String? = nil,
        points: Double = 5.4
    ) {
        let first = text[languages.first] + (number.map { " (\($0))" } ?? "")
        let second = text[languages.second]
        guard first != second else {
            marks.append(.text(first, in: box, FormStyle.caption(.bold, points)))
            return
        }
        let small = max(Self.least, points * 0.82)
        guard
            let size = [points, (points + small) / 2, small]
                .first(where: { size in
                    width(of: first, and: second, size) <= box.width
                })
        else { return stack(first, second, in: box, points: points) }
        let used = width(first, .bold, size) + Length.points(size / 2)
        let rest = Box(
            origin: Point(x: box.left + used, y: box.top),
            size: Size(width: box.width - used, height: box.height)
        )
        marks.append(.text(first, in: box, FormStyle.caption(.bold, size)))
        marks.append(.text(second, in: rest, FormStyle.caption(.sans, size)))
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

    /// Lines that a paragraph will take, words kept whole.
    func lines(_ text: String, width: Length, _ points: Double) -> Int {
        let space = self.width("n n", .sans, points) - self.width("nn", .sans, points)
        var lines = 1
        var used = Length.zero
        for word in text.split(separator: " ") {
            let next = self.width(String(word), .sans, points)
            if used > .zero, used + space + next > width {
                lines += 1
                used = next
            } else {
                used = used > .zero ? used + space + next : next
            }
        }
        return lines
    }

    private func width(of first: String, and second: String, _ points: Double) -> Length {
        width(first, .bold, points) + Length.points(points / 2) + width(second, .sans, points)
    }

    /// A wording that cannot be measured takes all the room; preparing the form then says why.
    private func width(_ text: String, _ face: Face, _ points: Double) -> Length {
        (try? ruler.width(text, face, points: points)) ?? .millimetres(1000)
    }

    private mutating func stack(
        _ first: String,
        _ second: String,
        in box: Box,
        points: Double,
        align: Alignment = .left
    ) {
        let texts = first == second ? [(first, Face.bold)] : [(first, .bold), (second, .sans)]
        // A wording that is too long even in the smallest type takes two lines.
        let lines = texts.map { text, face in
            width(text, face, Self.least) <= box.width ? 1 : 2
        }
        let line = min(Length.points(points * 1.12), box.height / lines.reduce(0, +))
        var top = box.top
        for ((text, face), count) in zip(texts, lines) {
            let place = Box(
                origin: Point(x: box.left, y: top),
                size: Size(width: box.width, height: line * count)
            )
            let style = TextStyle(
                face,
                points: points,
                shrinkTo: min(points, Self.least),
                align: align,
                maxLines: count,
                leading: 102
            )
            marks.append(.text(text, in: place, style))
            top = place.bottom
        }
    }

    /// The smallest caption.
    private static let least = 4.1
}
