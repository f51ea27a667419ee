/// One interchange: `UNB`, its messages or groups of messages, `UNZ`.
package struct Interchange: Hashable, Sendable {
    package let service: ServiceString
    package let header: Segment
    package let contents: [Content]
    package let trailer: Segment

    package enum Content: Hashable, Sendable {
        case message(Message)
        case group(MessageGroup)
    }

    /// Every message, in order, whether it stands in a group or not.
    package var messages: [Message] {
        contents.flatMap { content in
            switch content {
            case .message(let message): [message]
            case .group(let group): group.messages
            }
        }
    }

    /// Every segment from `UNB` to `UNZ`.
    package var segments: [Segment] {
        [header]
            + contents.flatMap { content in
                switch content {
                case .message(let message): message.segments
                case .group(let group): group.segments
                }
            } + [trailer]
    }

    /// Writes an interchange of ours in a level that has all its characters.
    ///
    /// - Precondition: the level has every character of header and messages.
    static func write(
        _ header: InterchangeHeader,
        _ messages: [Message],
        _ level: Repertoire
    ) -> [UInt8] {
        let repeats = level.syntaxVersion >= 4
        var writer = EDIFACTWriter(ServiceString.standard.repeating(repeats), level)
        writer.writeAdvice()
        writer.write(header.segment(level))
        for message in messages {
            for segment in message.segments { writer.write(segment) }
        }
        writer.write(Segment(.unz, [[String(messages.count)], [header.reference.text]]))
        precondition(
            writer.unfit.isEmpty,
            "\(level.rawValue) has every character of the interchange"
        )
        return writer.bytes
    }

    package var reference: String { header[5] }

    /// The level that the header names, where we know it.
    package var repertoire: Repertoire? { Repertoire(rawValue: header[1, 1]) }

    /// Whether the sender says that nothing in here is meant (data element 0035).
    package var isTest: Bool { header[11] == "1" }
}

/// Messages of one type between one pair of applications: `UNG` to `UNE`.
package struct MessageGroup: Hashable, Sendable {
    package let header: Segment
    package let messages: [Message]
    package let trailer: Segment

    package var segments: [Segment] { [header] + messages.flatMap(\.segments) + [trailer] }
}
