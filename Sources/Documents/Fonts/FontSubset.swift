import CHarfBuzz

/// Some glyphs of a font as a TrueType file of their own, without what a PDF does not need.
struct FontSubset: Sendable {
    let bytes: [UInt8]
    /// Old glyph id to new; `.notdef` stays 0.
    let newID: [UInt16: UInt16]

    /// Tables that only typesetting needs: the PDF has set text, its own maps and widths.
    private static let dropped = [
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "cmap", "name", "OS/2", "post", "kern",
        "gasp", "DSIG", "meta", "VORG", "vhea", "vmtx", "hdmx", "VDMX", "LTSH", "STAT", "fpgm",
        "prep", "cvt ", "COLR", "CPAL", "SVG ",
    ]

    /// Takes these glyphs, and those they are composed of, out of a font.
    init?(of font: ShapingFont, glyphs: [UInt16]) {
        guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
        defer { unsafe hb_subset_input_destroy(input) }
        let wanted = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(wanted, UInt32(glyph)) }
        let drop = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in FontSubset.dropped {
            unsafe hb_set_add(drop, tag.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        unsafe hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        guard let plan = unsafe hb_subset_plan_create_or_fail(font.face, input) else { return nil }
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
