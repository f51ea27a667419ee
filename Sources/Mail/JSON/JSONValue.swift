/// A JSON text as a value that keeps what was written.
///
/// Numbers stay text, because a customs value must never pass through a binary fraction; members
/// keep their order, and a member named twice is refused while reading (RFC 8259 §4 leaves it
/// open, RFC 7493 §2.3 forbids it).
package enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    package static func integer(_ value: some BinaryInteger) -> JSONValue {
        .number(String(value))
    }

    /// The member of that name, when this is an object that has one.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    package var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The whole number written here, when it is one that 64 bits hold.
    package var wholeNumber: Int? {
        if case .number(let digits) = self { Int(digits) } else { nil }
    }

    /// What a person calls this kind of value, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "number"
        case .string: "text"
        case .array: "list"
        case .object: "object"
        }
    }
}
