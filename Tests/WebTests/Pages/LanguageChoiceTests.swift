import Hummingbird
import Mail
import Testing

@testable import Web

@Suite("Choice of language")
struct LanguageChoiceTests {
    @Test(arguments: [
        ("de", Language.german), ("de-AT,de;q=0.9,en;q=0.8", .german),
        ("pl, fr;q=0.4, it;q=0.7", .italian), ("en;q=0, nl;q=0.1", .dutch), ("NL-be", .dutch),
    ])
    func takesTheBestThatIsSpoken(_ header: String, _ language: Language) {
        #expect(LanguageChoice.preferred(header) == language)
    }

    @Test(arguments: ["", "pl", "*", ";;;,,,", "en;q=0", "q=1"])
    func hasNoneWhereNoneIsAskedFor(_ header: String) {
        #expect(LanguageChoice.preferred(header) == nil)
    }
}

@Suite("Addresses of the pages")
struct SiteMapTests {
    @Test func putsPartsIn() {
        #expect(SiteMap.itemDocument.path("LA1", "cn22.pdf") == "/items/LA1/documents/cn22.pdf")
        #expect(SiteMap.item.path("a/../b?c") == "/items/a%2F..%2Fb%3Fc")
        #expect(
            SiteMap.items.path(query: [("q", "Zoë & Co"), ("state", "")])
                == "/items?q=Zo%C3%AB%20%26%20Co"
        )
    }

    @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a b"])
    func leadsNowhereElse(_ text: String) {
        #expect(LocalPath.of(text) == "/")
    }

    @Test func keepsItsOwnPaths() {
        #expect(LocalPath.of("/items?q=1") == "/items?q=1")
    }
}
