/// A segment's tag: a capital letter and two capital letters or digits.
package struct SegmentTag: Hashable, Sendable {
    private let packed: UInt32

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 3 else { return nil }
        self.init(bytes[0], bytes[1], bytes[2])
    }

    init?(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        guard Self.isCapital(first), Self.isCapitalOrDigit(second), Self.isCapitalOrDigit(third)
        else { return nil }
        packed = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    }

    /// `UN` and a letter: a service segment.
    private init(service letter: UnicodeScalar) {
        packed = 0x554E00 | letter.value
    }

    static var unb: SegmentTag { SegmentTag(service: "B") }
    static var ung: SegmentTag { SegmentTag(service: "G") }
    static var unh: SegmentTag { SegmentTag(service: "H") }
    static var unt: SegmentTag { SegmentTag(service: "T") }
    static var une: SegmentTag { SegmentTag(service: "E") }
    static var unz: SegmentTag { SegmentTag(service: "Z") }

    /// The three bytes as they are written.
    var bytes: [3 of UInt8] {
        [
            UInt8(truncatingIfNeeded: packed >> 16), UInt8(truncatingIfNeeded: packed >> 8),
            UInt8(truncatingIfNeeded: packed),
        ]
    }

    package var text: String {
        String(decoding: [bytes[0], bytes[1], bytes[2]], as: UTF8.self)
    }

    private static func isCapital(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
    }

    private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
        isCapital(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}

extension SegmentTag: CustomStringConvertible {
    package var description: String { text }
}
