/// What a person writes down or shows as a QR code to have a draft lodged at a counter.
///
/// Eight characters of an alphabet without 0, O, 1, I and L: 40 bits, of which a guess in a million
/// hits one among a thousand waiting drafts less than once in a thousand days at one guess a second.
package struct DraftCode: Hashable, Sendable {
    package static let length = 8
    static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    /// Upper case, without separators.
    package let text: String

    /// Reads a code as people write it: any case, spaces and hyphens between.
    package init?(_ text: String) {
        let letters = text.uppercased().filter { $0 != " " && $0 != "-" }
        guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else {
            return nil
        }
        self.text = letters
    }

    /// A code from random bytes: as many as it has characters.
    package init?(random bytes: [UInt8]) {
        guard bytes.count >= Self.length else { return nil }
        text = String(
            bytes.prefix(Self.length).map { Self.alphabet[Int($0) % Self.alphabet.count] }
        )
    }

    /// As it is printed: `ABCD-2345`.
    package var spaced: String { text.prefix(4) + "-" + text.suffix(4) }
}
