import Crypto

/// The name of an asset: the SHA-256 of its bytes, as 64 small hexadecimal digits.
package struct AssetDigest: Hashable, Sendable, Comparable {
    package let hex: String

    /// The digest of these bytes.
    package init(of bytes: [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        hex = String(decoding: text, as: UTF8.self)
    }

    /// A digest from its text; nil unless it is 64 small hexadecimal digits.
    package init?(hex: some StringProtocol) {
        let isHex = hex.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        }
        guard isHex, hex.utf8.count == 64 else { return nil }
        self.hex = String(hex)
    }

    package static func < (left: AssetDigest, right: AssetDigest) -> Bool {
        left.hex < right.hex
    }
}

extension AssetDigest: CustomStringConvertible {
    package var description: String { hex }
}
