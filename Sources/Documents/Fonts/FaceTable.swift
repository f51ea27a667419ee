/// What setting needs to know of a common character, without asking any font.
struct FastGlyph: Sendable {
    /// Glyph in its block; 0: the character is not of the common repertoire.
    let glyph: UInt16
    let font: FontRef
    /// In thousandths of the em square, as all lengths here.
    let advance: Int16
    let top: Int16
    let bottom: Int16

    static let none = FastGlyph(glyph: 0, font: FontRef(raw: 0), advance: 0, top: 0, bottom: 0)
}

/// Which of a library's fonts a glyph belongs to: prepared blocks first, then whole fonts.
struct FontRef: Hashable, Sendable, Comparable {
    let raw: UInt16

    private static let firstWhole: UInt16 = 64

    static func block(_ index: Int) -> FontRef { FontRef(raw: UInt16(index)) }

    static func whole(_ index: Int) -> FontRef { FontRef(raw: firstWhole + UInt16(index)) }

    /// Index into the library's blocks, or nil for a whole font.
    var block: Int? { raw < FontRef.firstWhole ? Int(raw) : nil }

    /// Index into the edition's fonts, or nil for a block.
    var whole: Int? { raw < FontRef.firstWhole ? nil : Int(raw - FontRef.firstWhole) }

    static func < (left: FontRef, right: FontRef) -> Bool { left.raw < right.raw }
}

/// The common repertoire of one face: a table from character to glyph.
struct FaceTable: Sendable {
    private let glyphs: [FastGlyph]

    init(blocks: [(ref: FontRef, block: PreparedBlock)]) {
        var glyphs = [FastGlyph](repeating: .none, count: Repertoire.limit)
        for (ref, block) in blocks {
            for entry in block.entries {
                glyphs[Int(entry.scalar)] = FastGlyph(
                    glyph: entry.glyph,
                    font: ref,
                    advance: entry.advance,
                    top: entry.top,
                    bottom: entry.bottom
                )
            }
        }
        self.glyphs = glyphs
    }

    /// The glyph of a character, or one with glyph 0.
    subscript(scalar: UInt32) -> FastGlyph {
        scalar < UInt32(Repertoire.limit) ? glyphs[Int(scalar)] : .none
    }
}
