/// A place on a sheet: x to the right and y **down**, both from the sheet's top left corner.
package struct Point: Hashable, Sendable {
    package let x: Length
    package let y: Length

    package init(x: Length, y: Length) {
        self.x = x
        self.y = y
    }

    package static let zero = Point(x: .zero, y: .zero)

    /// A point given in millimetres from the top left corner.
    package static func millimetres(_ x: Double, _ y: Double) -> Point {
        Point(x: .millimetres(x), y: .millimetres(y))
    }
}

/// A width and a height.
package struct Size: Hashable, Sendable {
    package let width: Length
    package let height: Length

    package init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }

    package static func millimetres(_ width: Double, _ height: Double) -> Size {
        Size(width: .millimetres(width), height: .millimetres(height))
    }

    /// ISO 216, portrait.
    package static let a4 = Size.millimetres(210, 297)
    package static let a5Landscape = Size.millimetres(210, 148)
    package static let a6 = Size.millimetres(105, 148)
}

/// An upright rectangle on a sheet.
package struct Box: Hashable, Sendable {
    package let origin: Point
    package let size: Size

    package init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A box by its top left corner, width and height, in millimetres.
    package static func millimetres(
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double
    ) -> Box {
        Box(origin: .millimetres(x, y), size: .millimetres(width, height))
    }

    package var left: Length { origin.x }
    package var top: Length { origin.y }
    package var right: Length { origin.x + size.width }
    package var bottom: Length { origin.y + size.height }
    package var width: Length { size.width }
    package var height: Length { size.height }

    /// The box made smaller by the same margin on all four sides.
    package func inset(by margin: Length) -> Box {
        inset(x: margin, y: margin)
    }

    /// The box made smaller by `x` left and right, `y` above and below.
    package func inset(x: Length, y: Length) -> Box {
        Box(
            origin: Point(x: left + x, y: top + y),
            size: Size(width: width - x * 2, height: height - y * 2)
        )
    }
}
