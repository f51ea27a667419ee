import Journal

/// The digits 0–9, A–Z, a–z: a double click selects all of a word that is made of them.
enum Base62 {
    static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    static func holds(_ text: some Sequence<UInt8>) -> Bool {
        text.allSatisfy(digits.contains)
    }

    /// So many digits, each as likely as any other.
    static func unpredictable(_ count: Int, _ random: RandomSource) -> [UInt8] {
        var text: [UInt8] = []
        while text.count < count {
            // 248 is the largest multiple of 62 in a byte; taking more would favour the first digits.
            for byte in random.bytes(count - text.count) where byte < 248 {
                text.append(digits[Int(byte) % 62])
            }
        }
        return text
    }

    /// A number with leading zeros.
    static func text(_ number: UInt32, width: Int) -> [UInt8] {
        var rest = number
        var text = [UInt8](repeating: digits[0], count: width)
        for place in text.indices.reversed() {
            text[place] = digits[Int(rest % 62)]
            rest /= 62
        }
        return text
    }
}
