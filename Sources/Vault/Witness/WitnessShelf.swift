package import Journal

/// What witnesses said, beside the journal: `journal/witness/` (FORMAT.md).
package struct WitnessShelf: Sendable {
    private static let cosigned = "cosigned"
    private static let quorum = "quorum"
    private static let evidence = "evidence"
    private let disk: PosixDisk

    /// In a journal's folder.
    package init(journal: String) {
        disk = PosixDisk(root: journal + "/witness")
    }

    /// The newest checkpoint that witnesses cosigned.
    package func last() throws(JournalFault) -> SignedNote? { try read(Self.cosigned) }

    /// The newest checkpoint that a quorum of them cosigned: what goes into vaults.
    package func quorum() throws(JournalFault) -> SignedNote? { try read(Self.quorum) }

    private func read(_ name: String) throws(JournalFault) -> SignedNote? {
        guard let bytes = try disk.read(name) else { return nil }
        do throws(SignedNote.Flaw) {
            return try SignedNote(parsing: bytes)
        } catch {
            throw JournalFault(
                .damaged,
                path: "witness/\(name)",
                "\(error)",
                hint: "move the file away and run `posthorn journal witness`; keep it"
            )
        }
    }

    /// Keeps a round's cosignatures, unless they are fewer than a quorum and the last were one.
    package func keep(_ outcome: WitnessRound.Outcome, policy: TlogPolicy) throws(JournalFault) {
        guard !outcome.cosigned.isEmpty else { return }
        let isQuorum = policy.isQuorum(outcome.cosigned)
        if !isQuorum, let last = try? last(),
            (try? policy.judge(last))?.isQuorum == true
        {
            return
        }
        try disk.makeFolder("")
        try disk.replace(Self.cosigned, with: outcome.note.bytes)
        // A crash here leaves an older quorum for the vaults until the next round.
        if isQuorum { try disk.replace(Self.quorum, with: outcome.note.bytes) }
    }

    /// Keeps a refused request and its answer in a folder of their own.
    ///
    /// Each refusal has its own staging, so this needs no lock: it is wanted most when the office
    /// does not start.
    package func keep(_ evidence: WitnessEvidence, at time: UnixTime) throws(JournalFault) {
        let witness = evidence.witness.map { $0.isLetter || $0.isNumber ? $0 : "-" }
        let name = "\(time)-\(String(witness))-\(evidence.verdict.word)"
        try disk.makeFolder(Self.evidence)
        let folder = PosixDisk(root: "\(disk.root)/\(Self.evidence)/\(name)")
        guard try folder.read("answer") == nil else { return }
        try folder.makeFolder("")
        let head = Array("\(evidence.answer.status)\n".utf8)
        let files = try folder.stage([
            NewFile("request", evidence.request), NewFile("answer", head + evidence.answer.body),
        ])
        // A crash here leaves a refusal in `staging/`, to be read by hand.
        try folder.publish(files)
        try folder.remove(["staging"])
    }

    /// The refusals kept, oldest first.
    package func refusals() throws(JournalFault) -> [String] {
        try disk.list(Self.evidence).map(\.name).sorted()
    }
}
