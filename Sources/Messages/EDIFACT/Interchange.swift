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
