/// One step of a glyph's outline, in font units with y **up**.
package enum PathStep: Hashable, Sendable {
    case move(x: Int32, y: Int32)
    case line(x: Int32, y: Int32)
    case quadratic(controlX: Int32, controlY: Int32, x: Int32, y: Int32)
    case close
}

/// A font's bytes and what can be asked of them; immutable, shared by every thread.
package final class FontProgram: Sendable {
    /// The TrueType file glyph ids refer to: a whole font or a prepared subset.
    package let bytes: [UInt8]
    package let unitsPerEm: Int

    init(bytes: [UInt8], unitsPerEm: Int) {
        self.bytes = bytes
        self.unitsPerEm = unitsPerEm
    }

    /// The outline of a glyph, composites resolved, filled by the non-zero rule.
    package func outline(of glyph: UInt16) -> [PathStep] {
        []
    }
}
