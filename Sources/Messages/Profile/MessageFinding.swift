/// One thing that keeps a message from carrying an item, or an item from being read out of it.
package struct MessageFinding: Hashable, Sendable {
    package let code: Code
    /// The field of the item, as a JSON pointer into its lodgement; empty where none is concerned.
    package let pointer: String
    /// The segment, counted from 1 with UNH, where a message was read.
    package let segment: Int?

    /// The closed set; ``name`` is frozen.
    package enum Code: Hashable, Sendable {
        case fieldMissing
        /// Characters, against what the profile's data element holds.
        case valueTooLong(found: Int, limit: Int)
        case listTooLong(found: Int, limit: Int)
        case valueMalformed(expected: String)
        case codeUnknown(table: String)
        /// No level that profile and partner allow has the character; counted from 1.
        case characterNotSendable(UnicodeScalar, position: Int)
        case messageTypeUnknown(String)
        case segmentMissing(SegmentTag)
        case segmentUnexpected(SegmentTag)
        /// The segment holds a value at a place of which the profile knows nothing.
        case valueUnexpected(SegmentTag, Segment.Place)
        case turnDiffers(expected: Int, found: Int)
        /// The values were read, and make no item.
        case itemMalformed
    }
}

extension MessageFinding.Code {
    /// The code as pages, logs and scripts show it.
    package var name: String {
        switch self {
        case .fieldMissing: "field_missing"
        case .valueTooLong: "value_too_long"
        case .listTooLong: "list_too_long"
        case .valueMalformed: "value_malformed"
        case .codeUnknown: "code_unknown"
        case .characterNotSendable: "character_not_sendable"
        case .messageTypeUnknown: "message_type_unknown"
        case .segmentMissing: "segment_missing"
        case .segmentUnexpected: "segment_unexpected"
        case .valueUnexpected: "value_unexpected"
        case .turnDiffers: "turn_differs"
        case .itemMalformed: "item_malformed"
        }
    }

    init(_ problem: FieldProblem) {
        switch problem {
        case .length(let found, let limit): self = .valueTooLong(found: found, limit: limit)
        case .tooMany(let found, let limit): self = .listTooLong(found: found, limit: limit)
        case .malformed(let expected): self = .valueMalformed(expected: expected)
        case .codeUnknown(let table): self = .codeUnknown(table: table)
        }
    }
}

extension MessageFinding: CustomStringConvertible {
    package var description: String {
        let place = segment.map { " in segment \($0)" } ?? ""
        return "\(code.text)\(pointer.isEmpty ? "" : " at \(pointer)")\(place)"
    }
}

extension MessageFinding.Code {
    fileprivate var text: String {
        switch self {
        case .fieldMissing: "the message needs this field"
        case .valueTooLong(let found, let limit):
            "expected at most \(limit) characters, found \(found)"
        case .listTooLong(let found, let limit):
            "expected at most \(limit) values, found \(found)"
        case .valueMalformed(let expected): "expected \(expected)"
        case .codeUnknown(let table): "value without a code in '\(table)'"
        case .characterNotSendable(let scalar, let position):
            "character \(scalar.named), number \(position) of the value, cannot be sent"
        case .messageTypeUnknown(let type): "no profile for message \(type)"
        case .segmentMissing(let tag): "expected segment \(tag), found none"
        case .segmentUnexpected(let tag): "segment \(tag) has no place here"
        case .valueUnexpected(let tag, let place):
            "\(tag) has a value at element \(place.element), component \(place.component)"
        case .turnDiffers(let expected, let found): "expected number \(expected), found \(found)"
        case .itemMalformed: "the values make no item"
        }
    }
}
