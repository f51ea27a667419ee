import Mail

/// An advisory's text as the template shows it: pieces of text with what stands out in them.
///
/// A template sees texts alone and escapes each; what a text looks like is in these flags.
struct ProseValues {
    struct Part {
        let text: String
        let isStrong: Bool
        let isEmphasis: Bool
    }

    /// Text, or a link with text in it.
    struct Piece {
        let href: String?
        let parts: [Part]
    }

    struct Item {
        let pieces: [Piece]
    }

    struct Block {
        let isParagraph: Bool
        let isList: Bool
        let isOrdered: Bool
        let pieces: [Piece]
        let items: [Item]
    }

    let blocks: [Block]

    init(_ prose: Prose) {
        blocks = prose.blocks.map { block in
            switch block {
            case .paragraph(let spans):
                Block(
                    isParagraph: true,
                    isList: false,
                    isOrdered: false,
                    pieces: Self.pieces(spans),
                    items: []
                )
            case .list(let items, let isOrdered):
                Block(
                    isParagraph: false,
                    isList: !isOrdered,
                    isOrdered: isOrdered,
                    pieces: [],
                    items: items.map { Item(pieces: Self.pieces($0)) }
                )
            }
        }
    }

    private static func pieces(
        _ spans: [Prose.Span],
        _ isStrong: Bool = false,
        _ isEmphasis: Bool = false
    ) -> [Piece] {
        spans.flatMap { span -> [Piece] in
            switch span {
            case .text(let text):
                let part = Part(text: text, isStrong: isStrong, isEmphasis: isEmphasis)
                return [Piece(href: nil, parts: [part])]
            case .strong(let inner): return pieces(inner, true, isEmphasis)
            case .emphasis(let inner): return pieces(inner, isStrong, true)
            case .link(let inner, let link):
                let parts = pieces(inner, isStrong, isEmphasis).flatMap(\.parts)
                return [Piece(href: link.text, parts: parts)]
            }
        }
    }

    /// As a piece of HTML, for feeds that carry one.
    var html: String { PageTemplates.render("prose", ["blocks": blocks]) }
}
