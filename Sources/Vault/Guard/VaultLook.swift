package import Journal

/// Looks at what one vault holds of a journal, by what the journal at hand says it must hold.
package struct VaultLook: Sendable {
    private let store: any VaultStore
    private let layout: VaultLayout
    private let source: ShippingSource

    package init(_ store: any VaultStore, _ incarnation: Incarnation, of source: ShippingSource) {
        self.store = store
        layout = VaultLayout(incarnation)
        self.source = source
    }

    /// Attacks the canary and asks for the newest checkpoint.
    ///
    /// `expected` is the size that was published here at the last look, a quarter of an hour ago:
    /// by now it has to be there.
    package func canary(
        expected: TreeSize,
        at now: UnixTime
    ) async throws(VaultFault) -> (verdict: CanaryGuard.Verdict, alarm: String?) {
        let verdict = try await CanaryGuard().attack(store, at: now)
        let newest = try await store.list(layout.checkpoints, after: nil, limit: 1).names.first
            .flatMap { layout.size(ofCheckpoint: $0) }
        guard expected > newest ?? .zero else { return (verdict, verdict.warning) }
        let found = newest.map { "size \($0)" } ?? "none"
        return (
            verdict,
            "expected a checkpoint of size \(expected) or more, found \(found): it lags, or was "
                + "emptied"
        )
    }

    /// Looks for every name that must be there; what is missing is put again.
    ///
    /// - Returns: The names that were missing.
    package func listing() async throws(VaultFault) -> [String] {
        let reader = try onJournal { () throws(JournalFault) in try source.reader() }
        let held = Set(try await store.names(layout.root))
        // What is shipped is counted, and what the newest few bundles are is the shipper's business.
        let there = held.reduce(UInt64(0)) { $0 + ($1.hasPrefix(layout.bundles) ? 1 : 0) }
        guard there > 0 || held.contains(layout.key) else { return [layout.key] }
        let last = lastBundle(held)
        var shipment = try shipment(reader)
        var missing: [String] = []
        for number in 0..<min(last, shipment.bundleCount) {
            let names = names(upTo: number)
            let gone = names.filter { !held.contains($0) }
            guard !gone.isEmpty else { continue }
            missing += gone
            let objects = try onJournal { () throws(JournalFault) in
                try shipment.bundle(number)
            }
            try await store.put(objects.filter { gone.contains($0.name) })
        }
        return missing
    }

    /// One more than the largest number of a full bundle that is there.
    private func lastBundle(_ held: Set<String>) -> UInt64 {
        held.reduce(UInt64(0)) { last, name in
            guard name.hasPrefix(layout.bundles),
                let path = TilePath(path: String(name.dropFirst(layout.root.count))), path.isFull
            else { return last }
            return max(last, path.number + 1)
        }
    }

    /// A bundle and the hash tiles that it completes.
    private func names(upTo number: UInt64) -> [String] {
        var names = [layout.tile(TilePath(.entries, number: number))]
        var (level, place) = (0, number)
        while true {
            names.append(layout.tile(TilePath(.hashes(level: level), number: place)))
            guard place % TilePath.span == TilePath.span - 1 else { return names }
            (level, place) = (level + 1, place / TilePath.span)
        }
    }

    /// Reads bundles with their hash tiles and compares every byte with what the tree proves.
    ///
    /// - Returns: The names that have no copy as it must be.
    package func sweep(_ bundles: Range<UInt64>) async throws(VaultFault) -> [String] {
        guard !bundles.isEmpty else { return [] }
        var shipment = try shipment(
            try onJournal { () throws(JournalFault) in try source.reader() }
        )
        var wrong: [String] = []
        for number in bundles where number < shipment.bundleCount {
            let objects = try onJournal { () throws(JournalFault) in
                try shipment.bundle(number)
            }
            for object in objects {
                let copies = try await store.copies(of: object.name)
                if !copies.contains(object.bytes) { wrong.append(object.name) }
            }
        }
        return wrong
    }

    /// Reads all that is in no bundle: checkpoints, snapshots, assets, the key.
    package func sweepRest() async throws(VaultFault) -> [String] {
        let salvage = Salvage(stores: [store], layout: layout, keys: [source.key])
        var wrong: [String] = []
        if try await !store.copies(of: layout.key).contains(Array("\(source.key)\n".utf8)) {
            wrong.append(layout.key)
        }
        for name in try await store.names(layout.checkpoints)
            + store.names(layout.cosigned)
        {
            let copies = try await store.copies(of: name)
            let isWell = copies.contains { bytes in
                salvage.signed(bytes).map { $0.checkpoint.size == layout.size(ofCheckpoint: name) }
                    ?? false
            }
            if !isWell { wrong.append(name) }
        }
        for prefix in [VaultLayout.assets, layout.snapshots] {
            for name in try await store.names(prefix) {
                let digest = String(name.suffix(2 * Digest.size))
                let copies = try await store.copies(of: name)
                let isWell = copies.contains {
                    Hexadecimal.encode(TreeHash.sha256($0).array) == digest
                }
                if !isWell { wrong.append(name) }
            }
        }
        return wrong
    }

    private func shipment(_ reader: JournalReader) throws(VaultFault) -> TileShipment {
        try onJournal { () throws(JournalFault) in
            try TileShipment(reader, directory: source.directory, layout: layout)
        }
    }

    private func onJournal<T>(_ work: () throws(JournalFault) -> T) throws(VaultFault) -> T {
        do throws(JournalFault) {
            return try work()
        } catch { throw VaultFault(error, at: source.directory) }
    }
}
