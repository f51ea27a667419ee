/// The one way we write a value as JSON: RFC 8785 (JCS), so that equal values are equal bytes.
///
/// Members are sorted by their UTF-16 code units, texts escape only what they must, and there is no
/// white space. Numbers are restricted to whole ones that a double holds exactly; amounts travel as
/// decimal text, so the double formatting of RFC 8785 §3.2.2.3 never comes into play.
package struct CanonicalJSON {
    package static func write(_ value: JSONValue) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        append(value, to: &bytes)
        return bytes
    }

    private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let digits):
            precondition(
                isExactWholeNumber(digits),
                "canonical numbers are whole and at most 2^53-1 in size, not \(digits)"
            )
            bytes.append(contentsOf: digits.utf8)
        case .string(let text): append(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in ordered(members).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                append(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The members in canonical order; those we build come in it already.
    private static func ordered(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        for index in members.indices.dropFirst()
        where !precedes(members[index - 1], members[index]) {
            return members.sorted(by: precedes)
        }
        return members
    }

    /// By UTF-16 code units, which for the ASCII that our names are is by bytes.
    private static func precedes(_ left: JSONValue.Member, _ right: JSONValue.Member) -> Bool {
        let name = left.name.utf8.span
        let other = right.name.utf8.span
        for index in 0..<min(name.count, other.count) where name[index] != other[index] {
            guard name[index] < 0x80, other[index] < 0x80 else {
                return left.name.utf16.lexicographicallyPrecedes(right.name.utf16)
            }
            return name[index] < other[index]
        }
        return name.count < other.count
    }

    private static func isExactWholeNumber(_ digits: String) -> Bool {
        guard let value = Int(digits), String(value) == digits else { return false }
        return value.magnitude <= 9_007_199_254_740_991
    }

    /// The text in quotes, only what must be escaped being escaped.
    ///
    /// What needs no escape, which is nearly every text whole, is copied in runs.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        let span = text.utf8.span
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in span.indices where mustBeEscaped(span[index]) {
            append(span.extracting(start..<index), to: &bytes)
            escape(span[index], into: &bytes)
            start = index + 1
        }
        append(span.extracting(start..<span.count), to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(_ run: Span<UInt8>, to bytes: inout [UInt8]) {
        unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        default:
            let hex = String(byte, radix: 16)
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(contentsOf: ((hex.utf8.count == 1 ? "0" : "") + hex).utf8)
        }
    }
}
