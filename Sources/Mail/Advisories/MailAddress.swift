/// An address of mail as it may stand in a message's header: nothing in it can begin another line.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    /// Reads `ada@fox.example`; nothing for what needs quotes, or is no address at all.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, parts[0].count <= 64,
            parts[0].allSatisfy(Self.isOfAtom), parts[1].allSatisfy(Self.isOfHost),
            parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy({ !$0.isEmpty })
        else { return nil }
        self.text = text
    }

    /// A dot-atom (RFC 5322 §3.2.3).
    private static func isOfAtom(_ byte: UInt8) -> Bool {
        isOfHost(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
