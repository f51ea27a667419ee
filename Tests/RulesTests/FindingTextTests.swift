import Mail
import Rules
import Testing

@Suite("What a person reads of a finding")
struct FindingTextTests {
    @Test("each code has its two sentences in five languages", arguments: FindingCode.allCases)
    func isComplete(_ code: FindingCode) {
        let english = FindingText.words(of: code, .english)
        for language in Language.allCases {
            let words = FindingText.words(of: code, language)
            #expect(words.message != code.rawValue, "no \(language.rawValue) words of \(code)")
            #expect(words.placeholders == english.placeholders, "\(language.rawValue)")
            for text in [words.message, words.remedy] {
                let opens = text.first.map { $0.isUppercase || $0 == "{" || $0.isNumber } ?? false
                #expect(opens && text.hasSuffix("."), "\(language.rawValue): \(text)")
                #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
                #expect(!text.contains("  "))
            }
            if language != .english {
                #expect(words != english)
            }
        }
    }

    @Test("a detail that the sentence does not speak of follows it")
    func keepsDetails() {
        let finding = Finding(
            .textDoesNotFit,
            at: "/x",
            ["limit": "35", "found": "40", "none": ""]
        )
        #expect(
            FindingText.message(finding, .english)
                == "The text is longer than its field on the document. (found: 40, limit: 35)"
        )
    }

    @Test("a country is called by its name")
    func namesCountries() {
        let finding = Finding(.destinationNotServed, at: "", ["country": "DE"])
        #expect(FindingText.message(finding, .italian).contains("Germania"))
        #expect(FindingText.message(finding, .dutch).contains("Duitsland"))
    }

    @Test("a finding without its details still reads, and a long one is cut")
    func isTotal() {
        #expect(
            FindingText.message(Finding(.productUnknown, at: ""), .english) == "? is not a product."
        )
        let long = Finding(.productUnknown, at: "", ["found": String(repeating: "a", count: 500)])
        #expect(FindingText.message(long, .english).count < 120)
    }
}
