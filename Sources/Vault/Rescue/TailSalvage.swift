package import Journal

/// Entries behind the full bundles, or a part of them, with the checkpoint that signs their end.
package struct TailPiece: Sendable {
    package var segment: Segment
    package var signed: SignedCheckpoint
    package var source: String

    var size: TreeSize { segment.size }
}

/// What the vaults have behind the full bundles.
package struct TailSalvage: Sendable {
    /// Largest size first.
    package var pieces: [TailPiece] = []
    /// Checkpoints that the log has signed, for trees of which the entries may be at hand.
    package var anchors: [SignedCheckpoint] = []
    /// Sizes for which the log has signed two trees: its key is in two hands.
    package var forks: [TreeSize] = []
    /// The largest size that is signed under the incarnation's own names; those it continues aside.
    package var own = TreeSize.zero

    fileprivate var largest: TreeSize {
        (anchors.map(\.checkpoint.size) + pieces.map(\.size)).max() ?? .zero
    }

    /// The longest chain of pieces behind a tree, each proven by its own checkpoint.
    ///
    /// - Returns: The framed entries and the checkpoint of the tree they lead to, or nil when no
    ///   piece continues the tree.
    package func chain(
        behind frontier: Frontier,
        upTo limit: TreeSize
    ) -> (entries: [UInt8], signed: SignedCheckpoint)? {
        var grown = frontier
        var entries: [UInt8] = []
        var last: SignedCheckpoint?
        while let step = next(behind: grown, upTo: limit) {
            grown = step.frontier
            entries += step.entries
            last = step.signed
        }
        return last.map { (entries, $0) }
    }

    private func next(
        behind frontier: Frontier,
        upTo limit: TreeSize
    ) -> (frontier: Frontier, entries: [UInt8], signed: SignedCheckpoint)? {
        for piece in pieces
        where piece.size > frontier.size && piece.size <= limit
            && piece.segment.first <= frontier.size.next
        {
            let skipped = Int(frontier.size.count - piece.segment.first.value)
            guard let all = Framing.entries(piece.segment.framed[...]) else { continue }
            let wanted = all[skipped...]
            var grown = frontier
            for entry in wanted { grown.append(TreeHash.leaf(entry)) }
            guard grown.root == piece.signed.checkpoint.root else { continue }
            var framed: [UInt8] = []
            for entry in wanted { Segment.frame(Array(entry), into: &framed) }
            return (grown, framed, piece.signed)
        }
        return nil
    }
}

extension Salvage {
    /// Everything signed behind the bundles, and signed checkpoints of smaller trees.
    ///
    /// Pieces that end within `base` are left out: whoever asks has them.
    package func tail(bundles: UInt64, behind base: TreeSize? = nil) async -> TailSalvage {
        var tail = TailSalvage()
        let base = base ?? TreeSize(bundles * TilePath.span)
        for life in lineage {
            var found = TailSalvage()
            await segments(life, behind: base, into: &found)
            await checkpoints(life, life.layout.checkpoints, below: base, into: &found)
            await checkpoints(life, life.layout.cosigned, below: base, into: &found)
            for bytes in await copies(of: life.layout.hint) {
                if let signed = signed(bytes) { found.anchors.append(signed) }
            }
            if life.layout == layout { tail.own = found.largest }
            // What an ancestor signed beyond its end is not of this history.
            tail.pieces += found.pieces.filter { $0.size <= life.end }
            tail.anchors += found.anchors.filter { $0.checkpoint.size <= life.end }
        }
        await partialBundle(number: bundles, into: &tail)
        tail.pieces.sort { $0.size > $1.size }
        tail.anchors.sort { $0.checkpoint.size > $1.checkpoint.size }
        tail.forks = Salvage.forks(tail.anchors + tail.pieces.map(\.signed))
        return tail
    }

    /// The newest names come first, so this ends where the bundles begin.
    private func segments(
        _ life: Ancestor,
        behind base: TreeSize,
        into tail: inout TailSalvage
    ) async {
        var found: [TailPiece] = []
        var junk = 0
        await walk(life.layout.segments) { name in
            guard let parsed = SegmentName(path: name, in: life.layout) else {
                notes.add(junk: name)
                return true
            }
            let pieces = await pieces(in: parsed, name)
            if pieces.isEmpty {
                notes.add(junk: name)
                junk += 1
            }
            found += pieces
            // One below the bundles is read too: where they turn out to be short, it is an anchor.
            return parsed.size > base || pieces.isEmpty && junk < Salvage.junkLimit
        }
        tail.pieces += found.filter { $0.size > base }
        tail.anchors += found.map(\.signed)
    }

    /// Names without a signature that are read before the rest of a prefix is given up.
    private static let junkLimit = 100_000

    private func pieces(in parsed: SegmentName, _ name: String) async -> [TailPiece] {
        for bytes in await copies(of: name) {
            guard let segments = Segment.parse(bytes), SegmentName(of: segments) == parsed else {
                continue
            }
            let pieces = segments.compactMap { segment -> TailPiece? in
                guard let signed = signed(segment.note), signed.checkpoint.size == segment.size
                else { return nil }
                return TailPiece(segment: segment, signed: signed, source: name)
            }
            if pieces.count == segments.count { return pieces }
        }
        return []
    }

    /// Signed checkpoints by size: one that the bundles reach is enough.
    private func checkpoints(
        _ life: Ancestor,
        _ prefix: String,
        below base: TreeSize,
        into tail: inout TailSalvage
    ) async {
        var found: [SignedCheckpoint] = []
        await walk(prefix) { name in
            guard let size = life.layout.size(ofCheckpoint: name),
                let signed = await copies(of: name).compactMap(signed).first,
                signed.checkpoint.size == size
            else {
                notes.add(junk: name)
                return true
            }
            found.append(signed)
            return size > base
        }
        tail.anchors += found
    }

    /// The incomplete bundle that a hint was published with continues the full ones too.
    private func partialBundle(number: UInt64, into tail: inout TailSalvage) async {
        for signed in tail.anchors where signed.checkpoint.size.count / TilePath.span == number {
            let size = signed.checkpoint.size
            let width = TilePath.partialWidth(level: 0, size: size)
            guard width > 0 else { continue }
            let tile = TilePath(.entries, number: number, width: width)
            for bytes in await copies(of: tile) where Framing.count(bytes[...]) == width {
                let segment = Segment(
                    first: EntryIndex(number * TilePath.span),
                    count: width,
                    incarnation: 0,
                    framed: bytes,
                    note: signed.note.bytes
                )
                let source = layout.tile(tile)
                tail.pieces.append(TailPiece(segment: segment, signed: signed, source: source))
            }
        }
    }

    private static func forks(_ all: [SignedCheckpoint]) -> [TreeSize] {
        var roots: [TreeSize: Set<Digest>] = [:]
        for signed in all {
            roots[signed.checkpoint.size, default: []].insert(signed.checkpoint.root)
        }
        return roots.filter { $0.value.count > 1 }.keys.sorted()
    }
}
