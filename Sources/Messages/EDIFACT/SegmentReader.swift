/// Turns tokens into segments: decodes, takes releases out, and says what it had to overlook.
struct SegmentReader {
    private(set) var tokenizer = Tokenizer()
    private(set) var findings: [EnvelopeFinding] = []

    init() {}

    /// The next segment, or `nil` after the last.
    ///
    /// - Throws: ``SyntaxFault`` from the tokenizer, or for a tag that is none.
    mutating func next(in bytes: Span<UInt8>) throws(SyntaxFault) -> Segment? {
        guard let first = try tokenizer.next(in: bytes) else { return nil }
        let tag = try tag(of: first, in: bytes)
        guard first.closing != .terminator else { return Segment(tag: tag, values: []) }
        var values: [Segment.Value] = []
        values.reserveCapacity(8)
        var place = Self.place(after: Segment.Place(0), first.closing)
        while let token = try tokenizer.next(in: bytes) {
            values.append(Segment.Value(text: text(of: token, in: bytes), place: place))
            if token.closing == .terminator { break }
            guard values.count < EDIFACTLimits.valuesPerSegment else {
                throw fault(.tooManyValues(limit: EDIFACTLimits.valuesPerSegment))
            }
            place = Self.place(after: place, token.closing)
        }
        return Segment(tag: tag, values: values)
    }

    func fault(_ reason: SyntaxFault.Reason) -> SyntaxFault {
        SyntaxFault(reason, offset: tokenizer.segmentStart, segment: tokenizer.segment)
    }

    /// A fault of what is not there when the input ends.
    func faultAtEnd(_ reason: SyntaxFault.Reason) -> SyntaxFault {
        SyntaxFault(reason, offset: tokenizer.offset, segment: tokenizer.segment)
    }

    mutating func note(_ code: EnvelopeFinding.Code, at offset: Int? = nil) {
        guard findings.count < EDIFACTLimits.findings else { return }
        findings.append(
            EnvelopeFinding(
                code: code,
                offset: offset ?? tokenizer.segmentStart,
                segment: tokenizer.segment
            )
        )
    }

    private static func place(
        after place: Segment.Place,
        _ closing: Token.Separator
    ) -> Segment.Place {
        let element = Int(place.element)
        return switch closing {
        case .component:
            Segment.Place(
                element,
                Int(place.component) + 1,
                repetition: Int(place.repetition)
            )
        case .repetition: Segment.Place(element, repetition: Int(place.repetition) + 1)
        case .element, .terminator: Segment.Place(element + 1)
        }
    }

    private mutating func tag(
        of token: Token,
        in bytes: Span<UInt8>
    ) throws(SyntaxFault) -> String {
        let tag = text(of: token, in: bytes)
        let isTag =
            tag.utf8.count == 3
            && tag.utf8.enumerated()
                .allSatisfy { index, byte in
                    switch byte {
                    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                    case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
                    default: false
                    }
                }
        guard isTag else { throw fault(.tagMalformed(tag)) }
        return tag
    }

    private mutating func text(of token: Token, in bytes: Span<UInt8>) -> String {
        if token.marks.isEmpty {
            return bytes.extracting(token.start..<token.end).utf8Text
        }
        let run = RunDecoder(token: token, service: tokenizer.service, tokenizer.repertoire)
        let decoded = run.decode(bytes)
        for (code, offset) in decoded.findings { note(code, at: offset) }
        return decoded.text
    }
}

extension Span<UInt8> {
    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    var utf8Text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
