import Journal

/// How far a vault has come, as its own listing tells.
struct VaultPosition: Sendable {
    /// Full bundles from the first on.
    var bundles: UInt64 = 0
    /// Every entry below is in bundles or in segments that follow them.
    var size = TreeSize.zero

    /// Asks a vault, in few questions whatever its size.
    static func find(
        in store: any VaultStore,
        _ source: ShippingSource,
        _ layout: VaultLayout,
        behind begun: TreeSize?
    ) async throws(VaultFault) -> VaultPosition {
        let salvage = Salvage(stores: [store], layout: layout, keys: [source.key])
        let bundles = await salvage.bundleCount()
        if let fault = salvage.notes.unreadable.first { throw unreadable(store, fault) }
        var position = VaultPosition(bundles: bundles, size: TreeSize(bundles * TilePath.span))
        // Segments of a restored office follow the tree that was restored, whose bundles may come
        // later.
        let base = max(position.size, begun ?? .zero)
        let chain = try await chain(in: store, layout, behind: base)
        guard let newest = chain else { return position }
        let local: TreeSize
        do throws(JournalFault) {
            local = try source.durable().checkpoint.size
        } catch { throw VaultFault(error, at: source.directory) }
        guard newest.size <= local else { throw behind(store, newest.size, local) }
        position.size = newest.size
        return position
    }

    /// The newest name from which names lead back to the bundles without a gap.
    private static func chain(
        in store: any VaultStore,
        _ layout: VaultLayout,
        behind base: TreeSize
    ) async throws(VaultFault) -> SegmentName? {
        var names: [SegmentName] = []
        var after: String?
        while true {
            let page = try await store.list(
                layout.segments,
                after: after,
                limit: VaultLimits.page
            )
            let parsed = page.names.compactMap { SegmentName(path: $0, in: layout) }
            names += parsed.prefix { $0.size > base }
            if page.isLast || parsed.contains(where: { $0.size <= base }) { break }
            after = page.names.last
        }
        var reached: SegmentName?
        var size = base
        for name in names.reversed() where name.first <= size.next && name.size > size {
            reached = name
            size = name.size
        }
        return reached
    }

    private static func unreadable(_ store: any VaultStore, _ detail: String) -> VaultFault {
        VaultFault(.unreachable, store.name, detail, hint: "it is tried again")
    }

    private static func behind(
        _ store: any VaultStore,
        _ there: TreeSize,
        _ here: TreeSize
    ) -> VaultFault {
        VaultFault(
            .behind,
            store.name,
            "expected at most size \(here), found \(there): this journal went back",
            hint: "stop, and start the office again: it takes back what the vault has"
        )
    }
}
