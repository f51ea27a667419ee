/// Proof that an entry is the index-th of a tree, or of an aligned part of it.
///
/// The hashes are ordered from the leaf up (RFC 6962 §2.1.1).
package struct InclusionProof: Hashable, Sendable {
    package var hashes: [Digest]

    package init(_ hashes: [Digest]) {
        self.hashes = hashes
    }

    /// - Precondition: the index is in the range.
    package init<Source: HashSource>(
        of index: EntryIndex,
        in range: TreeRange,
        from source: inout Source
    ) throws(Source.Failure) {
        precondition(range.contains(index.value), "entry \(index) is not in \(range)")
        hashes = []
        var (start, end) = (range.start, range.end)
        var path: [Digest] = []
        while end - start > 1 {
            let middle = start + TreeMath.split(end - start)
            if index.value < middle {
                path.append(try source.root(middle, end))
                end = middle
            } else {
                path.append(try source.root(start, middle))
                start = middle
            }
        }
        hashes = path.reversed()
    }

    /// The root that the proof gives with this leaf; nil when it has too many or too few hashes.
    package func root(leaf: Digest, index: EntryIndex, range: TreeRange) -> Digest? {
        guard range.contains(index.value) else { return nil }
        var rest = hashes[...]
        let root = InclusionProof.root(
            leaf,
            index.value,
            (range.start, range.end),
            &rest
        )
        return rest.isEmpty ? root : nil
    }

    package func proves(
        leaf: Digest,
        index: EntryIndex,
        range: TreeRange,
        root: Digest
    ) -> Bool {
        self.root(leaf: leaf, index: index, range: range) == root
    }

    /// Takes the hashes off the end, from the root down to the leaf.
    private static func root(
        _ leaf: Digest,
        _ index: UInt64,
        _ range: (start: UInt64, end: UInt64),
        _ rest: inout ArraySlice<Digest>
    ) -> Digest? {
        guard range.end - range.start > 1 else { return leaf }
        guard let sibling = rest.popLast() else { return nil }
        let middle = range.start + TreeMath.split(range.end - range.start)
        if index < middle {
            return root(leaf, index, (range.start, middle), &rest)
                .map {
                    TreeHash.node($0, sibling)
                }
        }
        return root(leaf, index, (middle, range.end), &rest).map { TreeHash.node(sibling, $0) }
    }
}
