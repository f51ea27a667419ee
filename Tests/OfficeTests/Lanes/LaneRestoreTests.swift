import Journal
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Lanes behind a restore")
struct LaneRestoreTests {
    @Test("a restored office knows its plan and what its caps have used before its history is back")
    func restores() async throws {
        let disaster = try await Disaster()
        try await disaster.restore()
        try disaster.addVault()
        var desk = try await disaster.open()
        _ = try await disaster.follow(&desk)
        let cap = try #require(LaneCap(perHour: nil, perDay: 300, over: .refuse))
        let request = LaneRequest(
            settings: [LaneSetting(.any, .capped(cap))],
            reason: "limited volumes"
        )
        let now = disaster.clock.now()
        let answer = try await desk.perform(.change(request, by: .staff("ada")), at: now)
        guard case .proposed(let proposal) = answer else {
            Issue.record("expected a proposal, found \(answer)")
            return
        }
        _ = try await desk.perform(.approve(proposal.id, by: .staff("ben")), at: now)
        // Enough for a snapshot in between, and some behind it.
        #expect(try await disaster.lodge(5_000..<5_280, on: &desk).count == 280)
        let plan = desk.lanes.plan
        try await desk.close()
        try disaster.burn(disaster.office)

        try await disaster.restore()
        var again = try await disaster.open()
        #expect(try again.history() != nil, "its history is not back")
        #expect(again.lanes.plan == plan && plan.version == 1)
        #expect(try await disaster.lodge(6_000..<6_030, on: &again).count == 20)
        #expect(try await disaster.follow(&again).difference == nil)
        #expect(try await disaster.lodge(7_000..<7_010, on: &again).isEmpty)
        #expect(again.lanes.plan == plan)
        try await again.close()
        #expect(try await disaster.differences() == [:])
    }
}
