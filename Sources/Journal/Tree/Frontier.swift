/// The right edge of a tree: the roots of its perfect subtrees, largest first.
///
/// All that appending needs. Invariant: there is one root for each bit that is set in `size`,
/// so at most 64, and `size` never falls.
package struct Frontier: Sendable, Hashable {
    package private(set) var size: TreeSize
    private var roots: [Digest]

    package init() {
        size = .zero
        roots = []
    }

    /// Takes up a tree that already stands.
    ///
    /// - Precondition: one root for each bit set in `size`, largest subtree first.
    package init(size: TreeSize, roots: [Digest]) {
        precondition(
            roots.count == size.count.nonzeroBitCount,
            "a tree of \(size) has \(size.count.nonzeroBitCount) perfect subtrees, not \(roots.count)"
        )
        self.size = size
        self.roots = roots
    }

    /// - Complexity: O(1) amortised; at most 64 hashes.
    package mutating func append(_ leaf: Digest) {
        var hash = leaf
        var carry = size.count
        while carry & 1 == 1 {
            hash = TreeHash.node(roots.removeLast(), hash)
            carry >>= 1
        }
        roots.append(hash)
        size = size.adding(1)
    }

    /// - Complexity: O(log size) hashes.
    package var root: Digest {
        guard var hash = roots.last else { return TreeHash.empty }
        for left in roots.dropLast().reversed() { hash = TreeHash.node(left, hash) }
        return hash
    }
}
