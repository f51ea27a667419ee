/// Turns tokens into segments: decodes, takes releases out, and says what it had to overlook.
struct SegmentReader {
    private(set) var tokenizer = Tokenizer()
    private(set) var findings: [EnvelopeFinding] = []
    /// The tokens of the segment being read; kept so that a segment costs one allocation.
    private var tokens: [Token] = []

    init() {}

    /// The next segment, or `nil` after the last.
    ///
    /// - Throws: ``SyntaxFault`` from the tokenizer, or for a tag that is none.
    mutating func next(in bytes: Span<UInt8>) throws(SyntaxFault) -> Segment? {
        guard let first = try tokenizer.next(in: bytes) else { return nil }
        let tag = try tag(of: first, in: bytes)
        guard first.closing != .terminator else { return Segment(tag: tag, body: []) }
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
        return Segment(tag: tag, body: marks.isEmpty ? plainBody(bytes) : decodedBody(bytes))
    }

    /// The bytes as they stand, with the separators exchanged for those a ``Segment`` keeps.
    private func plainBody(_ bytes: Span<UInt8>) -> [UInt8] {
        let start = tokens[0].end
        let run = bytes.extracting(start..<tokens[tokens.count - 1].end)
        var body = unsafe run.withUnsafeBufferPointer { unsafe Array($0) }
        for index in 0..<tokens.count - 1 {
            body[tokens[index].end - start] = tokens[index].closing.mark
        }
        return body
    }

    private mutating func decodedBody(_ bytes: Span<UInt8>) -> [UInt8] {
        var body: [UInt8] = []
        for (last, token) in zip(tokens, tokens.dropFirst()) {
            body.append(last.closing.mark)
            if token.marks.isEmpty {
                for index in token.start..<token.end { body.append(bytes[index]) }
            } else {
                body.append(contentsOf: decoded(token, bytes).utf8)
            }
        }
        return body
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
