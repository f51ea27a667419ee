package import Journal

/// The right edge of a history, proven by a signed checkpoint in a few reads, however long it is.
///
/// What an office needs to issue its next document lies at the end: with this, entries there are
/// proven at once and the rest can follow.
package struct ProvenEdge: Sendable {
    package let bundles: UInt64
    /// The tree of the full bundles.
    package let frontier: Frontier
    /// Framed entries behind the full bundles.
    package let tail: [UInt8]
    /// The checkpoint that signs the tree of bundles and tail.
    package let signed: SignedCheckpoint
    /// The hashes of each level's incomplete tile in the tree of the full bundles.
    let levels: [[Digest]]
}

extension Salvage {
    /// Proves the edge from hash tiles; nil where they do not give a signed tree.
    ///
    /// Reads at most 255 tiles a level. Where a tile has several copies, each is tried in turn: one
    /// bad first copy does not stop it, two do, and then the whole history decides.
    package func edge() async -> ProvenEdge? {
        let bundles = await bundleCount()
        return await edge(bundles: bundles, tail: await tail(bundles: bundles))
    }

    /// The same, of full bundles and a tail that are known already.
    package func edge(bundles: UInt64, tail: TailSalvage) async -> ProvenEdge? {
        var slots: [EdgeSlot] = []
        for level in 1..<8 {
            let count = bundles >> (8 * UInt64(level - 1))
            guard count > 0 else { break }
            let numbers = (count - count % TilePath.span)..<count
            slots += await candidates(level: level - 1, numbers)
        }
        guard slots.allSatisfy({ !$0.roots.isEmpty }) else { return nil }
        for choice in EdgeSlot.choices(slots) {
            let levels = EdgeSlot.levels(slots, choice, bundles: bundles)
            let frontier = EdgeSlot.frontier(levels, size: TreeSize(bundles * TilePath.span))
            if let chain = tail.chain(behind: frontier, upTo: TreeSize(.max)) {
                return ProvenEdge(
                    bundles: bundles,
                    frontier: frontier,
                    tail: chain.entries,
                    signed: chain.signed,
                    levels: levels
                )
            }
            let anchor = tail.anchors.first {
                $0.checkpoint.size == frontier.size && $0.checkpoint.root == frontier.root
            }
            if let anchor {
                return ProvenEdge(
                    bundles: bundles,
                    frontier: frontier,
                    tail: [],
                    signed: anchor,
                    levels: levels
                )
            }
        }
        return nil
    }

    /// A full bundle, proven by the edge without reading what is between.
    package func bundle(_ number: UInt64, provenBy edge: ProvenEdge) async -> SalvagedBundle? {
        guard number < edge.bundles, let found = await bundle(number) else { return nil }
        let root = TileRoot.fold(found.leaves)
        return await isProven(root, level: 1, index: number, by: edge) ? found : nil
    }

    /// The hashes of a full tile, proven by the edge.
    func tile(_ path: TilePath, provenBy edge: ProvenEdge) async -> [Digest]? {
        for hashes in await tileCopies(path) {
            let root = TileRoot.fold(hashes)
            if await isProven(root, level: path.level + 1, index: path.number, by: edge) {
                return hashes
            }
        }
        return nil
    }

    /// Whether a hash stands at its place: in the edge, or in a tile whose own root does.
    private func isProven(
        _ hash: Digest,
        level: Int,
        index: UInt64,
        by edge: ProvenEdge
    ) async -> Bool {
        guard level < edge.levels.count else { return false }
        let count = edge.bundles >> (8 * UInt64(level - 1))
        let first = count - count % TilePath.span
        if index >= first { return edge.levels[level][Int(index - first)] == hash }
        let number = index / TilePath.span
        for hashes in await tileCopies(TilePath(.hashes(level: level), number: number))
        where hashes[Int(index % TilePath.span)] == hash {
            let root = TileRoot.fold(hashes)
            if await isProven(root, level: level + 1, index: number, by: edge) { return true }
        }
        return false
    }

    private func candidates(level: Int, _ numbers: Range<UInt64>) async -> [EdgeSlot] {
        await withTaskGroup(of: EdgeSlot.self) { group in
            for number in numbers {
                group.addTask {
                    let path = TilePath(.hashes(level: level), number: number)
                    let roots = await tileCopies(path).map(TileRoot.fold)
                    return EdgeSlot(level: level + 1, number: number, roots: roots)
                }
            }
            return await group.reduce(into: [EdgeSlot]()) { $0.append($1) }
                .sorted { $0.number < $1.number }
        }
    }

    func tileCopies(_ path: TilePath) async -> [[Digest]] {
        await copies(of: path)
            .compactMap { bytes in
                guard bytes.count == Int(TilePath.span) * Digest.size else { return nil }
                return stride(from: 0, to: bytes.count, by: Digest.size)
                    .compactMap { Digest(bytes[$0..<$0 + Digest.size]) }
            }
    }
}

/// The root of the 256 hashes of a full tile.
enum TileRoot {
    static func fold(_ hashes: [Digest]) -> Digest { fold(hashes[...]) }

    static func fold(_ hashes: ArraySlice<Digest>) -> Digest {
        var row = Array(hashes)
        precondition(!row.isEmpty && row.count & (row.count - 1) == 0, "not a perfect subtree")
        while row.count > 1 {
            row = stride(from: 0, to: row.count, by: 2).map { TreeHash.node(row[$0], row[$0 + 1]) }
        }
        return row[0]
    }
}

/// One hash of an incomplete tile at the edge: the root of a full tile, of which copies may differ.
private struct EdgeSlot: Sendable {
    let level: Int
    let number: UInt64
    let roots: [Digest]

    /// Which copy of each is taken: the first of all, then another of one at a time.
    static func choices(_ slots: [EdgeSlot]) -> [[Int: Int]] {
        var all: [[Int: Int]] = [[:]]
        for (position, slot) in slots.enumerated() where Set(slot.roots).count > 1 {
            for other in 1..<slot.roots.count { all.append([position: other]) }
        }
        return all
    }

    static func levels(_ slots: [EdgeSlot], _ choice: [Int: Int], bundles: UInt64) -> [[Digest]] {
        var levels: [[Digest]] = bundles > 0 ? [[]] : []
        var level = 1
        while level < 8, bundles >> (8 * UInt64(level - 1)) > 0 {
            levels.append([])
            level += 1
        }
        for (position, slot) in slots.enumerated() {
            levels[slot.level].append(slot.roots[choice[position] ?? 0])
        }
        return levels
    }

    /// Perfect subtrees from the largest to the smallest.
    static func frontier(_ levels: [[Digest]], size: TreeSize) -> Frontier {
        var roots: [Digest] = []
        for hashes in levels.reversed() {
            var start = 0
            for bit in (0..<8).reversed() where hashes.count & (1 << bit) != 0 {
                roots.append(TileRoot.fold(hashes[start..<start + 1 << bit]))
                start += 1 << bit
            }
        }
        return Frontier(size: size, roots: roots)
    }
}
