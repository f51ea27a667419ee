/// What an item is called: an S10, or an office item number for a letter of pure correspondence.
package enum ItemID: Hashable, Sendable {
    case s10(S10)
    case office(OfficeItemNumber)

    package init?(_ text: String) {
        if let number = OfficeItemNumber(text) {
            self = .office(number)
        } else if let s10 = try? S10(text) {
            self = .s10(s10)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .s10(let s10): s10.text
        case .office(let number): number.text
        }
    }

    package var spaced: String {
        switch self {
        case .s10(let s10): s10.spaced
        case .office(let number): number.text
        }
    }

    package var s10: S10? {
        if case .s10(let s10) = self { s10 } else { nil }
    }
}

extension ItemID: CustomStringConvertible {
    package var description: String { text }
}

/// `PH` and ten Crockford characters: fifty bits that count up and never come twice.
package struct OfficeItemNumber: Hashable, Sendable {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    package static let limit: UInt64 = 1 << 50 - 1

    package let value: UInt64

    package init?(value: UInt64) {
        guard value <= Self.limit else { return nil }
        self.value = value
    }

    /// Reads the number as people write it: any case, I and L for 1, O for 0.
    package init?(_ text: String) {
        let bytes = Array(text.uppercased().utf8)
        guard bytes.count == 12, bytes[0] == UInt8(ascii: "P"), bytes[1] == UInt8(ascii: "H") else {
            return nil
        }
        var value: UInt64 = 0
        for byte in bytes[2...] {
            let read =
                switch byte {
                case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
                case UInt8(ascii: "O"): UInt8(ascii: "0")
                default: byte
                }
            guard let digit = Self.alphabet.firstIndex(of: read) else { return nil }
            value = value << 5 | UInt64(digit)
        }
        self.value = value
    }

    package var text: String {
        var digits: [UInt8] = []
        var rest = value
        for _ in 0..<10 {
            digits.append(Self.alphabet[Int(rest & 31)])
            rest >>= 5
        }
        return "PH" + String(decoding: digits.reversed(), as: UTF8.self)
    }
}
