import Mail
import Testing

@testable import Web

/// Nothing that anybody typed becomes markup.
@Suite("Text in pages")
struct PageTextTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("\" onfocus='x'", "&quot; onfocus=&#39;x&#39;"),
        ("a & b", "a &amp; b"), ("Zoë Łukasiewicz", "Zoë Łukasiewicz"),
        // An accent on a quotation mark makes one character of the two; a browser sees two.
        ("\"\u{301} autofocus", "&quot;\u{301} autofocus"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
    ])
    func isEscapedScalarByScalar(_ text: String, _ escaped: String) {
        #expect(
            Array(PageText().escapeText(text).unicodeScalars) == Array(escaped.unicodeScalars)
        )
    }

    @Test func isEscapedInEveryTemplateAndPartial() {
        let sheet = FormSheet(WordList.of(.english), Self.evil)
        let field = sheet.field(FieldPlan("reason", "\"\u{301}<b>", .area))
        let page = PageTemplates.render(
            "cancel",
            ["w": WordList.of(.english).words, "fields": [field], "title": "\"\u{301}<b>"]
        )
        #expect(!page.contains("<b>"))
        // A quotation mark is one, whatever accent follows it.
        let quoted = Array("\"\u{301}".utf8)
        let bytes = Array(page.utf8)
        let stands = bytes.indices.contains { bytes[$0...].starts(with: quoted) }
        #expect(!stands)
    }

    private static var evil: FormValues {
        var values = FormValues()
        values.set("reason", "</textarea><script>\"\u{301}")
        return values
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

extension String.UTF8View {
    fileprivate func contains(_ text: String) -> Bool {
        Array(self).firstRange(of: Array(text.utf8)) != nil
    }
}
