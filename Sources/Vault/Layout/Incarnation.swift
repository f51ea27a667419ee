package import Journal

/// A life of an office between two restores: 16 hexadecimal digits, drawn at random.
///
/// It leads the name of every object, so what the lost office may still write, in whoever's hands
/// it is, and what the restored one writes can never meet under one name.
package struct Incarnation: Hashable, Sendable {
    package let value: UInt64

    package init(_ value: UInt64) {
        self.value = value
    }

    /// Nil unless the text is one that `description` gives.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
        self.init(value)
        guard description == text else { return nil }
    }

    package static func draw(_ random: RandomSource) -> Incarnation {
        Incarnation(random.bytes(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

extension Incarnation: CustomStringConvertible {
    package var description: String { FixedHex.encode(value) }
}

/// Numbers as 16 hexadecimal digits: the order of the names is that of the numbers.
enum FixedHex {
    static func encode(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    static func decode(_ text: some StringProtocol) -> UInt64? {
        guard text.utf8.count == 16, let value = UInt64(text, radix: 16), encode(value) == text
        else { return nil }
        return value
    }

    /// Larger numbers first.
    static func inverted(_ value: UInt64) -> String { encode(~value) }

    static func decodeInverted(_ text: some StringProtocol) -> UInt64? { decode(text).map { ~$0 } }
}
