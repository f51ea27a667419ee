import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("Locks")
struct RetentionTests {
    static let now = UnixTime(seconds: 1_800_000_000)

    @Test(
        "are moved before they end and never nearer",
        arguments: [
            (LockTerm.history, 365, false), (.history, 271, false), (.history, 269, true),
            (.history, -1, true), (.segment, 8, false), (.segment, 6, true), (.none, -1, false),
        ]
    )
    func decides(term: LockTerm, left: Int, moves: Bool) {
        let decision = RetentionDecision(Self.now.adding(days: left), term: term, now: Self.now)
        #expect(decision == (moves ? .extend(to: Self.now.adding(days: term.days)) : .leave))
    }

    private func shipped() async throws -> MemoryVault {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<300)
        try await office.writer.publish()
        try await office.append(300..<320)
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await shipper.publishHint()
        try await office.writer.close()
        return vault
    }

    @Test("of a whole vault are kept moving, those of the tail sooner")
    func round() async throws {
        let vault = try await shipped()
        let round = RetentionRound(vault, TestOffice.layout)
        #expect(try await round.run().extended.isEmpty)
        vault.set { $0.now = $0.now.adding(days: 8) }
        let tail = try await round.run()
        #expect(!tail.extended.isEmpty)
        #expect(tail.extended.allSatisfy { $0.contains("/segment/") } && tail.alarms.isEmpty)
        vault.set { $0.now = $0.now.adding(days: 100) }
        let all = try await round.run()
        #expect(all.extended.contains { $0.contains("tile/entries/000") })
        #expect(!all.extended.contains { $0.contains(".p/") || $0.hasSuffix("/checkpoint") })
        vault.set { $0.now = $0.now.adding(days: 300) }
        #expect(try await !round.run().alarms.isEmpty)
    }

    @Test("by a clock that runs ahead of the witnesses are not believed")
    func refusesClock() async throws {
        let vault = try await shipped()
        let confirmed = vault.content.withLock { $0.now }
        vault.set { $0.now = $0.now.adding(days: 60) }
        await #expect(throws: VaultFault(.unsuitable, "", "", hint: "")) {
            _ = try await RetentionRound(vault, TestOffice.layout).run(confirmed: confirmed)
        }
    }
}
