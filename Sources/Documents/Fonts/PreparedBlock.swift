/// A prepared subset of a face's first font for one ``Repertoire``: made and compressed once,
/// kept as an asset, copied into every document that uses it.
struct PreparedBlock: Sendable {
    struct Entry: Hashable, Sendable {
        let scalar: UInt32
        let glyph: UInt16
        /// In thousandths of the em square, as all lengths here.
        let advance: Int16
        let top: Int16
        let bottom: Int16
    }

    let facts: FontFacts
    let entries: [Entry]
    /// The subset as a TrueType file: for rasters.
    let program: [UInt8]
    /// The same, compressed for the PDF.
    let fontFile: [UInt8]
    /// The map from glyphs back to characters, compressed for the PDF.
    let toUnicode: [UInt8]
    /// Six capital letters that tell this subset from another of the same font.
    let tag: String
}

extension PreparedBlock {
    /// Prepares what a font has of a repertoire.
    ///
    /// - Throws: ``AssetFault`` `font_unusable` when HarfBuzz cannot subset the font.
    init(_ repertoire: Repertoire, of font: ShapingFont) throws(AssetFault) {
        let upem = font.facts.unitsPerEm
        func thousandths(_ units: Int) -> Int16 {
            Int16((Double(units) * 1000 / Double(upem)).rounded())
        }
        let scalars = repertoire.ranges.joined().map { $0 }.sorted()
        let found = scalars.compactMap { scalar in font.glyph(of: scalar).map { (scalar, $0) } }
        guard let subset = FontSubset(of: font, glyphs: Set(found.map(\.1)).sorted()) else {
            throw AssetFault(
                .fontUnusable,
                "\(font.facts.postScriptName) cannot be subset",
                hint: "reinstall the package it came from"
            )
        }
        entries = found.map { scalar, glyph in
            let ink = font.ink(of: glyph)
            return Entry(
                scalar: scalar,
                glyph: subset.newID[glyph] ?? 0,
                advance: thousandths(font.advance(of: glyph)),
                top: thousandths(ink.top),
                bottom: thousandths(ink.bottom)
            )
        }
        let deflater = Deflater(level: 12)
        facts = font.facts
        program = subset.bytes
        fontFile = deflater.compressed(subset.bytes)
        var texts: [UInt16: [UInt16]] = [:]
        for entry in entries where texts[entry.glyph] == nil {
            texts[entry.glyph] = [UInt16(truncatingIfNeeded: entry.scalar)]
        }
        toUnicode = deflater.compressed(ToUnicode.map(texts))
        tag = SubsetTag.letters(of: subset.bytes)
    }

    /// The asset: facts, entries, the two compressed streams and the program.
    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.put(counted: Array(facts.postScriptName.utf8))
        writer.put(counted: Array(tag.utf8))
        for number in facts.numbers { writer.put(Int16(number)) }
        writer.put(UInt32(entries.count))
        for entry in entries {
            writer.put(entry.scalar)
            writer.put(entry.glyph)
            writer.put(entry.advance)
            writer.put(entry.top)
            writer.put(entry.bottom)
        }
        writer.put(counted: fontFile)
        writer.put(counted: toUnicode)
        writer.put(counted: program)
        return writer.bytes
    }

    init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let name = reader.run(), let tag = reader.run() else { return nil }
        var numbers: [Int] = []
        for _ in 0..<FontFacts.numberCount {
            guard let number = reader.int16() else { return nil }
            numbers.append(Int(number))
        }
        guard let count = reader.uint32() else { return nil }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard let scalar = reader.uint32(), let glyph = reader.uint16(),
                let advance = reader.int16(), let top = reader.int16(),
                let bottom = reader.int16()
            else { return nil }
            entries.append(
                Entry(scalar: scalar, glyph: glyph, advance: advance, top: top, bottom: bottom)
            )
        }
        guard let fontFile = reader.run(), let toUnicode = reader.run(),
            let program = reader.run(), reader.isAtEnd
        else { return nil }
        facts = FontFacts(name: String(decoding: name, as: UTF8.self), numbers: numbers)
        self.entries = entries
        self.program = program
        self.fontFile = fontFile
        self.toUnicode = toUnicode
        self.tag = String(decoding: tag, as: UTF8.self)
    }
}

extension FontFacts {
    static let numberCount = 11

    /// What a prepared block keeps of the facts, in the order ``init(name:numbers:)`` reads.
    fileprivate var numbers: [Int] {
        [unitsPerEm] + box + [
            ascent, descent, capHeight, italicAngle, isFixedPitch ? 1 : 0, weight,
        ]
    }

    fileprivate init(name: String, numbers: [Int]) {
        postScriptName = name
        unitsPerEm = numbers[0]
        box = Array(numbers[1...4])
        ascent = numbers[5]
        descent = numbers[6]
        capHeight = numbers[7]
        italicAngle = numbers[8]
        isFixedPitch = numbers[9] != 0
        weight = numbers[10]
    }
}
