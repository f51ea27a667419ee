import Mail

/// The little of Markdown that the description uses, as HTML.
enum Markup {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// Text with `code` and **bold** in it.
    static func inline(_ text: String) -> String {
        var html = ""
        for (number, part) in text.split(separator: "`", omittingEmptySubsequences: false)
            .enumerated()
        {
            html += number % 2 == 1 ? "<code>\(escaped(String(part)))</code>" : bold(part)
        }
        return html
    }

    private static func bold(_ text: Substring) -> String {
        text.split(separator: "**", omittingEmptySubsequences: false).enumerated()
            .map { number, part in
                number % 2 == 1 ? "<b>\(escaped(String(part)))</b>" : escaped(String(part))
            }
            .joined()
    }

    static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n\n").filter { !$0.allSatisfy(\.isWhitespace) }
            .map { "<p>\(inline(String($0)))</p>" }.joined(separator: "\n")
    }
}

/// JSON over several lines, for people.
enum JSONPrint {
    static func pretty(_ value: JSONValue, _ indent: String = "") -> String {
        let inner = indent + "  "
        switch value {
        case .object(let members) where !members.isEmpty:
            let lines = members.map {
                inner + JSONText.write(.string($0.name)) + ": " + pretty($0.value, inner)
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + pretty($0, inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
        default: return JSONText.write(value)
        }
    }
}

/// How the page looks: the reader's own fonts, light or dark as the reader has it, and printable.
enum DocumentationStyle {
    static let css = """
        :root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#8a8a8a;--soft:#f3f3f3;
        --link:#0b4f9c}
        @media(prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#8a8a8a;
        --soft:#262626;--link:#8ab8ff}}
        body{margin:0 auto;max-width:60rem;padding:1rem;color:var(--ink);background:var(--paper);
        font:1rem/1.5 system-ui,sans-serif}
        a{color:var(--link)} a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99rem} .skip:focus{position:static}
        article{border-top:1px solid var(--line);padding-top:.5rem;margin-top:2rem}
        code,pre{font-family:ui-monospace,monospace;background:var(--soft);
        overflow-wrap:anywhere} code{padding:0 .2em}
        pre{padding:1rem;white-space:pre-wrap}
        table{border-collapse:collapse;width:100%} th,td{border-bottom:1px solid var(--line);
        padding:.3rem;text-align:left;vertical-align:top}
        dt{margin-top:.5rem} dd{margin-left:1.5rem}
        @media print{nav,.skip{display:none} article{break-inside:avoid}}
        """
}
