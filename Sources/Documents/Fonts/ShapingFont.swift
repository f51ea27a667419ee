import CHarfBuzz

/// A HarfBuzz face and font made of a font file's bytes.
///
/// `@unchecked Sendable`: all handles are made immutable before the initialiser returns, and
/// HarfBuzz promises that immutable objects may be used by any number of threads.
@safe
final class ShapingFont: @unchecked Sendable {
    let face: OpaquePointer
    let font: OpaquePointer
    /// The glyphs alone, from which subsets are made.
    let outlines: OpaquePointer
    let facts: FontFacts

    init?(bytes: [UInt8]) {
        let blob = unsafe bytes.withUnsafeBytes { buffer in
            unsafe hb_blob_create(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                UInt32(buffer.count),
                HB_MEMORY_MODE_DUPLICATE,
                nil,
                nil
            )
        }
        defer { unsafe hb_blob_destroy(blob) }
        guard let face = unsafe hb_face_create(blob, 0), unsafe hb_face_get_glyph_count(face) > 0,
            let font = unsafe hb_font_create(face),
            let outlines = unsafe FontSubset.outlines(of: face)
        else { return nil }
        unsafe hb_face_make_immutable(face)
        unsafe hb_font_make_immutable(font)
        unsafe self.face = face
        unsafe self.font = font
        unsafe self.outlines = outlines
        facts = unsafe FontFacts(of: face)
    }

    deinit {
        unsafe hb_face_destroy(outlines)
        unsafe hb_font_destroy(font)
        unsafe hb_face_destroy(face)
    }

    /// The glyph of a character without shaping; nil where the font has none.
    func glyph(of scalar: UInt32) -> UInt16? {
        var glyph: UInt32 = 0
        guard unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0, glyph != 0
        else { return nil }
        return UInt16(truncatingIfNeeded: glyph)
    }

    /// How far a glyph moves the pen, in font units.
    func advance(of glyph: UInt16) -> Int {
        Int(unsafe hb_font_get_glyph_h_advance(font, UInt32(glyph)))
    }

    /// The highest and lowest ink of a glyph above the baseline, in font units.
    func ink(of glyph: UInt16) -> (top: Int, bottom: Int) {
        var extents = hb_glyph_extents_t()
        guard unsafe hb_font_get_glyph_extents(font, UInt32(glyph), &extents) != 0
        else { return (0, 0) }
        let top = Int(extents.y_bearing)
        return (top, top + Int(extents.height))
    }

    /// The characters of the font as a HarfBuzz set the caller destroys.
    func characters() -> OpaquePointer? {
        let set = unsafe hb_set_create()
        unsafe hb_face_collect_unicodes(face, set)
        return unsafe set
    }
}
