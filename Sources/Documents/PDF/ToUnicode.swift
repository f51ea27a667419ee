/// The map from glyphs to characters that makes a PDF's text selectable and searchable
/// (ISO 32000-1, 9.10.3; at most 100 lines a block).
enum ToUnicode {
    /// The map for glyphs that stand for these UTF-16 texts.
    static func map(_ texts: [UInt16: [UInt16]]) -> [UInt8] {
        var file = Array(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000><FFFF>
            endcodespacerange

            """
            .utf8
        )
        let sorted = texts.sorted { $0.key < $1.key }
        var start = 0
        while start < sorted.count {
            let end = min(start + 100, sorted.count)
            file.append(decimal: end - start)
            file.append(" beginbfchar\n")
            for (glyph, text) in sorted[start..<end] {
                file.append("<")
                file.append(hex: glyph)
                file.append("><")
                for unit in text { file.append(hex: unit) }
                file.append(">\n")
            }
            file.append("endbfchar\n")
            start = end
        }
        file.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        return file
    }
}
