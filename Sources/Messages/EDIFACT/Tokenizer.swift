/// One run of data and what ended it: offsets into the input, never a copy.
package struct Token: Hashable, Sendable {
    package let start: Int
    package let end: Int
    package let closing: Separator
    package let marks: Marks

    package enum Separator: UInt8, Hashable, Sendable {
        case component = 1
        case repetition
        case element
        case terminator
    }

    /// What a reader must look at before it may take the bytes as they are.
    package struct Marks: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Release characters stand among the bytes.
        package static let released = Marks(rawValue: 1)
        /// CR or LF stands among the bytes; no level has them.
        package static let lineBroken = Marks(rawValue: 2)
        /// Bytes from 0x80 up, which mean what the level says.
        package static let encoded = Marks(rawValue: 4)
        /// Bytes that the level does not have.
        package static let foreign = Marks(rawValue: 8)
    }
}

/// Cuts an interchange into tokens, one at a time, where the reader pulls.
///
/// The state is a position and one class for each of the 256 bytes, made anew at every `UNB`; the
/// bytes themselves are lent for each step, so nothing is copied and nothing outlives them. It knows
/// service string advice, the syntax version and level of `UNB`, and line breaks after terminators;
/// it knows nothing of envelopes.
package struct Tokenizer: Sendable {
    package private(set) var service = ServiceString.standard.repeating(false)
    /// The level of the interchange being read; `nil` where `UNB` names none that we know.
    package private(set) var repertoire: Repertoire?
    /// The number of the segment being read, from 1.
    package private(set) var segment = 0
    /// Where the segment being read begins.
    package private(set) var segmentStart = 0
    /// Where the next token begins.
    package private(set) var offset = 0

    private var classes = ByteClass.table(for: ServiceString.standard.repeating(false), nil)
    private var atSegmentStart = true
    /// Advice read and not yet taken up by a header.
    private var advice: ServiceString?

    package init() {}

    /// The next token, or `nil` after the last segment.
    ///
    /// - Throws: ``SyntaxFault`` when a segment does not end, or advice cannot be used.
    package mutating func next(in bytes: Span<UInt8>) throws(SyntaxFault) -> Token? {
        if atSegmentStart {
            guard try beginSegment(in: bytes) else { return nil }
        }
        let start = offset
        let count = bytes.count
        var position = start
        var marks = Token.Marks()
        while position < count {
            let byteClass = classes[Int(bytes[position])]
            position += 1
            if byteClass == ByteClass.data { continue }
            if byteClass <= ByteClass.terminator {
                offset = position
                atSegmentStart = byteClass == ByteClass.terminator
                return Token(
                    start: start,
                    end: position - 1,
                    closing: Token.Separator(rawValue: byteClass) ?? .terminator,
                    marks: marks
                )
            }
            if byteClass == ByteClass.release {
                guard position < count else {
                    throw SyntaxFault(.releaseDangling, offset: count, segment: segment)
                }
                marks.insert(.released)
                marks.formUnion(ByteClass.marks(of: classes[Int(bytes[position])]))
                position += 1
            } else {
                marks.formUnion(ByteClass.marks(of: byteClass))
            }
        }
        throw SyntaxFault(.segmentUnterminated, offset: count, segment: segment)
    }

    /// Skips what may stand between segments, takes advice and the header's syntax identifier.
    private mutating func beginSegment(in bytes: Span<UInt8>) throws(SyntaxFault) -> Bool {
        skipLayout(in: bytes)
        while Self.starts(UInt8(ascii: "A"), in: bytes, at: offset) {
            let given = try ServiceString(in: bytes, at: offset, segment: segment + 1)
            service = given.repeating(false)
            classes = ByteClass.table(for: service, nil)
            advice = given
            offset += ServiceString.adviceLength
            skipLayout(in: bytes)
        }
        guard offset < bytes.count else { return false }
        if Self.starts(UInt8(ascii: "B"), in: bytes, at: offset) { adoptSyntax(in: bytes) }
        segment += 1
        segmentStart = offset
        atSegmentStart = false
        return true
    }

    /// Line breaks and indentation after a terminator are layout; a file may open with a byte order
    /// mark or a line break, but not with a blank.
    private mutating func skipLayout(in bytes: Span<UInt8>) {
        if offset == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            offset = 3
        }
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x0A, 0x0D: offset += 1
            case 0x20 where segment > 0, 0x09 where segment > 0: offset += 1
            default: return
            }
        }
    }

    /// `UNB+UNOC:3`: the level decides which bytes are data, the version whether `*` separates.
    private mutating func adoptSyntax(in bytes: Span<UInt8>) {
        let first = offset + 3
        let isUnprintable =
            first < bytes.count && bytes[first] == ServiceString.unprintable.element
        let given = advice ?? (isUnprintable ? .unprintable : .standard)
        advice = nil
        var code = ""
        for index in (first + 1)..<max(first + 1, min(first + 5, bytes.count)) {
            code.unicodeScalars.append(UnicodeScalar(bytes[index]))
        }
        let version = first + 6 < bytes.count ? bytes[first + 6] : 0
        let digits = UInt8(ascii: "4")...UInt8(ascii: "9")
        repertoire = Repertoire(rawValue: code)
        service = given.repeating(digits.contains(version))
        classes = ByteClass.table(for: service, repertoire)
    }

    /// Whether `UNA` or `UNB` begins there, by its third letter.
    private static func starts(_ third: UInt8, in bytes: Span<UInt8>, at offset: Int) -> Bool {
        offset + 3 <= bytes.count && bytes[offset] == UInt8(ascii: "U")
            && bytes[offset + 1] == UInt8(ascii: "N") && bytes[offset + 2] == third
    }
}
