/// Tells the right bytes of a full tile or bundle from any others, by the tree above it.
package struct TileProof: Sendable {
    private var tiles: VerifiedTiles

    /// - Throws: `damaged` while the right edge does not give the signed root.
    package init(directory: String, keys: [VerifierKey]) throws(JournalFault) {
        let disk = PosixDisk(root: directory)
        let signed = try JournalLoader.publishedCheckpoint(disk: disk, keys: keys)
        tiles = try VerifiedTiles(disk: disk, checkpoint: signed.checkpoint)
    }

    /// Whether those are the bytes that belong at a path.
    ///
    /// - Throws: `damaged`, with its path, when a tile above is damaged itself.
    package mutating func accepts(
        _ bytes: [UInt8],
        at tile: TilePath
    ) throws(JournalFault) -> Bool {
        guard tile.isFull, tile.treeSize <= tiles.size else { return false }
        let hashes: [Digest]
        switch tile.kind {
        case .entries:
            guard let leaves = Framing.leaves(bytes[...]) else { return false }
            hashes = leaves
        case .hashes:
            guard bytes.count == Int(TilePath.span) * Digest.size else { return false }
            hashes = stride(from: 0, to: bytes.count, by: Digest.size)
                .compactMap { Digest(bytes[$0..<$0 + Digest.size]) }
        }
        guard hashes.count == Int(TilePath.span) else { return false }
        let parents = try tiles.tile(level: tile.level + 1, number: tile.number / TilePath.span)
        return TreeHash.fold(hashes[...]) == parents[Int(tile.number % TilePath.span)]
    }
}
