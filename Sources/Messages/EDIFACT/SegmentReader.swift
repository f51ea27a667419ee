/// Turns tokens into segments: decodes, takes releases out, and says what it had to overlook.
///
/// What was read lies in one run of bytes until it is taken, so that a whole message costs one
/// allocation for all its values.
struct SegmentReader {
    private(set) var tokenizer = Tokenizer()
    private(set) var findings: [EnvelopeFinding] = []
    private var text: [UInt8] = []
    private var tokens: [Token] = []

    init() {}

    /// A segment that was read and not yet taken: good until the next ``discard()``.
    struct Raw {
        let tag: SegmentTag
        fileprivate let range: Range<Int>
    }

    /// The next segment, or `nil` after the last.
    ///
    /// - Throws: ``SyntaxFault`` from the tokenizer, or for a tag that is none.
    mutating func next(in bytes: Span<UInt8>) throws(SyntaxFault) -> Raw? {
        guard let first = try tokenizer.next(in: bytes) else { return nil }
        let tag = try tag(of: first, in: bytes)
        let start = text.count
        guard first.closing != .terminator else { return Raw(tag: tag, range: start..<start) }
        tokens.removeAll(keepingCapacity: true)
        tokens.append(first)
        var marks = Token.Marks()
        while let token = try tokenizer.next(in: bytes) {
            tokens.append(token)
            marks.formUnion(token.marks)
            if token.closing == .terminator { break }
            guard tokens.count <= EDIFACTLimits.valuesPerSegment else {
                throw fault(.tooManyValues(limit: EDIFACTLimits.valuesPerSegment))
            }
        }
        if marks.isEmpty { appendPlain(bytes) } else { appendDecoded(bytes) }
        return Raw(tag: tag, range: start..<text.count)
    }

    /// One segment with bytes of its own.
    func take(_ raw: Raw) -> Segment {
        Segment(tag: raw.tag, body: Array(text[raw.range])[...])
    }

    /// Segments that follow each other and share their bytes.
    func take(_ raws: [Raw]) -> [Segment] {
        guard let first = raws.first, let last = raws.last else { return [] }
        let start = first.range.lowerBound
        let shared = Array(text[start..<last.range.upperBound])
        return raws.map { raw in
            let range = (raw.range.lowerBound - start)..<(raw.range.upperBound - start)
            return Segment(tag: raw.tag, body: shared[range])
        }
    }

    /// Forgets what was read: call it when all that matters was taken.
    mutating func discard() { text.removeAll(keepingCapacity: true) }

    /// The bytes as they stand, with the separators exchanged for those a ``Segment`` keeps.
    private mutating func appendPlain(_ bytes: Span<UInt8>) {
        let start = tokens[0].end
        let run = bytes.extracting(start..<tokens[tokens.count - 1].end)
        let offset = text.count - start
        unsafe run.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
        for index in 0..<tokens.count - 1 {
            text[tokens[index].end + offset] = tokens[index].closing.mark
        }
    }

    private mutating func appendDecoded(_ bytes: Span<UInt8>) {
        for index in 1..<tokens.count {
            let token = tokens[index]
            text.append(tokens[index - 1].closing.mark)
            if token.marks.isEmpty {
                for index in token.start..<token.end { text.append(bytes[index]) }
            } else {
                text.append(contentsOf: decoded(token, bytes).utf8)
            }
        }
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

    private mutating func tag(
        of token: Token,
        in bytes: Span<UInt8>
    ) throws(SyntaxFault) -> SegmentTag {
        if token.marks.isEmpty, token.end - token.start == 3,
            let tag = SegmentTag(bytes[token.start], bytes[token.start + 1], bytes[token.start + 2])
        {
            return tag
        }
        let text = decoded(token, bytes)
        guard let tag = SegmentTag(text) else { throw fault(.tagMalformed(text)) }
        return tag
    }

    private mutating func decoded(_ token: Token, _ bytes: Span<UInt8>) -> String {
        let run = RunDecoder(token: token, service: tokenizer.service, tokenizer.repertoire)
        let decoded = run.decode(bytes)
        for (code, offset) in decoded.findings { note(code, at: offset) }
        return decoded.text
    }
}

extension Token.Separator {
    /// The separator as a ``Segment`` keeps it.
    var mark: UInt8 {
        switch self {
        case .component: Segment.Mark.component
        case .repetition: Segment.Mark.repetition
        case .element, .terminator: Segment.Mark.element
        }
    }
}

extension Span<UInt8> {
    /// The bytes as text; what is not UTF-8 becomes U+FFFD.
    var utf8Text: String {
        unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}
