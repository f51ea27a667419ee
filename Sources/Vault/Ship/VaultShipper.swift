package import Journal

/// Carries one journal into one vault, as far as it is durable here; idempotent from any state.
///
/// Owned by one task. A fault leaves the vault with whole objects and this value as it was before
/// the object that failed; the next round goes on from there.
package struct VaultShipper: Sendable {
    package let store: any VaultStore
    package let layout: VaultLayout
    private let source: ShippingSource
    /// Whether segments go out one by one: for a vault that promises are made of.
    private let shipsSegments: Bool
    /// Whether this incarnation continues another, whose history reaches `vaulted` or further.
    private let continues: Bool
    private var bundles: UInt64 = 0
    /// The partial tiles of the last hint, which the next makes needless.
    private var partial: [String] = []
    private var hinted: TreeSize?
    /// The name of the segments put last.
    private var newest: SegmentName?
    private var follower: SegmentFollower
    /// What was durable when the last round began.
    package private(set) var seen = TreeSize.zero
    /// Every entry below is in the vault, read back and compared.
    package private(set) var vaulted: TreeSize

    /// Asks the vault how far it has come.
    ///
    /// - Throws: `different_bytes` when it holds another journal, `behind` when more than is here.
    package init(
        to store: any VaultStore,
        _ record: IncarnationRecord,
        from source: ShippingSource,
        shipsSegments: Bool
    ) async throws(VaultFault) {
        self.store = store
        layout = VaultLayout(record.incarnation)
        self.source = source
        self.shipsSegments = shipsSegments
        continues = record.predecessor != nil
        let key = Array("\(source.key)\n".utf8)
        try await store.put([
            VaultObject(layout.key, key, term: .history),
            VaultObject(layout.begun, Array(record.text.utf8), term: .history),
        ])
        let position = try await VaultPosition.find(
            in: store,
            source,
            layout,
            behind: record.predecessor?.size
        )
        bundles = position.bundles
        vaulted = max(position.size, try await Self.beginning(record, source, store))
        follower = SegmentFollower(directory: source.directory, behind: vaulted)
        try await compareLastBundle()
        await readHint()
    }

    /// Bundles in front of an incarnation that it ships as a segment in any case.
    ///
    /// Names that a vault shows are no proof, and whoever has its credential can make some. As many
    /// entries as lie between two desk snapshots at most, rounded up.
    private static let margin: UInt64 = 40

    /// Where the first segment of an incarnation begins that continues another one.
    ///
    /// What it began from lies under the names of the one before. Bundles there speak for
    /// themselves. What this vault does not have as bundles was signed with a key that may be
    /// another now, so it goes out once more, signed with this one's. A vault that has nothing of
    /// the life before gets the whole history later.
    private static func beginning(
        _ record: IncarnationRecord,
        _ source: ShippingSource,
        _ store: any VaultStore
    ) async throws(VaultFault) -> TreeSize {
        guard let before = record.predecessor else { return .zero }
        let here: UInt64
        do throws(JournalFault) {
            here = try RestoringRecord.load(journal: source.directory)?.firstBundle ?? 0
        } catch { throw VaultFault(error, at: source.directory) }
        let salvage = Salvage(stores: [store], layout: VaultLayout(before.incarnation), keys: [])
        let there = await salvage.bundleCount()
        let last = before.size.count / TilePath.span
        let margin = last - min(last, Self.margin)
        return TreeSize(max(here, there == 0 ? margin : min(there, margin)) * TilePath.span)
    }

    /// What an earlier run published last, whose partial tiles the next hint makes needless.
    private mutating func readHint() async {
        guard let bytes = (try? await store.copies(of: layout.hint))?.last,
            let signed = try? SignedCheckpoint(parsing: bytes, keys: [source.key])
        else { return }
        hinted = signed.checkpoint.size
        partial = TilePath.partial(of: signed.checkpoint.size).map(layout.tile)
        if !shipsSegments { vaulted = max(vaulted, signed.checkpoint.size) }
    }

    /// The last bundle there must be ours; then so are all before it, for it went out last.
    private mutating func compareLastBundle() async throws(VaultFault) {
        guard bundles > 0 else { return }
        var shipment = try shipment()
        guard bundles <= shipment.bundleCount else {
            throw VaultFault(
                .behind,
                store.name,
                "expected at most \(shipment.bundleCount) bundles, found \(bundles)",
                hint: "stop, and start the office again: it takes back what the vault has"
            )
        }
        let objects = try onJournal { () throws(JournalFault) in
            try shipment.bundle(bundles - 1)
        }
        // The same bytes are fine; with others this is another journal, or a fork of ours.
        try await store.put(objects)
    }

    /// Ships all that is durable at the call.
    package mutating func round() async throws(VaultFault) {
        while try await step() {}
    }

    /// Ships the segments that are durable at the call, and some bundles.
    ///
    /// Bundles may wait for a step that is `settling`: their entries are there in segments. Of many
    /// only a few go out at a time, so that segments, which somebody waits for, never wait for them.
    /// - Returns: Whether more bundles are to go out.
    package mutating func step(settling: Bool = true) async throws(VaultFault) -> Bool {
        let durable = try onJournal { () throws(JournalFault) in try source.durable() }
        let target = durable.checkpoint.size
        seen = target
        while shipsSegments, vaulted < target {
            let batch = try collect(upTo: target)
            guard !batch.isEmpty else {
                let before = vaulted
                try await catchUp()
                guard vaulted > before else { break }
                continue
            }
            let segments = SegmentName(of: batch)
            let name = segments.path(in: layout)
            do throws(VaultFault) {
                try await store.put([VaultObject(name, Segment.join(batch), term: .segment)])
            } catch {
                follower.skip(to: vaulted)
                throw error
            }
            vaulted = follower.size
            newest = segments
        }
        return settling ? try await shipBundles() : false
    }

    private mutating func collect(upTo target: TreeSize) throws(VaultFault) -> [Segment] {
        var batch: [Segment] = []
        var bytes = 0
        while bytes < VaultLimits.segmentBytes {
            let item = try onJournal { () throws(JournalFault) in
                try follower.next(durable: target)
            }
            guard case .segment(let segment) = item else { break }
            batch.append(segment)
            bytes += segment.framed.count
        }
        return batch
    }

    /// The write-ahead files are gone: what they held is in bundles, the rest makes one segment.
    private mutating func catchUp() async throws(VaultFault) {
        if !continues { while try await shipBundles() {} }
        var shipment = try shipment()
        let size = shipment.signed.checkpoint.size
        // The whole history of a restored office goes out behind what is acknowledged now.
        let start = continues ? vaulted : TreeSize(shipment.bundleCount * TilePath.span)
        if size > vaulted, size > start {
            let tail = try onJournal { () throws(JournalFault) in
                try shipment.segment(behind: start)
            }
            let name = SegmentName(of: [tail]).path(in: layout)
            try await store.put([VaultObject(name, Segment.join([tail]), term: .segment)])
        }
        if continues || size.count / TilePath.span <= bundles { vaulted = max(vaulted, size) }
        follower.skip(to: vaulted)
    }

    /// Some full bundles with their hash tiles, in order; whether there are more.
    ///
    /// While history is not back there are none: they go out from the first on.
    private mutating func shipBundles() async throws(VaultFault) -> Bool {
        guard try onJournal({ () throws(JournalFault) in try source.gap() }) == nil else {
            return false
        }
        var shipment = try shipment()
        guard bundles < shipment.bundleCount else { return false }
        let end = min(shipment.bundleCount, bundles + UInt64(VaultLimits.bundlesAtOnce))
        var objects: [VaultObject] = []
        for number in bundles..<end {
            objects += try onJournal { () throws(JournalFault) in
                try shipment.bundle(number)
            }
        }
        // Where a bundle is, its hash tiles are, whatever order a store takes them in.
        try await store.put(objects.filter { !$0.name.hasPrefix(layout.bundles) })
        try await store.put(objects.filter { $0.name.hasPrefix(layout.bundles) })
        bundles = end
        vaulted = max(vaulted, TreeSize(bundles * TilePath.span))
        return bundles < shipment.bundleCount
    }

    /// Publishes the newest checkpoint with its partial tiles, so that the vault reads as a log.
    ///
    /// At most once a minute and at a stop.
    package mutating func publishHint() async throws(VaultFault) {
        while try await shipBundles() {}
        var shipment = try shipment()
        let signed = shipment.signed
        guard hinted != signed.checkpoint.size, shipment.bundleCount == bundles else { return }
        let partial = try onJournal { () throws(JournalFault) in try shipment.partialTiles() }
        let note = signed.note.bytes
        let size = signed.checkpoint.size
        try await store.put(
            partial + [VaultObject(layout.checkpoint(size), note, term: .history)]
        )
        try await store.replaceHint(layout.hint, with: note)
        let names = Set(partial.map(\.name))
        await store.retire(self.partial.filter { !names.contains($0) })
        self.partial = partial.map(\.name)
        hinted = size
        // Without segments, this is how far a reader of the vault comes.
        if !shipsSegments { vaulted = max(vaulted, size) }
    }

    /// Asks the vault for what it must have: its key, the newest bundle, the newest segments.
    ///
    /// Whoever empties a vault takes these too; a hole elsewhere is for `verify` to find.
    /// - Throws: `missing`, naming the object.
    package func audit() async throws(VaultFault) {
        var names = [layout.key]
        if bundles > 0 { names.append(layout.tile(TilePath(.entries, number: bundles - 1))) }
        // Segments that bundles cover may have expired.
        if let newest, newest.size.count > bundles * TilePath.span {
            names.append(newest.path(in: layout))
        }
        for name in names {
            guard try await !store.holds(name) else { continue }
            throw VaultFault(
                .missing,
                "\(store.name)/\(name)",
                "expected what was put here and read back, found nothing",
                hint:
                    "somebody has emptied this vault: it is filled again; ask its owner who did it"
            )
        }
    }

    private func shipment() throws(VaultFault) -> TileShipment {
        try onJournal { () throws(JournalFault) in
            try TileShipment(source.reader(), directory: source.directory, layout: layout)
        }
    }

    private func onJournal<T>(_ work: () throws(JournalFault) -> T) throws(VaultFault) -> T {
        do throws(JournalFault) {
            return try work()
        } catch { throw VaultFault(error, at: source.directory) }
    }
}
