import Foundation
import Mail
import Office
import Testing

@testable import Web

/// Five complete languages: the same words, the same placeholders, none unused.
@Suite("Words of the pages")
struct WordListTests {
    @Test(arguments: Language.allCases)
    func saysTheSameWordsAsEnglish(_ language: Language) {
        let english = WordList.of(.english).words
        let words = WordList.of(language).words
        #expect(Set(words.keys) == Set(english.keys))
        for (name, word) in words {
            #expect(!word.isEmpty, "\(name) says nothing")
            #expect(
                placeholders(word) == placeholders(english[name] ?? ""),
                "\(name) has other placeholders"
            )
        }
    }

    @Test func hasEveryWordThatTemplatesAndPagesUse() throws {
        let english = Set(WordList.of(.english).words.keys)
        let used = try usedInTemplates().union(usedInPages()).union(families)
        #expect(used.subtracting(english).sorted() == [], "words that are used and not there")
        #expect(english.subtracting(used).sorted() == [], "words that nothing uses")
    }

    /// Words whose names end in a value of a closed set.
    private var families: Set<String> {
        var names: Set<String> = []
        func add(_ family: String, _ values: [String]) {
            names.formUnion(values.map { family + $0 })
        }
        add("state_", ItemState.allCases.map(\.rawValue))
        add("state_text_", ItemState.allCases.map(\.rawValue))
        add("role_", Role.allCases.map(\.rawValue))
        add("product_", Product.allCases.map(\.rawValue))
        add("channel_", Channel.allCases.map(\.rawValue))
        add("form_", DeclarationForm.allCases.map(\.rawValue))
        add("severity_", Severity.allCases.map(\.rawValue))
        add("field_", FieldNeeds.Need.allCases.map(\.rawValue))
        add("outcome_", Act.Outcome.allCases.map(\.rawValue))
        add("doc_", DocumentKind.allCases.map { String($0.rawValue.prefix { $0 != "." }) })
        add("theme_", PageFrame.themes)
        add("requests_", LoggedRequest.Outcome.allCases.map(\.rawValue))
        add("nature_", Nature.allCases.map(\.rawValue))
        add("kind_", SenderKind.allCases.map(\.rawValue))
        add("pays_", DutiesPayer.allCases.map(\.rawValue))
        add("nondelivery_", NonDelivery.allCases.map(\.rawValue))
        add("event_item_", ItemState.allCases.filter { $0 != .draft }.map(\.rawValue))
        add("event_item_", ["amended"])
        add("lane_", LaneState.Name.allCases.map(\.rawValue))
        add("lane_danger_", LaneDanger.allCases.map(\.rawValue))
        add("lane_over_", LaneCap.Over.allCases.map(\.rawValue))
        add("lane_fate_", ["approved", "cancelled", "expired"])
        add("lane_release_", ["active", "stopped", "done"])
        for family in ["draft_title_", "draft_what_", "draft_do_", "status_s_"] {
            add(family, LaneState.Name.allCases.map(\.rawValue))
        }
        add("status_s_", ["differs"])
        add("status_answer_", PublicStatus.Answer.allCases.map(\.rawValue))
        add("status_c_", PublicStatus.Component.allCases.map(\.rawValue))
        add("status_d_", PublicStatus.Door.allCases.map(\.rawValue))
        add("status_k_", CapacityDay.Kind.allCases.map(\.rawValue))
        add("adv_k_", AdvisoryKind.allCases.map(\.rawValue))
        add("public_", ItemState.allCases.map(\.rawValue))
        add("ready_", ReadyMadePlan.allCases.map(\.rawValue))
        let fields = [
            "lane", "state", "perDay", "perHour", "over", "share", "limit", "partner", "advisory",
            "from", "to",
        ]
        add("lane_f_", fields)
        return names
    }

    private func usedInTemplates() -> Set<String> {
        Set(
            Asset.all.filter { $0.path.hasPrefix("templates/") }
                .flatMap { $0.text.matches(of: /\{\{w\.([A-Za-z0-9_-]+)\}\}/).map { String($0.1) } }
        )
    }

    /// Whatever stands in quotation marks in a page's source and is the name of a word.
    private func usedInPages() throws -> Set<String> {
        let sources = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/Web")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        let english = WordList.of(.english).words
        var used: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            // What is asked for by its whole name must be there …
            for match in text.matches(of: /words\(\s*"([a-z0-9_A-Z-]+)"/) {
                used.insert(String(match.1))
            }
            // … and what is named anywhere, with its title and paragraphs, is used.
            for match in text.matches(of: /"([a-z0-9_A-Z-]+)"/) {
                for name in ["", "_title", "_text", "_1", "_2", "_3"].map({ match.1 + $0 })
                where english[String(name)] != nil {
                    used.insert(String(name))
                }
            }
        }
        return used
    }

    private func placeholders(_ word: String) -> Set<String> {
        Set(word.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.1) })
    }

    @Test func fillsInPlaceholders() {
        let words = WordList.of(.english)
        #expect(words("send_progress", ["number": "3", "total": "7"]) == "Question 3 of 7")
    }
}
