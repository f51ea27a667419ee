import Mail
import Rules
import Testing

@Suite("Stop words")
struct StopWordsTests {
    @Test(
        "an official term alone is vague",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("stopwords/official_terms.jsonl")
    )
    func official(_ row: Fixtures.Row) throws {
        let term = try #require(row["term"])
        for written in [term, term.uppercased(), " \(term). "] {
            #expect(StopWords.judge(written) == .vague, "'\(written)'")
        }
    }

    @Test(
        "what names no article is vague",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("stopwords/structural_rules.jsonl")
    )
    func structural(_ row: Fixtures.Row) throws {
        #expect(StopWords.judge(try #require(row["example"])) == .vague)
    }

    @Test(
        "an acceptable alternative passes",
        .enabled(if: Fixtures.areThere),
        arguments: Fixtures.rows("stopwords/unacceptable_acceptable_pairs.jsonl")
    )
    func pairs(_ row: Fixtures.Row) throws {
        #expect(StopWords.judge(try #require(row["unacceptable"])) == .vague)
        guard let acceptable = row["acceptable"] else { return }
        #expect(StopWords.judge(acceptable) != .vague, "'\(acceptable)'")
    }

    @Test(
        "our own cases",
        arguments: [
            ("2 gifts and toys", StopWords.Verdict.vague), ("clothes, shoes", .vague),
            ("various goods", .vague), ("N/A", .vague), ("regali", .vague), ("Vêtements", .vague),
            ("Ersatzteile", .vague), ("kleding", .vague), ("e-commerce", .vague), ("12345", .vague),
            ("", .vague), ("???", .vague), ("aaa", .vague), ("x", .vague),
            ("toys (new)", .contains("toys")),
            ("men's cotton shirts", .specific), ("fish knife, steel", .specific), ("茶", .specific),
            ("leather wallet", .specific), ("Kinderbuch", .specific), ("glass marbles", .specific),
            ("cotton clothes", .contains("clothes")), ("gift cards", .contains("gifts")),
        ]
    )
    func judges(_ description: String, _ verdict: StopWords.Verdict) {
        #expect(StopWords.judge(description) == verdict)
    }

    @Test(
        "every phrase and string gets a verdict",
        .enabled(if: Fixtures.areThere),
        arguments: ["stopwords/hmrc_vague_terms.jsonl", "parsers/naughty_strings.jsonl"]
    )
    func total(_ path: String) {
        let rows = Fixtures.rows(path)
        #expect(rows.count > 200)
        for row in rows {
            guard let text = row["term"] ?? row["value"] else { continue }
            let lodgement = Sample.lodgement {
                $0.contents?.lines[0].description = text
                $0.addressee.name = text
                $0.addressee.lines = [text]
                $0.addressee.postcode = text
                $0.addressee.country = text
                $0.contents?.lines[0].lineValue = text
                $0.contents?.lines[0].tariffCode = text
                $0.postingDate = text
            }
            let report = Sample.check(lodgement).report
            #expect(report.refuses)
            for finding in report.findings {
                for language in Language.allCases {
                    #expect(!FindingText.message(finding, language).isEmpty)
                }
            }
        }
    }
}
