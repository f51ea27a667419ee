import CHarfBuzz

/// Some glyphs of a font as a TrueType file of their own, without what a PDF does not need.
struct FontSubset: Sendable {
    let bytes: [UInt8]
    /// Old glyph id to new; `.notdef` stays 0.
    let newID: [UInt16: UInt16]

    /// The tables a PDF needs: its text is set, and it has its own maps and widths.
    ///
    /// A face of these alone is cheap to subset; with its character map, HarfBuzz walks the whole
    /// of it for every subset.
    private static let tables = ["glyf", "loca", "head", "hhea", "hmtx", "maxp"]

    /// A face that has only ``tables``, immutable.
    static func outlines(of face: OpaquePointer) -> OpaquePointer? {
        guard let bare = unsafe hb_face_builder_create() else { return nil }
        for name in tables {
            let tag = name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            let table = unsafe hb_face_reference_table(face, tag)
            unsafe hb_face_builder_add_table(bare, tag, table)
            unsafe hb_blob_destroy(table)
        }
        unsafe hb_face_set_upem(bare, hb_face_get_upem(face))
        unsafe hb_face_make_immutable(bare)
        return unsafe bare
    }

    /// Takes these glyphs, and those they are composed of, out of a font.
    init?(of font: ShapingFont, glyphs: [UInt16]) {
        guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
        defer { unsafe hb_subset_input_destroy(input) }
        let wanted = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(wanted, UInt32(glyph)) }
        unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        guard let plan = unsafe hb_subset_plan_create_or_fail(font.outlines, input) else {
            return nil
        }
        defer { unsafe hb_subset_plan_destroy(plan) }
        guard let face = unsafe hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { unsafe hb_face_destroy(face) }
        let map = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
        var newID: [UInt16: UInt16] = [:]
        for glyph in glyphs {
            newID[glyph] = UInt16(truncatingIfNeeded: unsafe hb_map_get(map, UInt32(glyph)))
        }
        self.newID = newID
        let blob = unsafe hb_face_reference_blob(face)
        defer { unsafe hb_blob_destroy(blob) }
        bytes = unsafe BlobBytes.copy(blob)
    }
}
