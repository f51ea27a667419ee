/// What an advisory is called, in addresses, in lane rules and on the command line: small letters,
/// digits and hyphens.
package struct AdvisoryName: Hashable, Sendable, Comparable {
    package static let rule = "1 to 60 small letters, digits and hyphens, a letter or digit first"

    package let text: String

    package init?(_ text: String) {
        func isPlain(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard (1...60).contains(text.utf8.count), let first = text.utf8.first, isPlain(first),
            text.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }

    package static func < (left: AdvisoryName, right: AdvisoryName) -> Bool {
        left.text < right.text
    }
}
