/// The hashes of the published tree and of the durable entries behind it.
struct CheckSource: HashSource {
    /// Nil when the published tiles cannot be believed.
    var tiles: VerifiedTiles?
    let published: TreeSize
    /// The leaves behind the published tree.
    let tail: [Digest]

    init(tiles: VerifiedTiles?, published: TreeSize, tail: [Digest]) {
        self.tiles = tiles
        self.published = published
        self.tail = tail
    }

    /// The tree that the last whole segment completes.
    var size: TreeSize { published.adding(tail.count) }

    mutating func hash(height: Int, index: UInt64) throws(JournalFault) -> Digest {
        let end = (index + 1) << UInt64(height)
        if end <= published.count {
            guard var tiles else {
                throw JournalFault.damaged("checkpoint", "the tiles do not give the signed root")
            }
            defer { self.tiles = tiles }
            return try tiles.hash(height: height, index: index)
        }
        if height == 0 { return tail[Int(index - published.count)] }
        let left = try hash(height: height - 1, index: index * 2)
        return TreeHash.node(left, try hash(height: height - 1, index: index * 2 + 1))
    }

    /// The hashes of a tile, as wide as the path says.
    mutating func hashes(_ tile: TilePath) throws(JournalFault) -> [Digest] {
        var out: [Digest] = []
        for offset in 0..<UInt64(tile.width) {
            let index = tile.number * TilePath.span + offset
            out.append(try hash(height: 8 * tile.level, index: index))
        }
        return out
    }
}
