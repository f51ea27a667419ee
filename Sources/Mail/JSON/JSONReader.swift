/// A strict reader of one JSON text (RFC 8259) from bytes.
///
/// It takes what the standard takes and nothing more: no byte order mark, no trailing comma, no
/// bytes after the value. Nesting is bounded, so that hostile input cannot exhaust the stack.
package struct JSONReader {
    package static let depthLimit = 64

    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: ``JSONFlaw`` naming the first byte that is wrong.
    package static func read(_ bytes: [UInt8]) throws(JSONFlaw) -> JSONValue {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else {
            throw .trailingBytes(offset: reader.position)
        }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func peek() throws(JSONFlaw) -> UInt8 {
        guard position < bytes.count else { throw .endsEarly(offset: position) }
        return bytes[position]
    }

    private mutating func value(depth: Int) throws(JSONFlaw) -> JSONValue {
        guard depth <= Self.depthLimit else {
            throw .tooDeep(limit: Self.depthLimit, offset: position)
        }
        skipSpace()
        switch try peek() {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case let byte: throw .unexpectedByte(byte, offset: position)
        }
    }

    private mutating func word(
        _ word: StaticString,
        _ value: JSONValue
    ) throws(JSONFlaw) -> JSONValue {
        for expected in String(describing: word).utf8 {
            let byte = try peek()
            guard byte == expected else { throw .unexpectedByte(byte, offset: position) }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(JSONFlaw) -> JSONValue {
        position += 1
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return .object([])
        }
        var members: [JSONValue.Member] = []
        // What most objects of ours hold: one allocation instead of four.
        members.reserveCapacity(8)
        var names = MemberNames()
        while true {
            skipSpace()
            let start = position
            guard try peek() == UInt8(ascii: "\"") else {
                throw .unexpectedByte(try peek(), offset: position)
            }
            let name = try string()
            guard names.insert(name, after: members) else {
                throw .memberTwice(name, offset: start)
            }
            skipSpace()
            guard try peek() == UInt8(ascii: ":") else {
                throw .unexpectedByte(try peek(), offset: position)
            }
            position += 1
            members.append(JSONValue.Member(name, try value(depth: depth + 1)))
            skipSpace()
            switch try peek() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "}"):
                position += 1
                return .object(members)
            case let byte: throw .unexpectedByte(byte, offset: position)
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONFlaw) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            switch try peek() {
            case UInt8(ascii: ","): position += 1
            case UInt8(ascii: "]"):
                position += 1
                return .array(elements)
            case let byte: throw .unexpectedByte(byte, offset: position)
            }
        }
    }

    private mutating func number() throws(JSONFlaw) -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        guard let first = digit() else { throw .malformedNumber(offset: start) }
        if first != UInt8(ascii: "0") { while digit() != nil {} }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            guard digit() != nil else { throw .malformedNumber(offset: start) }
            while digit() != nil {}
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            guard digit() != nil else { throw .malformedNumber(offset: start) }
            while digit() != nil {}
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digit() -> UInt8? {
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        position += 1
        return byte
    }
}

/// The names that an object has so far.
///
/// Names are the same when their bytes are (RFC 8259 §8.3), which is not when Swift calls two texts
/// equal. A large object is hostile or a map; a set then keeps reading linear.
private struct MemberNames {
    private var set: Set<[UInt8]> = []

    mutating func insert(_ name: String, after members: [JSONValue.Member]) -> Bool {
        guard members.count >= 32 else {
            let length = name.utf8.count
            return !members.contains {
                $0.name.utf8.count == length && $0.name.utf8.elementsEqual(name.utf8)
            }
        }
        if set.isEmpty { set = Set(members.map { Array($0.name.utf8) }) }
        return set.insert(Array(name.utf8)).inserted
    }
}

// Texts: the common case is a run without escapes, which is taken as one slice.
extension JSONReader {
    private mutating func string() throws(JSONFlaw) -> String {
        position += 1
        let start = position
        position = endOfRun(from: start)
        switch try peek() {
        case UInt8(ascii: "\""):
            let text = try Self.validated(bytes.span.extracting(start..<position), at: start)
            position += 1
            return text
        case UInt8(ascii: "\\"): return try escapedString(from: start)
        case let byte: throw .controlCharacter(byte, offset: position)
        }
    }

    private func endOfRun(from start: Int) -> Int {
        let all = bytes.span
        var end = start
        while end < all.count, Self.isPlain(all[end]) { end += 1 }
        return end
    }

    /// Whether a byte within a text stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func validated(_ run: Span<UInt8>, at start: Int) throws(JSONFlaw) -> String {
        do {
            return String(copying: try UTF8Span(validating: run))
        } catch {
            throw .notUTF8(offset: start)
        }
    }

    private mutating func escapedString(from start: Int) throws(JSONFlaw) -> String {
        var collected = Array(bytes[start..<position])
        while true {
            let byte = try peek()
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return try Self.validated(collected.span, at: start)
            case UInt8(ascii: "\\"):
                position += 1
                try escape(into: &collected)
            case ..<0x20: throw .controlCharacter(byte, offset: position)
            default:
                collected.append(byte)
                position += 1
            }
        }
    }

    private mutating func escape(into collected: inout [UInt8]) throws(JSONFlaw) {
        let at = position - 1
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): collected.append(byte)
        case UInt8(ascii: "b"): collected.append(0x08)
        case UInt8(ascii: "f"): collected.append(0x0C)
        case UInt8(ascii: "n"): collected.append(0x0A)
        case UInt8(ascii: "r"): collected.append(0x0D)
        case UInt8(ascii: "t"): collected.append(0x09)
        case UInt8(ascii: "u"):
            var scalar = UInt32(try hexUnit(at: at))
            if scalar >= 0xDC00, scalar <= 0xDFFF { throw .loneSurrogate(offset: at) }
            if scalar >= 0xD800, scalar <= 0xDBFF {
                guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                    bytes[position + 1] == UInt8(ascii: "u")
                else { throw .loneSurrogate(offset: at) }
                position += 2
                let low = UInt32(try hexUnit(at: at))
                guard low >= 0xDC00, low <= 0xDFFF else { throw .loneSurrogate(offset: at) }
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let valid = UnicodeScalar(scalar) else { throw .loneSurrogate(offset: at) }
            collected.append(contentsOf: String(Character(valid)).utf8)
        default: throw .malformedEscape(offset: at)
        }
    }

    private mutating func hexUnit(at: Int) throws(JSONFlaw) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let byte = try peek()
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue, byte < 0x80 else {
                throw .malformedEscape(offset: at)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
