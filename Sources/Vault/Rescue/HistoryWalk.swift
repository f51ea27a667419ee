package import Journal

/// Reads a whole history from vaults and proves it: every entry hashed, the root the signed one.
///
/// Restoring writes what it reads and verifying does not; they are this one walk.
package struct HistoryWalk: Sendable {
    package let salvage: Salvage
    package let bundles: UInt64
    package let tail: TailSalvage

    /// Something that no vault has as it was.
    package struct Finding: Hashable, Sendable {
        package var path: String
        package var detail: String
    }

    /// Where the walk ended.
    package struct Result: Sendable {
        /// The tree that is proven; nil when no signed tree can be made of what there is.
        package var signed: SignedCheckpoint?
        package var entries: UInt64 = 0
        package var findings: [Finding] = []
    }

    package init(salvage: Salvage, bundles: UInt64, tail: TailSalvage) {
        self.salvage = salvage
        self.bundles = bundles
        self.tail = tail
    }

    package init(_ salvage: Salvage) async {
        let bundles = await salvage.bundleCount()
        self.init(salvage: salvage, bundles: bundles, tail: await salvage.tail(bundles: bundles))
    }

    /// What is found on the way.
    package enum Step: Sendable {
        case bundle([UInt8], leaves: [Digest])
        /// Framed entries behind the last full bundle.
        case tail([UInt8])
    }

    /// The largest signed size that may be reached: what the tail says, before any entry is read.
    package func reach(upTo limit: TreeSize?) -> TreeSize {
        let limit = limit ?? TreeSize(.max)
        var size = TreeSize(bundles * TilePath.span)
        // By names and signatures alone; the walk proves it.
        while let piece = tail.pieces.last(where: {
            $0.size > size && $0.size <= limit && $0.segment.first <= size.next
        }) { size = piece.size }
        if size.count % TilePath.span != 0, size <= limit { return size }
        let anchors = tail.anchors.map(\.checkpoint.size)
        return anchors.filter { $0 <= min(size, limit) }.max() ?? .zero
    }

    /// Walks up to the largest signed tree within `limit`, handing out each step in order.
    package func run(
        upTo limit: TreeSize? = nil,
        _ use: (Step) async throws -> Void
    ) async throws -> Result {
        let target = reach(upTo: limit)
        var result = Result()
        guard target > .zero else {
            result.findings.append(
                Finding(path: salvage.layout.root, detail: "expected a signed tree, found none")
            )
            return result
        }
        var frontier = Frontier()
        var unconfirmed: [UInt64] = []
        let full = min(bundles, target.count / TilePath.span)
        var checks = anchorChecks()
        var missing: UInt64?
        try await salvage.bundles(0..<full) { number, bundle in
            guard missing == nil else { return }
            guard let bundle else {
                missing = number
                return
            }
            if !bundle.isConfirmed { unconfirmed.append(number) }
            for leaf in bundle.leaves {
                frontier.append(leaf)
                checks.look(at: frontier)
            }
            try await use(.bundle(bundle.bytes, leaves: bundle.leaves))
        }
        result.entries = frontier.size.count
        if let missing {
            result.findings.append(lost(missing))
            return result
        }
        try await end(frontier, target, use, &result, checks)
        if result.signed == nil || !checks.wrong.isEmpty {
            result.findings += unconfirmed.map(doubt)
        }
        return result
    }

    /// Adds the tail, or cuts back to a tree that was signed, and compares the root.
    private func end(
        _ frontier: Frontier,
        _ target: TreeSize,
        _ use: (Step) async throws -> Void,
        _ result: inout Result,
        _ checks: AnchorChecks
    ) async throws {
        for wrong in checks.wrong {
            result.findings.append(
                Finding(
                    path: salvage.layout.checkpoint(wrong),
                    detail: "size \(wrong): the entries do not give the root that was signed"
                )
            )
        }
        if frontier.size == target {
            result.signed = tail.anchors.first {
                $0.checkpoint.size == target && $0.checkpoint.root == frontier.root
            }
        } else if let chain = tail.chain(behind: frontier, upTo: target) {
            result.entries = chain.signed.checkpoint.size.count
            result.signed = chain.signed
            try await use(.tail(chain.entries))
        } else if target.count / TilePath.span == bundles || frontier.size < target {
            try await cut(frontier, target, use, &result)
        }
        guard result.signed == nil else { return }
        result.findings.append(
            Finding(
                path: salvage.layout.root,
                detail: "size \(target): expected the root that was signed, found \(frontier.root)"
            )
        )
    }

    /// The target lies within a full bundle: its first entries make the tree.
    private func cut(
        _ frontier: Frontier,
        _ target: TreeSize,
        _ use: (Step) async throws -> Void,
        _ result: inout Result
    ) async throws {
        guard let next = await salvage.bundle(frontier.size.count / TilePath.span),
            let entries = Framing.entries(next.bytes[...])
        else { return }
        var grown = frontier
        var framed: [UInt8] = []
        for entry in entries.prefix(Int(target.count - frontier.size.count)) {
            grown.append(TreeHash.leaf(entry))
            Segment.frame(Array(entry), into: &framed)
        }
        result.signed = tail.anchors.first {
            $0.checkpoint.size == grown.size && $0.checkpoint.root == grown.root
        }
        guard result.signed != nil else { return }
        result.entries = grown.size.count
        try await use(.tail(framed))
    }

    private func lost(_ number: UInt64) -> Finding {
        let first = number * TilePath.span
        return Finding(
            path: salvage.layout.tile(TilePath(.entries, number: number)),
            detail: "entries \(first) to \(first + TilePath.span - 1): expected a copy, found none"
        )
    }

    private func doubt(_ number: UInt64) -> Finding {
        Finding(
            path: salvage.layout.tile(TilePath(.entries, number: number)),
            detail: "expected the hashes of its hash tile, found others"
        )
    }

    private func anchorChecks() -> AnchorChecks {
        AnchorChecks(tail.anchors + tail.pieces.map(\.signed))
    }
}

/// Compares the growing tree with every checkpoint that was signed of it.
struct AnchorChecks {
    private var ahead: [SignedCheckpoint]
    /// Sizes at which the tree is not the one that was signed.
    private(set) var wrong: [TreeSize] = []

    init(_ all: [SignedCheckpoint]) {
        ahead = all.sorted { $0.checkpoint.size > $1.checkpoint.size }
    }

    mutating func look(at frontier: Frontier) {
        while let next = ahead.last, next.checkpoint.size <= frontier.size {
            ahead.removeLast()
            guard next.checkpoint.size == frontier.size, next.checkpoint.size > .zero else {
                continue
            }
            if next.checkpoint.root != frontier.root { wrong.append(next.checkpoint.size) }
        }
    }
}
