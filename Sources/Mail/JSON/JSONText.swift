/// JSON for people and scripts: members in the order given, texts escaped as in canonical JSON.
///
/// Unlike ``CanonicalJSON`` it keeps numbers as they were written.
package enum JSONText {
    package static func write(_ value: JSONValue) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    private static func append(_ value: JSONValue, to text: inout String) {
        switch value {
        case .number(let digits): text += digits
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                append(element, to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                append(.string(member.name), to: &text)
                text += ":"
                append(member.value, to: &text)
            }
            text += "}"
        case .null, .bool, .string:
            text += String(decoding: CanonicalJSON.write(value), as: UTF8.self)
        }
    }
}
