/// Millionths of the em square: what advances are added up in, whatever the font's own units.
typealias MicroEm = Int32

/// One glyph as set: which, how far it moves the pen, how far it lies off the pen's place.
struct SetGlyph: Sendable {
    let id: UInt16
    let font: FontRef
    let advance: MicroEm
    let xOffset: MicroEm
    let yOffset: MicroEm
}

/// What may happen to a line behind a segment.
enum BreakChance: UInt8, Comparable, Sendable {
    case never
    /// Only where nothing better stands in the line: inside a Thai phrase, behind a slash.
    case emergency
    case welcome
    /// A line break the text asks for.
    case always

    static func < (left: BreakChance, right: BreakChance) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Glyphs that stay together on a line: a word, an ideograph, a run of spaces.
struct Segment: Sendable {
    /// Index of its first glyph and one past its last, in the set text.
    var glyphs: Range<Int>
    var width: Int
    var top: Int
    var bottom: Int
    /// Bidirectional embedding level; odd runs to the left.
    var level: UInt8
    /// The level of the paragraph it stands in.
    var base: UInt8
    var isSpace: Bool
    var breakAfter: BreakChance
    /// Whether glyphs follow each other by their own advances, so that no place is written.
    var isPlain: Bool
    /// Index into ``SetText/spans``, where copied text is not what the glyphs say one by one.
    var span: Int?
}

/// Glyphs placed on the sheet with one size and baseline: a line, or a part of one.
struct Piece: Sendable {
    var glyphs: Range<Int>
    /// The first glyph's place, from the sheet's top left corner, in micrometres.
    var x: Int
    var y: Int
    var size: Int
    var isPlain: Bool
    var span: Int?
}

/// Every text of a document after setting; reused from document to document.
struct SetText: Sendable {
    var glyphs: [SetGlyph] = []
    var pieces: [Piece] = []
    /// UTF-16 of what a piece stands for, where ``Segment/span`` says so.
    var spans: [[UInt16]] = []
    /// What single glyphs of whole fonts stand for.
    var meanings = GlyphMeanings()

    mutating func removeAll() {
        glyphs.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
        meanings.removeAll()
    }
}

/// Which glyphs of whole fonts a document uses, and which characters each stands for.
struct GlyphMeanings: Sendable {
    private(set) var texts: [FontRef: [UInt16: [UInt16]]] = [:]

    var isEmpty: Bool { texts.isEmpty }

    /// Notes a use; false when the glyph already stands for something else.
    mutating func note(_ glyph: UInt16, of font: FontRef, means text: [UInt16]) -> Bool {
        guard let known = texts[font]?[glyph], !known.isEmpty else {
            texts[font, default: [:]][glyph] = text
            return true
        }
        return text.isEmpty || known == text
    }

    mutating func removeAll() {
        if !texts.isEmpty { texts.removeAll() }
    }
}
