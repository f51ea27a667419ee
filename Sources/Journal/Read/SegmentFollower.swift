/// Hands out the segments of the write-ahead files in order, as they become durable: for shipping.
///
/// It follows one journal for as long as its writer lives. What the integrator has removed before
/// it was read is gone from here; its entries are in bundles then.
package struct SegmentFollower: Sendable {
    package enum Item: Sendable {
        case segment(Segment)
        /// Nothing more is durable yet.
        case upToDate
        /// The next entry is in no write-ahead file any more.
        case integrated
    }

    private let disk: PosixDisk
    /// The size of the tree that the segments handed out so far complete.
    package private(set) var size: TreeSize
    private var reading: SegmentReader?

    package init(directory: String, behind size: TreeSize) {
        disk = PosixDisk(root: directory)
        self.size = size
    }

    /// The next segment that ends within `durable`.
    ///
    /// Nothing beyond is handed out: it may stand in the page cache only, and what a power failure
    /// takes away here must not be found elsewhere.
    package mutating func next(durable: TreeSize) throws(JournalFault) -> Item {
        guard size < durable else { return .upToDate }
        while true {
            if var reader = reading {
                let item = try? reader.next()
                if case .segment(let segment, _) = item {
                    if segment.size <= size {
                        reading = reader
                        continue
                    }
                    // One that began before is handed out whole: its end alone is signed.
                    guard segment.first <= size.next else { return .integrated }
                    guard segment.size <= durable else { return .upToDate }
                    reading = reader
                    size = segment.size
                    return .segment(segment)
                }
            }
            guard try openNext() else { return .integrated }
        }
    }

    /// Goes on behind a size that was reached by other means.
    package mutating func skip(to size: TreeSize) {
        self.size = size
        reading = nil
    }

    /// Moves to the file that holds the next entry, unless it is the one being read.
    private mutating func openNext() throws(JournalFault) -> Bool {
        let next = size.next
        guard let file = try WalFile.all(on: disk).last(where: { $0.first <= next }),
            file.path != reading?.path
        else { return false }
        reading = SegmentReader(disk: disk, file: file)
        return true
    }
}
