extension ContentWriter {
    mutating func draw(_ rule: Rule) {
        leaveText()
        stroke(rule.ink, width: rule.width)
        point(rule.from)
        operation("m ")
        point(rule.to)
        operation("l S\n")
    }

    mutating func draw(_ rectangle: Rectangle) {
        leaveText()
        if let ink = rectangle.fill { fill(ink) }
        if let ink = rectangle.stroke { stroke(ink, width: rectangle.strokeWidth) }
        point(Point(x: rectangle.box.left, y: rectangle.box.bottom))
        number(rectangle.box.width.value)
        number(rectangle.box.height.value)
        switch (rectangle.fill, rectangle.stroke) {
        case (.some, .some): operation("re B\n")
        case (.some, nil): operation("re f\n")
        case (nil, .some): operation("re S\n")
        case (nil, nil): operation("re n\n")
        }
    }

    /// Bars as filled rectangles in a space whose unit is one module wide and the bars high.
    mutating func draw(_ bars: Bars) {
        leaveText()
        fill(.black)
        operation("q ")
        number(bars.module.value)
        operation("0 0 ")
        number(bars.height.value)
        point(Point(x: bars.origin.x, y: bars.origin.y + bars.height))
        operation("cm\n")
        var place = 0
        for (index, width) in bars.widths.enumerated() {
            if index % 2 == 0 {
                number(place)
                operation("0 ")
                number(Int(width))
                operation("1 re\n")
            }
            place += Int(width)
        }
        operation("f Q\n")
    }
}
