/// One thing on a sheet; later marks lie on top of earlier ones.
package enum Mark: Hashable, Sendable {
    case text(TextMark)
    case rule(Rule)
    case rectangle(Rectangle)
    case bars(Bars)

    /// A text in its box.
    package static func text(
        _ text: String,
        in box: Box,
        _ style: TextStyle,
        field: FieldName? = nil
    ) -> Mark {
        .text(TextMark(text, in: box, style, field: field))
    }

    /// A straight line.
    package static func rule(from: Point, to: Point, width: Length, ink: Ink = .black) -> Mark {
        .rule(Rule(from: from, to: to, width: width, ink: ink))
    }
}

/// A text set in a box: it fits inside with all its ink, or it is a ``TextFlaw``.
///
/// `\n` begins a new line; every other control character is a flaw.
package struct TextMark: Hashable, Sendable {
    package let text: String
    package let box: Box
    package let style: TextStyle
    package let field: FieldName?

    package init(_ text: String, in box: Box, _ style: TextStyle, field: FieldName? = nil) {
        self.text = text
        self.box = box
        self.style = style
        self.field = field
    }
}

/// A straight line with butt ends, horizontal or vertical or slanted.
package struct Rule: Hashable, Sendable {
    package let from: Point
    package let to: Point
    package let width: Length
    package let ink: Ink

    package init(from: Point, to: Point, width: Length, ink: Ink = .black) {
        self.from = from
        self.to = to
        self.width = width
        self.ink = ink
    }
}

/// An upright rectangle, filled, outlined, or both; the outline lies centred on its edge.
package struct Rectangle: Hashable, Sendable {
    package let box: Box
    package let fill: Ink?
    package let stroke: Ink?
    package let strokeWidth: Length

    package init(_ box: Box, fill: Ink) {
        self.box = box
        self.fill = fill
        stroke = nil
        strokeWidth = .zero
    }

    package init(_ box: Box, fill: Ink? = nil, stroke: Ink = .black, width: Length) {
        self.box = box
        self.fill = fill
        self.stroke = stroke
        strokeWidth = width
    }
}

/// A linear bar code: bars and spaces as multiples of one module.
///
/// The quiet zones are the form's business: nothing may be drawn in them.
package struct Bars: Hashable, Sendable {
    /// The top left corner of the first bar.
    package let origin: Point
    /// The width of the narrowest bar, exactly.
    package let module: Length
    package let height: Length
    /// Widths in modules, bar and space in turn, beginning and ending with a bar.
    package let widths: [UInt8]

    package init(origin: Point, module: Length, height: Length, widths: [UInt8]) {
        precondition(widths.count % 2 == 1, "bars begin and end with a bar")
        self.origin = origin
        self.module = module
        self.height = height
        self.widths = widths
    }

    /// From the first bar's left edge to the last bar's right edge, without quiet zones.
    package var width: Length {
        module * widths.reduce(0) { $0 + Int($1) }
    }
}
