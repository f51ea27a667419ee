/// Standard base64 with exactly one text for every byte string, as the age format demands.
///
/// A decoder that ignored spare bits or stray characters would give one file many spellings.
enum AgeBase64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()

    static func encode(_ bytes: some Collection<UInt8>, padded: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var window: UInt32 = 0
        var bits = 0
        for byte in bytes {
            window = window << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(window >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(window << UInt32(6 - bits) & 63)]) }
        while padded, text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
        return text
    }

    /// The bytes, or nil when the text is not the one spelling of any byte string.
    static func decode(_ text: some Collection<UInt8>, padded: Bool) -> [UInt8]? {
        var digits = Array(text)
        if padded {
            guard digits.count.isMultiple(of: 4) else { return nil }
            var padding = 0
            while padding < 2, digits.last == UInt8(ascii: "=") {
                digits.removeLast()
                padding += 1
            }
        }
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 4 * 3 + 2)
        var window: UInt32 = 0
        var bits = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value != 0xff else { return nil }
            window = window << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: window >> UInt32(bits)))
            }
        }
        // Spare bits must be zero, or "QQ" and "QR" would both mean one byte.
        guard window & (1 << UInt32(bits) - 1) == 0 else { return nil }
        return bytes
    }
}
