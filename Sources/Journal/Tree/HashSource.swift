/// Whoever knows the roots of a tree's perfect subtrees: tiles on a disk, or leaves in memory.
package protocol HashSource {
    associatedtype Failure: Error

    /// The root of the perfect subtree of 2^height leaves that is the index-th of its height.
    mutating func hash(height: Int, index: UInt64) throws(Failure) -> Digest
}

extension HashSource {
    /// The root of the leaves from `start` up to `end`, as RFC 6962 §2.1 defines it.
    ///
    /// - Complexity: O(log(end − start)) hashes asked for, when `start` is a subtree's.
    package mutating func root(_ start: UInt64, _ end: UInt64) throws(Failure) -> Digest {
        precondition(start < end, "a range of leaves is not empty")
        let width = end - start
        if width & (width - 1) == 0 && start % width == 0 {
            let height = width.trailingZeroBitCount
            return try hash(height: height, index: start >> UInt64(height))
        }
        let middle = start + TreeMath.split(width)
        let left = try root(start, middle)
        return TreeHash.node(left, try root(middle, end))
    }

    /// The root of the tree that the first `size` leaves make.
    package mutating func root(of size: TreeSize) throws(Failure) -> Digest {
        size.count == 0 ? TreeHash.empty : try root(0, size.count)
    }
}

/// Where trees split.
enum TreeMath {
    /// The largest power of two below a count of at least two.
    static func split(_ count: UInt64) -> UInt64 {
        precondition(count > 1, "one leaf has no halves")
        return 1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }
}

/// The leaves of a small tree, in memory.
package struct LeafHashes: HashSource {
    package var leaves: [Digest]

    package init(_ leaves: [Digest]) {
        self.leaves = leaves
    }

    package func hash(height: Int, index: UInt64) throws(Never) -> Digest {
        let width = 1 << height
        return TreeHash.fold(leaves[Int(index) * width..<(Int(index) + 1) * width])
    }
}
