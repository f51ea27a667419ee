import Crypto
import FoundationEssentials
import Mail

/// Where a list goes on: an entry, signed together with the question it belongs to.
///
/// The signature keeps a cursor from being taken for something to compute with, and from being used
/// with other filters, where it would skip items without a word.
struct Cursor: Sendable {
    private static let tagLength = 16

    let entry: UInt64

    init(entry: UInt64) {
        self.entry = entry
    }

    init?(_ text: String, of question: String, key: SymmetricKey) {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        guard let bytes = Data(base64Encoded: base64).map(Array.init),
            bytes.count == 8 + Self.tagLength
        else { return nil }
        entry = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        guard Self.tag(bytes[..<8], question, key).elementsEqual(bytes[8...]) else { return nil }
    }

    func text(of question: String, key: SymmetricKey) -> String {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: entry >> (56 - 8 * $0)) }
        return Data(bytes + Self.tag(bytes[...], question, key)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_")
    }

    private static func tag(
        _ bytes: ArraySlice<UInt8>,
        _ question: String,
        _ key: SymmetricKey
    ) -> [UInt8] {
        let message = Array(bytes) + Array(question.utf8)
        return Array(
            HMAC<SHA256>.authenticationCode(for: message, using: key).prefix(tagLength)
        )
    }
}
