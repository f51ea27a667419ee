/// The hashes of a published tree, each proven from the root down before it is given out.
///
/// A full tile's own root must be the hash that its parent tile names, up to the incomplete tiles
/// of the right edge, whose root the checkpoint signs. One tile of each level is kept, so a walk
/// from left to right reads each tile once, in memory that does not grow.
package struct VerifiedTiles: HashSource {
    private let disk: any Disk
    package let size: TreeSize
    private let edge: [[Digest]]
    private var kept: [Int: (number: UInt64, hashes: [Digest])] = [:]

    /// - Throws: `damaged` unless the right edge gives the checkpoint's root.
    init(disk: any Disk, checkpoint: Checkpoint) throws(JournalFault) {
        self.disk = disk
        size = checkpoint.size
        edge = try EdgeReader.hashes(of: checkpoint, disk: disk)
    }

    /// The hashes of a tile.
    package mutating func tile(level: Int, number: UInt64) throws(JournalFault) -> [Digest] {
        let full = TilePath.hashCount(level: level, size: size) / TilePath.span
        precondition(
            number <= full && level < edge.count,
            "tile \(level)/\(number) is beyond \(size)"
        )
        if number == full { return edge[level] }
        if let kept = kept[level], kept.number == number { return kept.hashes }
        let path = TilePath(.hashes(level: level), number: number)
        let hashes = try TileFile.hashes(path, disk: disk)
        let parents = try tile(level: level + 1, number: number / TilePath.span)
        let expected = parents[Int(number % TilePath.span)]
        let found = TreeHash.fold(hashes[...])
        guard found == expected else {
            throw JournalFault.damaged(
                path.path,
                "expected hashes with the root \(expected), found \(found)"
            )
        }
        kept[level] = (number, hashes)
        return hashes
    }

    package mutating func hash(height: Int, index: UInt64) throws(JournalFault) -> Digest {
        let level = height / 8
        let width = UInt64(1) << UInt64(height % 8)
        let first = index * width
        let tile = try tile(level: level, number: first / TilePath.span)
        let start = Int(first % TilePath.span)
        return TreeHash.fold(tile[start..<start + Int(width)])
    }
}
