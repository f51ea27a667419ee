/// A whole tree from its first leaf, or a part of one that is a tree of its own.
///
/// A part from `start` up to `end` is one when `start` is a multiple of the smallest power of two
/// that is not below its width (draft-ietf-plants-merkle-tree-certs); one without leaves always is.
package struct TreeRange: Hashable, Sendable {
    package let start: UInt64
    package let end: UInt64

    /// Nil when the range is reversed or not aligned.
    package init?(start: UInt64, end: UInt64) {
        guard start <= end else { return nil }
        let width = end - start
        if start > 0 && width > 1 {
            guard width <= 1 << 62, start % (2 * TreeMath.split(width)) == 0 else { return nil }
        }
        self.start = start
        self.end = end
    }

    /// A whole tree.
    package init(_ size: TreeSize) {
        start = 0
        end = size.count
    }

    package var isEmpty: Bool { start == end }

    package func contains(_ index: UInt64) -> Bool {
        index >= start && index < end
    }
}
