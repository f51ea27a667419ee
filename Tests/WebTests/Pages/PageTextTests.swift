import Mail
import Testing

@testable import Web

/// Nothing that anybody typed becomes markup.
@Suite("Text in pages")
struct PageTextTests {
    /// An accent on a quotation mark makes one character of the two; a browser sees two.
    private static let accent = "\u{301}"
    private static let cases: [(String, String)] = [
        ("<script>", "&lt;script&gt;"), ("\" onfocus='x'", "&quot; onfocus=&#39;x&#39;"),
        ("a & b", "a &amp; b"), ("Zoë Łukasiewicz", "Zoë Łukasiewicz"),
        ("\"" + accent + " autofocus", "&quot;" + accent + " autofocus"),
        ("<" + accent + "b>", "&lt;" + accent + "b&gt;"),
    ]

    @Test func isEscapedScalarByScalar() {
        for (text, escaped) in Self.cases {
            let isRight = PageText().escapeText(text).utf8.elementsEqual(escaped.utf8)
            #expect(isRight, "\(text.unicodeScalars.map(\.value))")
        }
    }

    @Test func isEscapedInEveryTemplateAndPartial() {
        let evil = "\"" + Self.accent + "<b>"
        var values = FormValues()
        values.set("reason", "</textarea><script>" + evil)
        let sheet = FormSheet(WordList.of(.english), values)
        let field = sheet.field(FieldPlan("reason", evil, .area))
        let page = PageTemplates.render(
            "cancel",
            ["w": WordList.of(.english).words, "fields": [field], "title": evil]
        )
        let bytes = Array(page.utf8)
        for raw in ["<b>", "</textarea><script>", "\"" + Self.accent] {
            let isThere = bytes.firstRange(of: Array(raw.utf8)) != nil
            #expect(!isThere, "\(raw.unicodeScalars.map(\.value)) is markup")
        }
    }

    @Test func templatesHoldNoRawValues() {
        for asset in Asset.all where asset.path.hasPrefix("templates/") {
            #expect(!asset.text.contains("{{{"), "\(asset.path) has a value that is not escaped")
            #expect(!asset.text.contains("{{&"), "\(asset.path) has a value that is not escaped")
            #expect(!asset.text.contains("style="), "\(asset.path) has a style of its own")
            #expect(!asset.text.contains(" on" + "click"), "\(asset.path) has a script of its own")
            #expect(!asset.text.contains("http://"), "\(asset.path) names another host")
        }
    }

    @Test func styleIsSmall() {
        #expect(Asset.named("style.css").bytes.count < 24_000)
        #expect(Asset.named("script.js").bytes.count < 5_000)
    }
}
