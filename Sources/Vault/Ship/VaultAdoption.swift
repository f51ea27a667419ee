package import Journal

/// What a start does first: asks every vault for entries behind its own journal, and takes them in.
///
/// A segment may be in a vault and not here: this disk lost it, or the office's folder went back to
/// an older day. Its entries were acknowledged, so no index of theirs may be given away again.
package struct VaultAdoption: Sendable {
    package struct Report: Hashable, Sendable {
        /// The tree before and behind.
        package var before: TreeSize
        package var after: TreeSize
        /// Vaults that gave entries, and those that did not answer.
        package var taken: [String] = []
        package var unreached: [String] = []

        package var adopted: UInt64 { after.count - before.count }
    }

    private let directory: String
    private let layout: VaultLayout

    package init(journal directory: String, incarnation: Incarnation) {
        self.directory = directory
        layout = VaultLayout(incarnation)
    }

    /// Brings the journal up to the largest tree that any vault has of it.
    ///
    /// - Throws: `forked` when a vault holds another continuation, signed by our key; `behind` when
    ///   it has signed a larger tree whose entries are not all there.
    @concurrent
    package func run(_ stores: [any VaultStore]) async throws(VaultFault) -> Report {
        var here = try onJournal { () throws(JournalFault) in
            try JournalAdoption.recover(directory)
        }
        var report = Report(before: here.checkpoint.size, after: here.checkpoint.size)
        for store in stores {
            let found: Segment?
            do throws(VaultFault) {
                found = try await more(than: here, in: store)
            } catch {
                guard error.code == .unreachable || error.code == .denied else { throw error }
                report.unreached.append("\(error)")
                continue
            }
            guard let found else { continue }
            here = try onJournal { () throws(JournalFault) in
                try JournalAdoption.adopt(found, in: directory)
            }
            report.after = here.checkpoint.size
            report.taken.append(store.name)
        }
        return report
    }

    /// What a vault has behind our tree, as one segment.
    private func more(
        than here: SignedCheckpoint,
        in store: any VaultStore
    ) async throws(VaultFault) -> Segment? {
        let (reader, frontier) = try onJournal { () throws(JournalFault) in
            let reader = try JournalReader(directory: directory)
            var tiles = try reader.tiles()
            return (reader, try tiles.frontier(at: here.checkpoint.size))
        }
        let salvage = Salvage(stores: [store], layout: layout, keys: reader.keys)
        let bundles = await salvage.bundleCount()
        let size = here.checkpoint.size
        let base = max(size, TreeSize(bundles * TilePath.span))
        let tail = await salvage.tail(bundles: bundles, behind: base)
        if let fault = salvage.notes.unreadable.first {
            throw VaultFault(.unreachable, store.name, fault, hint: "start again when it answers")
        }
        let largest = (tail.pieces.map(\.size) + tail.anchors.map(\.checkpoint.size)).max()
        guard let largest, largest > size else { return nil }
        var growth = Growth(frontier: frontier, anchors: tail.anchors)
        var number = size.count / TilePath.span
        while number < bundles, growth.framed.count < VaultLimits.adoptionBytes {
            guard let bundle = await salvage.bundle(number) else { break }
            growth.add(bundle, number: number)
            number += 1
        }
        if let chain = tail.chain(behind: growth.frontier, upTo: TreeSize(.max)) {
            growth.add(chain.entries, chain.signed)
        }
        guard let last = growth.proven else { throw behind(store, tail, largest, size) }
        return Segment(
            first: size.next,
            count: Int(last.signed.checkpoint.size.count - size.count),
            incarnation: 0,
            framed: Array(growth.framed[..<last.bytes]),
            note: last.signed.note.bytes
        )
    }

    private func behind(
        _ store: any VaultStore,
        _ tail: TailSalvage,
        _ largest: TreeSize,
        _ here: TreeSize
    ) -> VaultFault {
        let overlaps = tail.pieces.contains { $0.segment.first <= here.next }
        return VaultFault(
            overlaps ? .forked : .behind,
            store.name,
            overlaps
                ? "a tree of size \(largest) is signed there that does not continue ours of \(here)"
                : "expected all entries up to the signed size \(largest), found a gap behind \(here)",
            hint: "do not start this office: run `posthorn-rescue survey`, then restore"
        )
    }

    private func onJournal<T>(_ work: () throws(JournalFault) -> T) throws(VaultFault) -> T {
        do throws(JournalFault) {
            return try work()
        } catch { throw VaultFault(error, at: directory) }
    }
}

/// A tree that grows by entries from a vault, and the last size at which a checkpoint proves it.
private struct Growth {
    private(set) var frontier: Frontier
    private(set) var framed: [UInt8] = []
    private(set) var proven: (bytes: Int, signed: SignedCheckpoint)?
    private let anchors: [TreeSize: [SignedCheckpoint]]

    init(frontier: Frontier, anchors: [SignedCheckpoint]) {
        self.frontier = frontier
        self.anchors = Dictionary(grouping: anchors, by: \.checkpoint.size)
    }

    /// Adds those entries of a bundle that the tree has not.
    mutating func add(_ bundle: SalvagedBundle, number: UInt64) {
        let known = Int(frontier.size.count - number * TilePath.span)
        for entry in (Framing.entries(bundle.bytes[...]) ?? []).dropFirst(known) {
            frontier.append(TreeHash.leaf(entry))
            Segment.frame(Array(entry), into: &framed)
            for signed in anchors[frontier.size] ?? []
            where signed.checkpoint.root == frontier.root {
                proven = (framed.count, signed)
            }
        }
    }

    /// Adds entries that their own checkpoint has proven.
    mutating func add(_ entries: [UInt8], _ signed: SignedCheckpoint) {
        framed += entries
        proven = (framed.count, signed)
    }
}
