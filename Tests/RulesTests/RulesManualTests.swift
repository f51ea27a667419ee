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
    }

    @Test(
        "what is said is in the manual of the rule that says it",
        arguments: FindingCodeTests.rows
    )
    func rulesSayOnlyThat(_ row: FindingCodeTests.Row) {
        let examined = Examined(Sample.lodgement(row.spoil), Sample.context())
        for rule in RuleBook.core.rules(for: examined) {
            for finding in rule.findings(examined) {
                #expect(rule.codes[finding.code] != nil, "\(type(of: rule)): \(finding.code)")
            }
        }
    }
}
