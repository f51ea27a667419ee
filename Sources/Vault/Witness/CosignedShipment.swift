import Journal

extension WitnessRound.Report {
    /// Puts a checkpoint that the quorum has cosigned into vaults, where a restore looks for it.
    ///
    /// One a size is kept; a later round with other cosignatures of the same tree adds nothing.
    package func store(
        in store: any VaultStore,
        _ layout: VaultLayout
    ) async throws(VaultFault) {
        guard isQuorum, let size = (try? Checkpoint(body: note.text))?.size else { return }
        let name = layout.cosigned(size)
        guard try await !store.holds(name) else { return }
        try await store.put([VaultObject(name, note.bytes, term: .history)])
    }
}
