/// The cut of type a text is set in; the edition says which fonts stand behind each.
package enum Face: UInt8, CaseIterable, Hashable, Sendable {
    case sans
    case bold
    case italic
    case mono
}

/// Where lines stand between the left and right side of their box.
package enum Alignment: UInt8, Hashable, Sendable {
    /// At the side where the paragraph's script begins: left for Latin, right for Arabic.
    case start
    case left
    case centre
    case right
}

/// Where the lines stand between the top and bottom of their box.
package enum VerticalAlignment: UInt8, Hashable, Sendable {
    case top
    /// Capital letters stand in the optical middle.
    case middle
    case bottom
}

/// How a text is set in its box.
package struct TextStyle: Hashable, Sendable {
    /// The size wished for, from one baseline's em square.
    package let size: Length
    /// The size below which nothing may go; equal to `size` when the text may not shrink.
    package let minimum: Length
    package let face: Face
    package let align: Alignment
    package let vertical: VerticalAlignment
    package let maxLines: UInt8
    /// Distance of baselines in per cent of the size; more where marks would collide.
    package let leading: UInt8
    package let ink: Ink

    /// A style in typographic points; a long text may shrink to `shrinkTo`, or not at all.
    package init(
        _ face: Face = .sans,
        points: Double,
        shrinkTo: Double? = nil,
        align: Alignment = .start,
        vertical: VerticalAlignment = .top,
        maxLines: Int = 1,
        leading: Int = 118,
        ink: Ink = .black
    ) {
        precondition((1...255).contains(maxLines), "a text has 1 to 255 lines, not \(maxLines)")
        precondition((80...255).contains(leading), "leading is 80 to 255 %, not \(leading)")
        self.face = face
        self.size = .points(points)
        self.minimum = .points(min(shrinkTo ?? points, points))
        self.align = align
        self.vertical = vertical
        self.maxLines = UInt8(maxLines)
        self.leading = UInt8(leading)
        self.ink = ink
    }
}
