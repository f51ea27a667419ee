/// Turns chunks of an encoding into UTF-8, whatever lies across the boundary of two chunks.
struct Transcoder {
    private let encoding: TextEncoding
    /// What of the last chunk waits for the next: half a UTF-16 unit, or a high surrogate.
    private var halfUnit: UInt8?
    private var highSurrogate: UInt16?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
    }

    mutating func utf8(_ chunk: [UInt8]) -> [UInt8] {
        switch encoding {
        case .utf8: return chunk
        case .windows1252: return Self.fromWindows1252(chunk)
        case .utf16LittleEndian, .utf16BigEndian: return fromUTF16(chunk)
        }
    }

    /// What is left when the file ends in the middle of a character.
    mutating func finish() -> [UInt8] {
        defer { (halfUnit, highSurrogate) = (nil, nil) }
        return halfUnit != nil || highSurrogate != nil ? Self.broken : []
    }

    /// A byte that no UTF-8 text holds, so that a broken character is refused with its row.
    private static let broken: [UInt8] = [0xFF]

    private mutating func fromUTF16(_ chunk: [UInt8]) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(chunk.count)
        for byte in chunk {
            guard let first = halfUnit else {
                halfUnit = byte
                continue
            }
            halfUnit = nil
            let unit =
                encoding == .utf16LittleEndian
                ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte)
            append(unit, to: &utf8)
        }
        return utf8
    }

    private mutating func append(_ unit: UInt16, to utf8: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if UTF16.isTrailSurrogate(unit) {
                let scalar = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                Self.append(scalar, to: &utf8)
                return
            }
            utf8 += Self.broken
        }
        if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
        } else if UTF16.isTrailSurrogate(unit) {
            utf8 += Self.broken
        } else {
            Self.append(UInt32(unit), to: &utf8)
        }
    }

    private static func append(_ value: UInt32, to utf8: inout [UInt8]) {
        switch value {
        case ..<0x80: utf8.append(UInt8(value))
        case ..<0x800:
            utf8.append(UInt8(0xC0 | value >> 6))
            utf8.append(UInt8(0x80 | value & 0x3F))
        case ..<0x10000:
            utf8.append(UInt8(0xE0 | value >> 12))
            utf8.append(UInt8(0x80 | value >> 6 & 0x3F))
            utf8.append(UInt8(0x80 | value & 0x3F))
        default:
            utf8.append(UInt8(0xF0 | value >> 18))
            utf8.append(UInt8(0x80 | value >> 12 & 0x3F))
            utf8.append(UInt8(0x80 | value >> 6 & 0x3F))
            utf8.append(UInt8(0x80 | value & 0x3F))
        }
    }

    private static func fromWindows1252(_ chunk: [UInt8]) -> [UInt8] {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(chunk.count + chunk.count / 8)
        for byte in chunk {
            switch byte {
            case ..<0x80: utf8.append(byte)
            case 0x80...0x9F: append(upper[Int(byte) - 0x80], to: &utf8)
            default: append(UInt32(byte), to: &utf8)
            }
        }
        return utf8
    }

    // Source: the mapping of Windows code page 1252 to Unicode (best fit of the five bytes that
    // have no character: the control character of ISO 8859-1, which the rules then refuse).
    private static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
