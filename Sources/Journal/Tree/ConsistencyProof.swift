/// Proof that a tree, or an aligned part of one, is still in a larger tree, unchanged.
///
/// RFC 6962 §2.1.2; for parts, draft-ietf-plants-merkle-tree-certs.
package struct ConsistencyProof: Hashable, Sendable {
    package var hashes: [Digest]

    package init(_ hashes: [Digest]) {
        self.hashes = hashes
    }

    /// - Precondition: the range is in the tree.
    package init<Source: HashSource>(
        of range: TreeRange,
        in size: TreeSize,
        from source: inout Source
    ) throws(Source.Failure) {
        precondition(range.end <= size.count, "\(range) is not in a tree of \(size)")
        hashes = []
        guard !range.isEmpty else { return }
        var path: [Digest] = []
        var (low, high) = (UInt64(0), size.count)
        var start = range.start
        var isKnown = true
        while start != low || range.end != high {
            let middle = low + TreeMath.split(high - low)
            if range.end <= middle {
                path.append(try source.root(middle, high))
                high = middle
            } else {
                path.append(try source.root(low, middle))
                // The range begins left of here: its left half is the hash just added.
                if start < middle {
                    start = middle
                    isKnown = false
                }
                low = middle
            }
        }
        if !isKnown { path.append(try source.root(low, high)) }
        hashes = path.reversed()
    }

    /// True when the proof gives both roots.
    package func proves(
        _ range: TreeRange,
        root: Digest,
        in size: TreeSize,
        root treeRoot: Digest
    ) -> Bool {
        guard range.end <= size.count else { return false }
        // Nothing is in every tree.
        guard !range.isEmpty else { return hashes.isEmpty && root == TreeHash.empty }
        var rest = hashes[...]
        let walk = Walk(range: range, root: root)
        guard let found = walk.roots(range.start, (0, size.count), isKnown: true, &rest),
            rest.isEmpty
        else { return false }
        return found.part == root && found.tree == treeRoot
    }

    /// The roots of the part and of the tree, rebuilt from the top down.
    private struct Walk {
        let range: TreeRange
        let root: Digest

        func roots(
            _ start: UInt64,
            _ tree: (low: UInt64, high: UInt64),
            isKnown: Bool,
            _ rest: inout ArraySlice<Digest>
        ) -> (part: Digest, tree: Digest)? {
            if start == tree.low && range.end == tree.high {
                let known = isKnown ? root : rest.popLast()
                return known.map { ($0, $0) }
            }
            guard let sibling = rest.popLast() else { return nil }
            let middle = tree.low + TreeMath.split(tree.high - tree.low)
            if range.end <= middle {
                return roots(start, (tree.low, middle), isKnown: isKnown, &rest)
                    .map {
                        ($0.part, TreeHash.node($0.tree, sibling))
                    }
            }
            if start >= middle {
                return roots(start, (middle, tree.high), isKnown: isKnown, &rest)
                    .map {
                        ($0.part, TreeHash.node(sibling, $0.tree))
                    }
            }
            return roots(middle, (middle, tree.high), isKnown: false, &rest)
                .map {
                    (TreeHash.node(sibling, $0.part), TreeHash.node(sibling, $0.tree))
                }
        }
    }
}
