/// A font as five PDF objects: Type 0, descendant, descriptor, program, map to Unicode.
struct FontObjects {
    let facts: FontFacts
    /// Subset tag and PostScript name.
    let name: [UInt8]
    let program: [UInt8]
    /// Length of the program before compression.
    let programLength: Int
    let toUnicode: [UInt8]
    /// The `W` array's inside.
    let widths: [UInt8]

    init(block: PreparedBlock) {
        facts = block.facts
        name = Array("\(block.tag)+\(facts.postScriptName)".utf8)
        program = block.fontFile
        programLength = block.program.count
        toUnicode = block.toUnicode
        var advances: [UInt16: Int] = [:]
        for entry in block.entries { advances[entry.glyph] = Int(entry.advance) * 1000 }
        widths = FontObjects.widths(advances)
    }

    init(made: DocumentFonts.Made, deflater: Deflater) {
        facts = made.font.facts
        let tag = SubsetTag.letters(of: made.subset.bytes)
        name = Array("\(tag)+\(facts.postScriptName)".utf8)
        program = deflater.compressed(made.subset.bytes)
        programLength = made.subset.bytes.count
        var texts: [UInt16: [UInt16]] = [:]
        var advances: [UInt16: Int] = [:]
        for (old, new) in made.subset.newID {
            let advance = made.font.facts.microEm(made.font.advance(of: old))
            advances[new] = Int(advance)
            if let text = made.meanings[old], !text.isEmpty { texts[new] = text }
        }
        toUnicode = deflater.compressed(ToUnicode.map(texts))
        widths = FontObjects.widths(advances)
    }

    /// Runs of neighbouring glyphs with their widths, exact to the millionth of the em square.
    private static func widths(_ advances: [UInt16: Int]) -> [UInt8] {
        var result: [UInt8] = []
        var next = -1
        for (glyph, advance) in advances.sorted(by: { $0.key < $1.key }) {
            if Int(glyph) == next {
                result.append(0x20)
            } else {
                if next >= 0 { result.append(0x5D) }
                result.append(decimal: Int(glyph))
                result.append(0x5B)
            }
            result.append(thousandths: advance)
            next = Int(glyph) + 1
        }
        if next >= 0 { result.append(0x5D) }
        return result
    }

    /// Writes the five objects; the number of the first is the font's.
    func write(to file: inout ObjectWriter) -> Int {
        let numbers = (0..<5).map { _ in file.reserve() }
        file.begin(numbers[0])
        file.bytes.append("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/")
        file.bytes += name
        file.bytes.append("/DescendantFonts[")
        file.reference(numbers[1])
        file.bytes.append("]/ToUnicode ")
        file.reference(numbers[4])
        file.bytes.append(">>")
        file.end()
        file.begin(numbers[1])
        file.bytes.append("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity/BaseFont/")
        file.bytes += name
        file.bytes.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
        file.bytes.append("/DW 0/W[")
        file.bytes += widths
        file.bytes.append("]/FontDescriptor ")
        file.reference(numbers[2])
        file.bytes.append(">>")
        file.end()
        writeDescriptor(to: &file, number: numbers[2], program: numbers[3])
        file.begin(numbers[3])
        file.bytes.append("<</Length1 ")
        file.bytes.append(decimal: programLength)
        file.endStream(program)
        file.begin(numbers[4])
        file.bytes.append("<<")
        file.endStream(toUnicode)
        return numbers[0]
    }

    private func writeDescriptor(to file: inout ObjectWriter, number: Int, program: Int) {
        file.begin(number)
        file.bytes.append("<</Type/FontDescriptor/FontName/")
        file.bytes += name
        file.bytes.append("/Flags ")
        file.bytes.append(
            decimal: 4 + (facts.isFixedPitch ? 1 : 0) + (facts.italicAngle != 0 ? 64 : 0)
        )
        file.bytes.append("/FontBBox[")
        for (index, value) in facts.box.enumerated() {
            if index > 0 { file.bytes.append(0x20) }
            file.bytes.append(decimal: value)
        }
        file.bytes.append("]")
        let numbers: [(StaticString, Int)] = [
            ("/ItalicAngle ", facts.italicAngle), ("/Ascent ", facts.ascent),
            ("/Descent ", facts.descent), ("/CapHeight ", facts.capHeight),
            ("/StemV ", facts.weight >= 600 ? 140 : 80),
        ]
        for (key, value) in numbers {
            file.bytes.append(key)
            file.bytes.append(decimal: value)
        }
        file.bytes.append("/FontFile2 ")
        file.reference(program)
        file.bytes.append(">>")
        file.end()
    }
}
