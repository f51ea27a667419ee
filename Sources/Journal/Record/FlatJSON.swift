/// One flat object of texts and whole numbers in canonical JSON (RFC 8785), read strictly.
///
/// Control records need no more, and so no reader of ours needs a JSON library to be exact.
enum FlatJSON {
    enum Value: Hashable, Sendable {
        case text(String)
        /// At most 2^53 − 1: beyond, JSON readers disagree.
        case number(UInt64)
    }

    static let largestNumber: UInt64 = 1 << 53 - 1

    static func encode(_ object: [String: Value]) -> [UInt8] {
        var output = [UInt8(ascii: "{")]
        // RFC 8785 sorts by UTF-16; our field names are ASCII, where all orders agree.
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            if output.count > 1 { output.append(UInt8(ascii: ",")) }
            write(name, to: &output)
            output.append(UInt8(ascii: ":"))
            switch value {
            case .text(let text): write(text, to: &output)
            case .number(let number): output += Array(String(number).utf8)
            }
        }
        output.append(UInt8(ascii: "}"))
        return output
    }

    /// Reads one object; anything that `encode` would have spelt otherwise is refused.
    static func decode(_ bytes: ArraySlice<UInt8>) throws(RecordFlaw) -> [String: Value] {
        var reader = FlatJSONReader(bytes)
        let object = try reader.object()
        let canonical = encode(object)
        guard canonical.elementsEqual(bytes) else {
            let offset = zip(canonical, bytes).enumerated().first { $1.0 != $1.1 }?.offset
            throw .notCanonical(at: offset ?? min(canonical.count, bytes.count))
        }
        return object
    }

    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0x08: output += Array("\\b".utf8)
            case 0x09: output += Array("\\t".utf8)
            case 0x0a: output += Array("\\n".utf8)
            case 0x0c: output += Array("\\f".utf8)
            case 0x0d: output += Array("\\r".utf8)
            case ..<0x20: output += Array("\\u00\(Hexadecimal.encode([byte]))".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
