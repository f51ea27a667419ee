import Foundation
import Mail
import Rules
import Testing

@Suite("The manual of the rules")
struct RulesManualTests {
    static let file = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/RULES.md")

    @Test("the file is what the rule book says")
    func isCurrent() throws {
        let markdown = RulesManual.markdown()
        if ProcessInfo.processInfo.environment["POSTHORN_RECORD"] == "1" {
            try Data(markdown.utf8).write(to: Self.file)
        }
        let recorded = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(recorded == markdown, "run the tests with POSTHORN_RECORD=1 to write it again")
    }

    @Test("each code has its heading, and each heading says when")
    func isComplete() {
        let markdown = RulesManual.markdown()
        for code in FindingCode.allCases {
            #expect(markdown.contains("\n## `\(code.rawValue)`\n"))
        }
        #expect(!markdown.contains("**When**: \n"))
        for reason in FormReason.allCases { #expect(markdown.contains("`\(reason.rawValue)`")) }
    }

    @Test("each rule of the book says codes, and only codes that a row covers")
    func rulesSayWhatTheyMay() {
        for row in RuleBook.core.rows {
            #expect(!row.rule.codes.isEmpty)
            #expect(row.rule.codes.keys.allSatisfy { !FindingCodeTests.saidElsewhere.contains($0) })
        }
        let outcome = Sample.check(Lodgement())
        let sayable = Set(RuleBook.core.rows.flatMap(\.rule.codes.keys))
        #expect(outcome.codes.allSatisfy(sayable.contains))
    }
}
