/// Reads the subset of Markdown that advisories are written in.
///
/// Paragraphs stand between empty lines; items of a list begin with `- `, `* ` or `1. `;
/// `*emphasis*`, `_emphasis_`, `**strong**`, `[words](https://…)`; a backslash takes a mark its
/// meaning. A mark that closes nothing, a link that leads anywhere else, a tag: all of it is text.
enum ProseReader {
    /// Marks inside of marks, beyond which they are text.
    private static let depth = 4

    static func blocks(_ source: String) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var lines: [String] = []
        func finish() {
            if !lines.isEmpty { blocks.append(contentsOf: paragraphs(lines)) }
            lines = []
        }
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.trimmedSpaces
            line.isEmpty ? finish() : lines.append(line)
        }
        finish()
        return blocks
    }

    /// The lines between two empty ones: text, then items, then text again.
    private static func paragraphs(_ lines: [String]) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var words: [String] = []
        var items: [String] = []
        var isOrdered = false
        func finish() {
            if !words.isEmpty { blocks.append(.paragraph(spans(words.joined(separator: " ")))) }
            if !items.isEmpty {
                blocks.append(.list(items.map { spans($0) }, isOrdered: isOrdered))
            }
            (words, items) = ([], [])
        }
        for line in lines {
            if let (text, ordered) = item(line) {
                if items.isEmpty || isOrdered != ordered { finish() }
                isOrdered = ordered
                items.append(text)
            } else if items.isEmpty {
                words.append(line)
            } else {
                // A line below an item goes on with it.
                items[items.count - 1] += " " + line
            }
        }
        finish()
        return blocks
    }

    private static func item(_ line: String) -> (text: String, isOrdered: Bool)? {
        for mark in ["- ", "* "] where line.hasPrefix(mark) {
            let text = line.dropFirst(mark.count).trimmedSpaces
            return text.isEmpty ? nil : (text, false)
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...3).contains(digits.count), rest.hasPrefix(". ") else { return nil }
        let text = rest.dropFirst(2).trimmedSpaces
        return text.isEmpty ? nil : (text, true)
    }

    static func spans(_ text: String) -> [Prose.Span] {
        var walk = SpanWalk(Array(text.unicodeScalars))
        return walk.spans(depth: depth)
    }
}

extension StringProtocol {
    fileprivate var trimmedSpaces: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        var text = String.UnicodeScalarView(scalars)
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// One walk through a line, scalar by scalar.
private struct SpanWalk {
    private let scalars: [Unicode.Scalar]

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    mutating func spans(depth: Int) -> [Prose.Span] {
        read(scalars.indices, depth)
    }

    /// - Complexity: O(scalars × depth), for each mark looks for its end once.
    private func read(_ range: Range<Int>, _ depth: Int) -> [Prose.Span] {
        var spans: [Prose.Span] = []
        var text = String.UnicodeScalarView()
        func finish() {
            if !text.isEmpty { spans.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }
        var place = range.lowerBound
        while place < range.upperBound {
            if depth > 0, let (span, next) = marked(place, range, depth) {
                finish()
                spans.append(span)
                place = next
                continue
            }
            if scalars[place] == "\\", place + 1 < range.upperBound,
                "*_[]()\\-.".unicodeScalars.contains(scalars[place + 1])
            {
                place += 1
            }
            text.append(scalars[place])
            place += 1
        }
        finish()
        return spans
    }

    private func marked(
        _ place: Int,
        _ range: Range<Int>,
        _ depth: Int
    ) -> (span: Prose.Span, next: Int)? {
        switch scalars[place] {
        case "[": return link(place, range, depth)
        case "*" where place + 1 < range.upperBound && scalars[place + 1] == "*":
            guard let end = closing("*", 2, from: place + 2, range) else { return nil }
            return (.strong(read(place + 2..<end, depth - 1)), end + 2)
        case "*", "_":
            let mark = scalars[place]
            // An underscore inside of a word is part of it.
            if mark == "_", place > range.lowerBound, scalars[place - 1].isOfWord { return nil }
            guard let end = closing(mark, 1, from: place + 1, range) else { return nil }
            return (.emphasis(read(place + 1..<end, depth - 1)), end + 1)
        default: return nil
        }
    }

    /// Where the mark that closes stands: words begin behind the first and end before the second.
    private func closing(
        _ mark: Unicode.Scalar,
        _ count: Int,
        from start: Int,
        _ range: Range<Int>
    ) -> Int? {
        guard start < range.upperBound, !scalars[start].properties.isWhitespace else { return nil }
        var place = start
        while place + count <= range.upperBound {
            if scalars[place] == "\\" {
                place += 2
                continue
            }
            let run = scalars[place..<range.upperBound].prefix { $0 == mark }.count
            if run == 0 {
                place += 1
                continue
            }
            let goesOn = place + run < range.upperBound && scalars[place + run].isOfWord
            if run == count || run == 3, place > start,
                !scalars[place - 1].properties.isWhitespace, !(mark == "_" && goesOn)
            {
                return place + (run == 3 ? 3 - count : 0)
            }
            place += run
        }
        return nil
    }

    private func link(
        _ place: Int,
        _ range: Range<Int>,
        _ depth: Int
    ) -> (span: Prose.Span, next: Int)? {
        guard let end = scalars[place..<range.upperBound].firstIndex(of: "]"), end > place + 1,
            end + 1 < range.upperBound, scalars[end + 1] == "(",
            let close = scalars[(end + 2)..<range.upperBound].firstIndex(of: ")"),
            let target = WebLink(
                String(String.UnicodeScalarView(scalars[(end + 2)..<close]))
            )
        else { return nil }
        return (.link(read(place + 1..<end, min(depth - 1, 2)), to: target), close + 1)
    }
}

extension Unicode.Scalar {
    fileprivate var isOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
