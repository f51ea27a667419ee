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
        let name = layout.cosigned(size)
        // A witness that answers late adds its line to one that is there: a quorum is enough. Names
        // alone say nothing: whoever has the credential can make them.
        let isThere = try await store.copies(of: name)
            .contains { bytes in
                guard let found = try? SignedCheckpoint(parsing: bytes, keys: [source.key]) else {
                    return false
                }
                return found.checkpoint == newest.checkpoint && found.note.signatures.count > 1
            }
        if !isThere {
            try await store.put([VaultObject(name, newest.note.bytes, term: .history)])
        }
        return size
    }
}
