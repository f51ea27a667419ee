/// Reads interchanges: envelopes as values, with what they state wrongly beside them.
///
/// Source: ISO 9735 (versions 1 to 3) and ISO 9735-1:2002 (version 4), batch interchanges. Packages
/// (UNO), interactive headers (UIB) and security segments outside messages are not read.
package struct EDIFACTReader {
    private var segments = SegmentReader()
    /// The segment to be looked at next; read, not taken.
    private var ahead: SegmentReader.Raw?

    /// What was read: the interchanges of the input in order, and what they state wrongly.
    package struct Reading: Hashable, Sendable {
        package let interchanges: [Interchange]
        package let findings: [EnvelopeFinding]
    }

    /// - Throws: ``SyntaxFault``, the first in the input.
    package static func read(_ bytes: Span<UInt8>) throws(SyntaxFault) -> Reading {
        var reader = EDIFACTReader()
        var interchanges: [Interchange] = []
        try reader.advance(bytes)
        while reader.ahead != nil { interchanges.append(try reader.interchange(bytes)) }
        guard !interchanges.isEmpty else {
            throw SyntaxFault(.inputEmpty, offset: bytes.count, segment: 0)
        }
        return Reading(interchanges: interchanges, findings: reader.segments.findings)
    }

    /// Every segment of the input, without looking at envelopes: for parts of interchanges.
    ///
    /// - Throws: ``SyntaxFault``, the first in the input.
    package static func segments(_ bytes: Span<UInt8>) throws(SyntaxFault) -> [Segment] {
        var reader = SegmentReader()
        var segments: [Segment] = []
        while let raw = try reader.next(in: bytes) {
            segments.append(reader.take(raw))
            reader.discard()
        }
        guard !segments.isEmpty else {
            throw SyntaxFault(.inputEmpty, offset: bytes.count, segment: 0)
        }
        return segments
    }

    /// Reads on; what was read before is forgotten unless it is still to be taken.
    private mutating func advance(
        _ bytes: Span<UInt8>,
        keeping: Bool = false
    ) throws(SyntaxFault) {
        if !keeping { segments.discard() }
        ahead = try segments.next(in: bytes)
    }

    private mutating func interchange(_ bytes: Span<UInt8>) throws(SyntaxFault) -> Interchange {
        let header = try expect(.unb)
        let service = segments.tokenizer.service
        guard !header[1, 1].isEmpty, !header[1, 2].isEmpty else {
            throw segments.fault(.syntaxIdentifierMissing)
        }
        require(header, [(2, 1, "0004"), (3, 1, "0010"), (4, 1, "0017"), (5, 1, "0020")])
        try advance(bytes)
        var contents: [Interchange.Content] = []
        var hasGroups = false
        while let next = ahead, next.tag != .unz {
            switch next.tag {
            case .unh: contents.append(.message(try message(bytes)))
            case .ung:
                contents.append(.group(try group(bytes)))
                hasGroups = true
            case .unb, .une: throw segments.fault(.trailerMissing("UNZ", found: next.tag.text))
            default: throw segments.fault(.segmentOutsideMessage(next.tag.text))
            }
        }
        guard let trailer = ahead.map(segments.take) else {
            throw segments.faultAtEnd(.trailerMissing("UNZ", found: nil))
        }
        check(trailer[1], contents.count) {
            hasGroups
                ? .groupCountDiffers(stated: $0, found: $1)
                : .messageCountDiffers(in: "UNZ", stated: $0, found: $1)
        }
        compare(trailer, trailer[2], header[5])
        try advance(bytes)
        return Interchange(service: service, header: header, contents: contents, trailer: trailer)
    }

    private mutating func group(_ bytes: Span<UInt8>) throws(SyntaxFault) -> MessageGroup {
        let header = try expect(.ung)
        require(header, [(1, 1, "0038"), (5, 1, "0048")])
        try advance(bytes)
        var messages: [Message] = []
        while let next = ahead, next.tag == .unh { messages.append(try message(bytes)) }
        guard let trailer = ahead.map(segments.take), trailer.tag == .une else {
            throw segments.fault(.trailerMissing("UNE", found: ahead?.tag.text))
        }
        check(trailer[1], messages.count) {
            .messageCountDiffers(in: "UNE", stated: $0, found: $1)
        }
        compare(trailer, trailer[2], header[5])
        try advance(bytes)
        return MessageGroup(header: header, messages: messages, trailer: trailer)
    }

    private mutating func message(_ bytes: Span<UInt8>) throws(SyntaxFault) -> Message {
        let header = try expect(.unh)
        require(
            header,
            [(1, 1, "0062"), (2, 1, "0065"), (2, 2, "0052"), (2, 3, "0054"), (2, 4, "0051")]
        )
        try advance(bytes)
        var raws: [SegmentReader.Raw] = []
        while let next = ahead, next.tag != .unt {
            switch next.tag {
            case .unb, .ung, .unh, .une, .unz:
                throw segments.fault(.trailerMissing("UNT", found: next.tag.text))
            default: raws.append(next)
            }
            try advance(bytes, keeping: true)
        }
        guard let trailer = ahead.map(segments.take) else {
            throw segments.faultAtEnd(.trailerMissing("UNT", found: nil))
        }
        let body = segments.take(raws)
        check(trailer[1], body.count + 2) { .segmentCountDiffers(stated: $0, found: $1) }
        compare(trailer, trailer[2], header[1])
        try advance(bytes)
        return Message(header: header, body: body, trailer: trailer)
    }

    private func expect(_ tag: SegmentTag) throws(SyntaxFault) -> Segment {
        guard let raw = ahead, raw.tag == tag else {
            throw segments.fault(.headerMissing(found: ahead?.tag.text ?? "the end of the input"))
        }
        return segments.take(raw)
    }
}

// What an envelope states is compared while its segment is the one ahead, so that findings name it.
extension EDIFACTReader {
    private mutating func require(
        _ header: Segment,
        _ dataElements: [(element: Int, component: Int, name: String)]
    ) {
        for (element, component, name) in dataElements where header[element, component].isEmpty {
            segments.note(.valueMissing(tag: header.tag.text, dataElement: name))
        }
    }

    private mutating func check(
        _ stated: String,
        _ found: Int,
        _ code: (String, Int) -> EnvelopeFinding.Code
    ) {
        if Int(stated) != found { segments.note(code(stated, found)) }
    }

    private mutating func compare(_ trailer: Segment, _ stated: String, _ given: String) {
        guard stated != given else { return }
        segments.note(.referenceDiffers(in: trailer.tag.text, header: given, trailer: stated))
    }
}
