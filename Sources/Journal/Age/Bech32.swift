/// Bech32 (BIP 173) without its limit of 90 characters: how age spells keys for people.
enum Bech32 {
    private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
    private static let generator: [UInt32] = [
        0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
    ]

    /// The lower-case text for `bytes` under the human-readable `prefix`.
    static func encode(_ bytes: [UInt8], prefix: String) -> String {
        let digits = regroup(bytes, from: 8, to: 5, padding: true) ?? []
        let head = expand(Array(prefix.utf8))
        let remainder = polymod(head + digits + [0, 0, 0, 0, 0, 0]) ^ 1
        let checksum = (0..<6).map { UInt8(remainder >> UInt32(5 * (5 - $0)) & 31) }
        let text = (digits + checksum).map { alphabet[Int($0)] }
        return prefix + "1" + String(decoding: text, as: UTF8.self)
    }

    /// Prefix in lower case and bytes, or nil when checksum, letter case or padding is wrong.
    static func decode(_ text: String) -> (prefix: String, bytes: [UInt8])? {
        let lower = text.lowercased()
        guard text == lower || text == text.uppercased() else { return nil }
        let characters = Array(lower.utf8)
        guard let split = characters.lastIndex(of: UInt8(ascii: "1")), split > 0,
            characters.count - split > 6
        else { return nil }
        let prefix = Array(characters[..<split])
        guard prefix.allSatisfy({ (33...126).contains($0) }) else { return nil }
        var digits: [UInt8] = []
        for character in characters[(split + 1)...] {
            guard let value = alphabet.firstIndex(of: character) else { return nil }
            digits.append(UInt8(value))
        }
        guard polymod(expand(prefix) + digits) == 1 else { return nil }
        guard let bytes = regroup(digits.dropLast(6), from: 5, to: 8, padding: false) else {
            return nil
        }
        return (String(decoding: prefix, as: UTF8.self), bytes)
    }

    private static func polymod(_ digits: [UInt8]) -> UInt32 {
        var check: UInt32 = 1
        for digit in digits {
            let top = check >> 25
            check = (check & 0x1ff_ffff) << 5 ^ UInt32(digit)
            for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 { check ^= generator[bit] }
        }
        return check
    }

    private static func expand(_ prefix: [UInt8]) -> [UInt8] {
        prefix.map { $0 >> 5 } + [0] + prefix.map { $0 & 31 }
    }

    private static func regroup(
        _ values: some Sequence<UInt8>,
        from: Int,
        to: Int,
        padding: Bool
    ) -> [UInt8]? {
        var window: UInt32 = 0
        var bits = 0
        var output: [UInt8] = []
        for value in values {
            window = window << UInt32(from) | UInt32(value)
            bits += from
            while bits >= to {
                bits -= to
                output.append(UInt8(window >> UInt32(bits) & (1 << UInt32(to) - 1)))
            }
            window &= 1 << UInt32(bits) - 1
        }
        if padding {
            if bits > 0 { output.append(UInt8(window << UInt32(to - bits))) }
        } else if bits >= from || window != 0 {
            return nil
        }
        return output
    }
}
