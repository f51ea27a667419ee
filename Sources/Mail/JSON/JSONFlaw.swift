/// Why bytes are not a JSON text that we take, with the byte at which that shows.
package enum JSONFlaw: Error, Hashable, Sendable {
    case endsEarly(offset: Int)
    case unexpectedByte(UInt8, offset: Int)
    case malformedNumber(offset: Int)
    case malformedEscape(offset: Int)
    case loneSurrogate(offset: Int)
    case controlCharacter(UInt8, offset: Int)
    case notUTF8(offset: Int)
    case memberTwice(String, offset: Int)
    case tooDeep(limit: Int, offset: Int)
    case trailingBytes(offset: Int)

    package var offset: Int {
        switch self {
        case .endsEarly(let offset), .unexpectedByte(_, let offset), .malformedNumber(let offset),
            .malformedEscape(let offset), .loneSurrogate(let offset),
            .controlCharacter(_, let offset), .notUTF8(let offset), .memberTwice(_, let offset),
            .tooDeep(_, let offset), .trailingBytes(let offset):
            offset
        }
    }
}

extension JSONFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .endsEarly(let offset): "json text ends early at byte \(offset)"
        case .unexpectedByte(let byte, let offset):
            "unexpected \(Self.show(byte)) at byte \(offset)"
        case .malformedNumber(let offset): "malformed number at byte \(offset)"
        case .malformedEscape(let offset): "malformed escape at byte \(offset)"
        case .loneSurrogate(let offset): "half of a surrogate pair at byte \(offset)"
        case .controlCharacter(let byte, let offset):
            "control character \(Self.show(byte)) in a text at byte \(offset)"
        case .notUTF8(let offset): "bytes that are not utf-8 at byte \(offset)"
        case .memberTwice(let name, let offset): "member '\(name)' twice, again at byte \(offset)"
        case .tooDeep(let limit, let offset): "nested deeper than \(limit) at byte \(offset)"
        case .trailingBytes(let offset): "more bytes after the json text, from byte \(offset)"
        }
    }

    private static func show(_ byte: UInt8) -> String {
        byte > 0x20 && byte < 0x7F
            ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}
