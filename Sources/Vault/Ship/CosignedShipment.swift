import Journal

/// Carries into a vault what a quorum of witnesses cosigned: what a restore begins its chain with.
struct CosignedShipment {
    let source: ShippingSource
    let store: any VaultStore
    let layout: VaultLayout

    /// - Returns: The size of the newest that is there.
    func run(known: TreeSize) async throws(VaultFault) -> TreeSize {
        let newest: SignedCheckpoint?
        do throws(JournalFault) {
            newest = try WitnessShelf(journal: source.directory).quorum()
                .flatMap { try? SignedCheckpoint(parsing: $0.bytes, keys: [source.key]) }
        } catch { throw VaultFault(error, at: source.directory) }
        // What an earlier key of this journal signed lies under the names of an earlier life.
        guard let newest, newest.checkpoint.size > known else { return known }
        let size = newest.checkpoint.size
        let there = try await store.list(layout.cosigned, after: nil, limit: 1).names.first
            .flatMap { layout.size(ofCheckpoint: $0) }
        // A witness that answers late adds its line to one that is there: a quorum is enough.
        if let there, there >= size { return there }
        try await store.put([
            VaultObject(layout.cosigned(size), newest.note.bytes, term: .history)
        ])
        return size
    }
}
