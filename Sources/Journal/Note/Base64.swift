/// Standard base64 (RFC 4648 §4), padded, one spelling per value.
///
/// Strict, because a signature that has two spellings is two files with one meaning.
package enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let pad = UInt8(ascii: "=")

    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
        return table
    }()

    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var group = UInt32(bytes[index]) << 16
            if count > 1 { group |= UInt32(bytes[index + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[index + 2]) }
            out.append(alphabet[Int(group >> 18)])
            out.append(alphabet[Int(group >> 12 & 63)])
            out.append(count > 1 ? alphabet[Int(group >> 6 & 63)] : pad)
            out.append(count > 2 ? alphabet[Int(group & 63)] : pad)
            index += 3
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Nil for any other letter, a wrong length, missing padding or bits that are not used.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count % 4 == 0 else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(letters.count / 4 * 3)
        var index = 0
        while index < letters.count {
            let isLast = index + 4 == letters.count
            var used = 4
            if isLast && letters[index + 3] == pad { used = letters[index + 2] == pad ? 2 : 3 }
            var group: UInt32 = 0
            for offset in 0..<used {
                let value = values[Int(letters[index + offset])]
                guard value != 0xFF else { return nil }
                group |= UInt32(value) << UInt32(18 - 6 * offset)
            }
            let unused: UInt32 = used == 2 ? 0xFFFF : used == 3 ? 0xFF : 0
            guard group & unused == 0 else { return nil }
            out.append(UInt8(group >> 16))
            if used > 2 { out.append(UInt8(group >> 8 & 0xFF)) }
            if used > 3 { out.append(UInt8(group & 0xFF)) }
            index += 4
        }
        return out
    }
}
