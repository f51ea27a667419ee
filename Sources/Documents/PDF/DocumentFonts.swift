/// The subsets one document makes of whole fonts, for what no prepared block has.
struct DocumentFonts: Sendable {
    struct Made: Sendable {
        let ref: FontRef
        let font: ShapingFont
        let subset: FontSubset
        let meanings: [UInt16: [UInt16]]
    }

    /// In order of the fonts' place in the edition.
    private(set) var made: [Made] = []
    private var place: [FontRef: Int] = [:]

    static let none = DocumentFonts()

    private init() {}

    /// Subsets every whole font a document uses.
    ///
    /// - Throws: ``AssetFault`` when a font cannot be opened or subset.
    init(_ meanings: GlyphMeanings, library: FontLibrary) throws(AssetFault) {
        for (ref, texts) in meanings.texts.sorted(by: { $0.key < $1.key }) {
            let font = try library.program(ref).font
            guard let subset = FontSubset(of: font, glyphs: texts.keys.sorted()) else {
                throw AssetFault(
                    .fontUnusable,
                    "\(font.facts.postScriptName) cannot be subset",
                    hint: "take the fonts in again into a new edition"
                )
            }
            place[ref] = made.count
            made.append(Made(ref: ref, font: font, subset: subset, meanings: texts))
        }
    }

    /// The glyph's id in the font the document carries.
    func id(of glyph: SetGlyph) -> UInt16 {
        guard glyph.font.block == nil, let index = place[glyph.font] else { return glyph.id }
        return made[index].subset.newID[glyph.id] ?? 0
    }

    /// How far the viewer will move the pen, by the widths written into the file.
    func width(of glyph: SetGlyph) -> MicroEm {
        guard glyph.font.block == nil, let index = place[glyph.font] else { return glyph.advance }
        let font = made[index].font
        return font.facts.microEm(font.advance(of: glyph.id))
    }
}
