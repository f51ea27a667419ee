/// One glyph at its place on the sheet.
package struct PlacedGlyph: Hashable, Sendable {
    /// Index in ``LaidRun/program``; never in another font.
    package let id: UInt16
    /// The glyph's origin on the baseline, from the sheet's top left corner, y down.
    package let origin: Point

    package init(id: UInt16, origin: Point) {
        self.id = id
        self.origin = origin
    }
}

/// Glyphs of one font, size and ink, as the PDF shows them: what a raster draws.
package struct LaidRun: Sendable {
    package let program: FontProgram
    /// The em square on paper: one font unit is `size / program.unitsPerEm`.
    package let size: Length
    package let ink: Ink
    package let glyphs: [PlacedGlyph]

    package init(program: FontProgram, size: Length, ink: Ink, glyphs: [PlacedGlyph]) {
        self.program = program
        self.size = size
        self.ink = ink
        self.glyphs = glyphs
    }
}
