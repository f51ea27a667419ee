import CDeflate
import Crypto
package import Journal
package import Mail

/// A whole access key, as it is shown once and presented ever after.
///
/// `ph_test_` or `ph_live_`, 30 random base62 digits (178 bits), and the CRC-32 of all before it as
/// 6 base62 digits: the layout GitHub took in 2021. A mistyped key is told from an unknown one, and
/// a scanner finds a leaked one, without asking anybody.
package struct KeyText: Hashable, Sendable {
    private static let randomCount = 30
    private static let checksumCount = 6
    /// How many random digits people see; 130 unseen bits stay.
    private static let shownCount = 8

    package let mode: Mode
    package let text: String

    package static func make(_ mode: Mode, _ random: RandomSource) -> KeyText {
        var text = prefix(mode) + Base62.unpredictable(randomCount, random)
        text += checksum(text)
        return KeyText(mode: mode, text: String(decoding: text, as: UTF8.self))
    }

    private init(mode: Mode, text: String) {
        self.mode = mode
        self.text = text
    }

    /// Reads what somebody presents.
    ///
    /// - Throws: `malformed` or `mistyped`; nothing was looked up.
    package init(_ presented: String) throws(KeyRefusal) {
        let bytes = Array(presented.utf8)
        guard let mode = Mode.allCases.first(where: { bytes.starts(with: Self.prefix($0)) })
        else { throw .malformed }
        let body = bytes.dropFirst(Self.prefix(mode).count)
        guard body.count == Self.randomCount + Self.checksumCount, Base62.holds(body) else {
            throw .malformed
        }
        guard Self.checksum(bytes.dropLast(Self.checksumCount)) == bytes.suffix(Self.checksumCount)
        else { throw .mistyped }
        self.init(mode: mode, text: presented)
    }

    /// The public part: enough to name the key, not to present it.
    package var id: String {
        String(text.prefix(Self.prefix(mode).count + Self.shownCount))
    }

    /// What is kept of the key: SHA-256 in hexadecimal.
    package var digest: String { Hexadecimal.text(SHA256.hash(data: Array(text.utf8))) }

    private static func prefix(_ mode: Mode) -> [UInt8] { Array("ph_\(mode.rawValue)_".utf8) }

    private static func checksum(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        return Base62.text(
            unsafe libdeflate_crc32(0, bytes, bytes.count),
            width: checksumCount
        )
    }
}
