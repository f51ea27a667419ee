package import Journal

/// What the vaults show of a journal before it is opened: checkpoints that its own key has signed.
///
/// What is larger than ours is for `VaultAdoption`, which fetches the entries or refuses.
package struct VaultShown: Hashable, Sendable {
    /// The largest that our tree begins with, or is.
    package var proven: Checkpoint?
    /// Vaults whose newest checkpoint states another tree than ours of the same size.
    package var forks: [String] = []

    /// Asks each vault of the office for its newest checkpoint; one that is silent shows nothing.
    @concurrent
    package static func run(
        office: String,
        clock: VaultClock
    ) async throws -> VaultShown {
        var shown = VaultShown()
        let stores = try VaultList.load(office: office).stores(office: office, clock: clock)
            .filter(\.isOutside)
        guard !stores.isEmpty, let record = try IncarnationRecord.read(office: office) else {
            return shown
        }
        let layout = VaultLayout(record.incarnation)
        let reader = try JournalReader(directory: office + "/journal")
        var tiles = try reader.tiles()
        for store in stores {
            guard let newest = await newest(in: store, layout, reader.keys),
                newest.size <= reader.size
            else { continue }
            if try tiles.frontier(at: newest.size).root != newest.root {
                shown.forks.append(store.name)
            } else if newest.size > shown.proven?.size ?? .zero {
                shown.proven = newest
            }
        }
        return shown
    }

    private static func newest(
        in store: any VaultStore,
        _ layout: VaultLayout,
        _ keys: [VerifierKey]
    ) async -> Checkpoint? {
        let salvage = Salvage(stores: [store], layout: layout, keys: keys)
        guard let name = try? await store.list(layout.checkpoints, after: nil, limit: 1).names.first
        else { return nil }
        return await salvage.copies(of: name).lazy.compactMap { salvage.signed($0)?.checkpoint }
            .first
    }
}
