/// A pull parser over the bytes of one flat JSON object.
struct FlatJSONReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func object() throws(RecordFlaw) -> [String: FlatJSON.Value] {
        var object: [String: FlatJSON.Value] = [:]
        try expect("{")
        if take("}") {
            try end()
            return object
        }
        repeat {
            let name = try text()
            try expect(":")
            let value = peek == UInt8(ascii: "\"") ? FlatJSON.Value.text(try text()) : try number()
            guard object.updateValue(value, forKey: name) == nil else { throw flaw }
        } while take(",")
        try expect("}")
        try end()
        return object
    }

    private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private var flaw: RecordFlaw { .notCanonical(at: position - bytes.startIndex) }

    private func end() throws(RecordFlaw) {
        guard peek == nil else { throw flaw }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: mark) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ mark: Unicode.Scalar) throws(RecordFlaw) {
        guard take(mark) else { throw flaw }
    }

    private mutating func number() throws(RecordFlaw) -> FlatJSON.Value {
        let start = position
        while let byte = peek, (0x30...0x39).contains(byte) { position += 1 }
        guard let number = UInt64(String(decoding: bytes[start..<position], as: UTF8.self)),
            number <= FlatJSON.largestNumber
        else { throw flaw }
        return .number(number)
    }

    private mutating func text() throws(RecordFlaw) -> String {
        try expect("\"")
        var content: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            position += 1
            content.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
        }
        try expect("\"")
        guard let text = String(validating: content, as: UTF8.self) else { throw flaw }
        return text
    }

    /// Canonical JSON escapes only the quotation mark, the backslash and control characters.
    private mutating func escaped() throws(RecordFlaw) -> UInt8 {
        guard let byte = peek else { throw flaw }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
            guard digits.hasPrefix("00"), let value = Hexadecimal.decode(digits), value.count == 2
            else { throw flaw }
            position += 4
            return value[1]
        default: throw flaw
        }
    }
}
