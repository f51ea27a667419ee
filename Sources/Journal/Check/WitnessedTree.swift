/// An earlier tree of a journal that its witnesses have vouched for.
enum WitnessedTree {
    /// What stands in `witness/cosigned`, where a quorum has signed it and the tree at hand, being
    /// as large or larger, begins with exactly that tree.
    static func find(
        _ disk: any Disk,
        _ policy: TlogPolicy,
        in published: Checkpoint,
        _ tiles: VerifiedTiles?
    ) throws(JournalFault) -> TlogPolicy.Verdict? {
        guard var tiles, let bytes = try disk.read("witness/cosigned"),
            let note = try? SignedNote(parsing: bytes), let verdict = try? policy.judge(note),
            verdict.isQuorum, verdict.checkpoint.size <= published.size
        else { return nil }
        let frontier = try tiles.frontier(at: verdict.checkpoint.size)
        return frontier.root == verdict.checkpoint.root ? verdict : nil
    }
}
