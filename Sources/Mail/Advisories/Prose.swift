/// What an advisory says, as a tree that can hold paragraphs, lists, emphasis and links, and nothing
/// else: whatever is printed from it, no markup of anybody else's comes out.
package struct Prose: Hashable, Sendable {
    /// A line of text, with what stands out in it.
    package indirect enum Span: Hashable, Sendable {
        case text(String)
        case emphasis([Span])
        case strong([Span])
        case link([Span], to: WebLink)
    }

    package enum Block: Hashable, Sendable {
        case paragraph([Span])
        /// Items in an order that counts, or in one that does not.
        case list([[Span]], isOrdered: Bool)
    }

    /// Scalars of one text: an advisory is read at a counter door.
    package static let limit = 2_000

    /// As it was written.
    package let source: String
    package let blocks: [Block]

    /// Why a text is no prose.
    package enum Flaw: Error, Hashable, Sendable, CustomStringConvertible {
        case empty
        case tooLong(Int)
        /// A control character, or one that turns the direction of what follows.
        case unprintable(UInt32)

        package var description: String {
            switch self {
            case .empty: "expected a text, found nothing"
            case .tooLong(let count): "expected at most \(Prose.limit) characters, found \(count)"
            case .unprintable(let scalar):
                "expected printable characters, found U+\(String(scalar, radix: 16).uppercased())"
            }
        }
    }

    /// Reads the subset of Markdown; what is none of it is text.
    ///
    /// - Throws: ``Flaw``.
    package init(_ source: String) throws(Flaw) {
        let source = source.replacing("\r\n", with: "\n")
        try Self.check(source, limit: Self.limit)
        self.source = source
        blocks = ProseReader.blocks(source)
    }

    /// - Throws: ``Flaw`` for a text that is empty, too long or cannot be printed.
    static func check(_ text: String, limit: Int) throws(Flaw) {
        let scalars = text.unicodeScalars
        guard scalars.contains(where: { !$0.properties.isWhitespace }) else { throw .empty }
        guard scalars.count <= limit else { throw .tooLong(scalars.count) }
        for scalar in scalars where scalar != "\n" {
            let isControl = scalar.properties.generalCategory == .control
            let turns = scalar.properties.isBidiControl
            if isControl || turns { throw .unprintable(scalar.value) }
        }
    }

    /// For mail and terminals: a link's address stands behind its words.
    package var plain: String {
        blocks.map { block in
            switch block {
            case .paragraph(let spans): Self.plain(spans)
            case .list(let items, let isOrdered):
                items.enumerated()
                    .map { (isOrdered ? "\($0 + 1). " : "- ") + Self.plain($1) }
                    .joined(separator: "\n")
            }
        }
        .joined(separator: "\n\n")
    }

    private static func plain(_ spans: [Span]) -> String {
        spans.map { span in
            switch span {
            case .text(let text): text
            case .emphasis(let inner), .strong(let inner): plain(inner)
            case .link(let inner, let link):
                plain(inner) == link.text || "mailto:" + plain(inner) == link.text
                    ? plain(inner) : plain(inner) + " (\(link.shown))"
            }
        }
        .joined()
    }
}

/// Where a link may lead: to a page over TLS, or to somebody's mail.
package struct WebLink: Hashable, Sendable {
    private static let mail = "mailto:"
    private static let web = "https://"

    package let text: String

    package init?(_ text: String) {
        guard text.utf8.count <= 500, text.utf8.allSatisfy(Self.isPlain) else { return nil }
        if text.hasPrefix(Self.mail) {
            let parts = text.dropFirst(Self.mail.count)
                .split(
                    separator: "@",
                    omittingEmptySubsequences: false
                )
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        } else {
            guard text.hasPrefix(Self.web) else { return nil }
            let host = text.dropFirst(Self.web.count).prefix { !"/?#".contains($0) }
            // Whoever reads `https://bank.example@other.example` reads another host than is asked.
            guard host.contains(where: { $0 != "." && $0 != ":" }), !host.contains("@") else {
                return nil
            }
        }
        self.text = text
    }

    /// As a person reads it: an address of mail without its scheme.
    var shown: String { text.hasPrefix(Self.mail) ? String(text.dropFirst(Self.mail.count)) : text }

    /// What RFC 3986 lets stand in an address; a bracket would end the link.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/?#@!$&*+,;=%".utf8.contains(byte)
        }
    }
}
