import Testing

@testable import Siege

/// The table that people read, and the verdicts in it.
@Suite("The report of a siege")
struct SiegeReportTests {
    private static func line(_ name: ScenarioName, _ change: (inout Outcome) -> Void) -> SiegeLine {
        var line = SiegeLine(ScenarioTable.scenario(name))
        var outcome = Outcome()
        outcome.promise = "vaulted(1)"
        outcome.acknowledged = 12_000
        outcome.detected = 0.42
        outcome.nextDocument = 123.4
        change(&outcome)
        line.outcome = outcome
        return line
    }

    @Test("every column begins where its head does, and what is red says why")
    func isAligned() throws {
        var skipped = SiegeLine(ScenarioTable.scenario(.fullDisk))
        skipped.skipped = "no small disk"
        let report = SiegeReport(
            lines: [
                Self.line(.encryptedTiles) { _ in },
                Self.line(.rolledBack) { $0.lost = ["r-1 LA1"] },
                skipped,
            ],
            seed: 9,
            isDisarmed: false
        )
        let lines = report.text.split(separator: "\n", omittingEmptySubsequences: false)
        let head = try #require(lines.first)
        let column = try #require(head.firstRange(of: "promise")?.lowerBound)
        let offset = head.distance(from: head.startIndex, to: column)
        for row in [lines[2], lines[3]] {
            #expect(row.dropFirst(offset).hasPrefix("vaulted(1)"))
            #expect(row.dropFirst(offset).contains("12000"))
        }
        #expect(
            lines[2].hasSuffix("held") && lines[2].contains("0.4 s") && lines[2].contains("123 s")
        )
        #expect(lines[3].hasSuffix("BROKEN"))
        #expect(lines[4].hasSuffix("skipped"))
        #expect(lines.contains { $0.hasPrefix("A11 BROKEN: 1 acknowledged items are lost") })
        #expect(lines.contains("A22 skipped: no small disk"))
        #expect(lines.last == "1 held, 1 broken, 1 skipped; repeat with --seed 9")
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    }

    @Test("each of these alone turns a verdict red")
    func turnsRed() {
        let changes: [(inout Outcome) -> Void] = [
            { $0.lost = ["x"] }, { $0.forged = ["x"] }, { $0.detected = nil },
            { $0.nextDocument = nil }, { $0.breaches = ["x"] },
        ]
        #expect(Self.line(.totalLoss) { _ in }.verdict == .held)
        for change in changes { #expect(Self.line(.totalLoss, change).verdict == .broken) }
        #expect(SiegeLine(ScenarioTable.scenario(.totalLoss)).verdict == .skipped)
    }

    @Test("acknowledged items are compared with what is there, both ways")
    func compares() {
        let book = AckBook("a")
        let (first, second) = (book.next(), book.next())
        book.acknowledge(first, "LA1")
        var outcome = Outcome()
        outcome.compare(book, with: Recovered(items: [first: "LA1", second: "LA2"]))
        // What was sent and never answered may be there, or not.
        #expect(outcome.lost.isEmpty && outcome.forged.isEmpty)
        outcome.compare(book, with: Recovered(items: [first: "LA9"]))
        #expect(outcome.lost == ["\(first) LA1"])
        outcome.compare(book, with: Recovered(items: [first: "LA1", "other": "LA3"]))
        #expect(outcome.forged == ["other"])
    }

    @Test("every attack stands in the table once, in its own words")
    func isClosed() {
        #expect(ScenarioTable.all.map(\.name) == ScenarioName.allCases)
        #expect(Set(ScenarioTable.all.map(\.title)).count == ScenarioName.allCases.count)
        #expect(ScenarioTable.all.allSatisfy { $0.title.count <= 50 && !$0.defence.isEmpty })
    }
}
