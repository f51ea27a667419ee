import Testing

@testable import Journal
@testable import Vault

@Suite("A journal that has grown since its witnesses were asked")
struct WitnessedTreeTests {
    @Test("is accepted by its policy, which is told up to where; a forged word is not")
    func fallsBack() async throws {
        let journal = try WitnessedJournal()
        let witness = try PretendWitness("w", log: journal.key.verifierKey)
        let policy = try PretendWitness.policy(
            journal.key.verifierKey,
            [witness],
            quorum: "quorum w"
        )
        let session = WitnessSession(
            journal: journal.folder,
            policy: policy,
            maxAge: 600,
            transport: PretendWitness.network([witness])
        )
        let writer = try journal.create()
        _ = try await writer.append(WitnessedJournal.entries(0..<300))
        _ = try await session.publish(writer, at: UnixTime(seconds: 1_000))
        _ = try await writer.append(WitnessedJournal.entries(300..<310))
        try await writer.close()
        let report = try JournalCheck.run(directory: journal.folder, trust: .policy(policy))
        #expect(report.isWhole && report.cosignedSize == TreeSize(300))
        #expect(report.text.contains("witnessed up to size 300 of 310"))

        // A word for a tree that this one does not continue is none.
        let other = Checkpoint(
            origin: journal.key.verifierKey.name,
            size: TreeSize(200),
            root: TreeHash.empty
        )
        let signed = try SignedCheckpoint(other, signer: journal.key)
        let note = signed.note.adding(try witness.cosigned(signed, at: 1_000))
        try PosixDisk(root: journal.folder).replace("witness/cosigned", with: note.bytes)
        let forged = try JournalCheck.run(directory: journal.folder, trust: .policy(policy))
        #expect(forged.findings.contains { $0.code == .quorum } && forged.cosignedSize == nil)
    }
}
