/// The place of an entry in the journal, from 0: an index is not a count.
package struct EntryIndex: Hashable, Comparable, Sendable {
    package var value: UInt64

    package init(_ value: UInt64) {
        self.value = value
    }

    package static func < (left: EntryIndex, right: EntryIndex) -> Bool { left.value < right.value }
}

extension EntryIndex: Strideable {
    package func distance(to other: EntryIndex) -> Int {
        Int(Int64(bitPattern: other.value &- value))
    }

    package func advanced(by count: Int) -> EntryIndex {
        EntryIndex(value &+ UInt64(bitPattern: Int64(count)))
    }
}

/// How many entries a tree holds: one more than the index of its last entry.
package struct TreeSize: Hashable, Comparable, Sendable {
    package var count: UInt64

    package init(_ count: UInt64) {
        self.count = count
    }

    package static let zero = TreeSize(0)

    package static func < (left: TreeSize, right: TreeSize) -> Bool { left.count < right.count }

    /// The index that the next entry gets.
    package var next: EntryIndex { EntryIndex(count) }

    package func adding(_ entries: Int) -> TreeSize {
        precondition(entries >= 0, "a tree never shrinks, not by \(-entries)")
        return TreeSize(count + UInt64(entries))
    }
}

extension EntryIndex: CustomStringConvertible {
    package var description: String { String(value) }
}

extension TreeSize: CustomStringConvertible {
    package var description: String { String(count) }
}
