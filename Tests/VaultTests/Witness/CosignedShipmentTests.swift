import Journal
import Testing

@testable import Vault

@Suite("What witnesses cosigned, in a vault")
struct CosignedShipmentTests {
    @Test("is the newest with a quorum, once a size; a survey proves the tree with it")
    func ships() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        let key = office.writer.verifierKey
        let witnesses = try ["w1", "w2", "w3"].map { try PretendWitness($0, log: key) }
        let policy = try PretendWitness.policy(
            key,
            witnesses,
            quorum: "group g 2 w1 w2 w3\nquorum g"
        )
        let session = WitnessSession(
            journal: office.journal,
            policy: policy,
            maxAge: 600,
            transport: PretendWitness.network(witnesses)
        )
        let vault = MemoryVault()
        func round(
            _ entries: Range<Int>,
            at seconds: Int64,
            leaves expected: [String]
        ) async throws {
            try await office.append(entries)
            _ = try await session.publish(office.writer, at: UnixTime(seconds: seconds))
            let shipping = VaultShipping(
                office.source,
                as: TestOffice.record,
                to: [vault],
                clock: TestOffice.clock
            )
            #expect(await shipping.shipOnce().allSatisfy { $0.fault == nil })
            let names = vault.names.filter { $0.hasPrefix(TestOffice.layout.cosigned) }.sorted()
            #expect(names == expected)
        }
        let first = TestOffice.layout.cosigned(TreeSize(300))
        witnesses[0].be(.down)
        try await round(0..<300, at: 1_000, leaves: [first])
        let bytes = vault.bytes(first)
        // The third answers late: what is there has its quorum and stays as it is.
        witnesses[0].be(.honest)
        try await round(300..<300, at: 1_001, leaves: [first])
        #expect(vault.bytes(first) == bytes)
        // One of three is no quorum.
        for witness in witnesses.dropLast() { witness.be(.down) }
        try await round(300..<310, at: 1_002, leaves: [first])
        for witness in witnesses { witness.be(.honest) }
        let second = TestOffice.layout.cosigned(TreeSize(700))
        try await round(310..<700, at: 1_003, leaves: [second, first])

        let survey = await VaultSurvey.run([vault], trust: .policy(policy))
        #expect(survey.newest?.cosigned == TreeSize(700))
        let report = try await VaultVerify.run(survey, try #require(survey.newest))
        #expect(report.isWhole && report.identityIsProven)
        let check = try JournalCheck.run(directory: office.journal, trust: .policy(policy))
        #expect(check.isWhole)

        // A larger name that is nobody's checkpoint does not keep ours out.
        let junk = TestOffice.layout.cosigned(TreeSize(.max))
        vault.set { $0.versions[junk] = [[1]] }
        let third = TestOffice.layout.cosigned(TreeSize(710))
        try await round(700..<710, at: 1_004, leaves: [junk, third, second, first])
        try await office.writer.close()
    }
}
