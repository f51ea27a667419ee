import Foundation
import Mail
import Siege
import Testing

@Suite("The rehearsal of lanes", .timeLimit(.minutes(30)))
struct LanesDrillTests {
    @Test("six weeks of 2023: every number that was told is what the journal says")
    func runs() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-drill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try await LanesDrill.run(in: folder.path)
        #expect(report.mismatches.map { "\($0.name) \($0.expected) \($0.found)" } == [])
        #expect(report.checks.count > 190)
        func day(_ name: String) throws -> LanesReport.Day {
            try #require(report.days.first { $0.day == name })
        }
        // The day before: everything flows. Then nothing, then letters, then goods one by one.
        #expect(try day("2023-01-09").lodged == 72)
        #expect(try day("2023-01-10").held == 72)
        let stopped = try day("2023-01-12")
        #expect(stopped.closed == 72 && stopped.lodged == 0)
        // Eight letters of twelve online, twelve at counters.
        let letters = try day("2023-01-20")
        #expect(letters.lodged == 20 && letters.limited == 4 && letters.closed == 48)
        #expect(try day("2023-01-25").released == 0, "the first hypothetical strike")
        #expect(try day("2023-01-28").lodged == 20 + 12)
        #expect(try day("2023-02-01").lodged == 20 + 12 + 12)
        #expect(try day("2023-02-22").lodged == 72)
        #expect(report.days.map(\.released).reduce(0, +) == report.days.map(\.held).reduce(0, +))
        #expect(report.news.map(\.version) == Array(1...9))
        #expect(report.news.allSatisfy { $0.senders == 6 }, "each customer has something here")
        #expect(report.events.filter { $0.origin == "hypothetical" }.count == 2)
        #expect(report.html.contains("<svg role=\"img\"") && !report.html.contains("<script"))
    }
}
