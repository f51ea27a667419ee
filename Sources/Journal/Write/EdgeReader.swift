/// Reads the right edge of a published tree back from its tiles.
enum EdgeReader {
    /// - Throws: `damaged` unless the edge gives the checkpoint's root and the last bundle's
    ///   entries give its leaves.
    static func read(_ checkpoint: Checkpoint, disk: any Disk) throws(JournalFault) -> TileEdge {
        let levels = try hashes(of: checkpoint, disk: disk)
        let bundle = try lastBundle(checkpoint.size, leaves: levels.first ?? [], disk: disk)
        return TileEdge(size: checkpoint.size, levels: levels, bundle: bundle)
    }

    /// The incomplete tile of each level, proven by the checkpoint's root.
    static func hashes(
        of checkpoint: Checkpoint,
        disk: any Disk
    ) throws(JournalFault) -> [[Digest]] {
        var levels: [[Digest]] = []
        for level in 0..<TileEdge.levelCount(checkpoint.size) {
            levels.append(try hashes(level: level, size: checkpoint.size, disk: disk))
        }
        let edge = TileEdge(size: checkpoint.size, levels: levels, bundle: [])
        let root = edge.frontier.root
        guard root == checkpoint.root else {
            throw JournalFault.damaged(
                "checkpoint",
                "expected root \(checkpoint.root), found \(root) in the tiles"
            )
        }
        return levels
    }

    private static func hashes(
        level: Int,
        size: TreeSize,
        disk: any Disk
    ) throws(JournalFault) -> [Digest] {
        let width = TilePath.partialWidth(level: level, size: size)
        guard width > 0 else { return [] }
        let number = TilePath.hashCount(level: level, size: size) / TilePath.span
        let tile = TilePath(.hashes(level: level), number: number, width: width)
        return try TileFile.hashes(tile, disk: disk)
    }

    private static func lastBundle(
        _ size: TreeSize,
        leaves: [Digest],
        disk: any Disk
    ) throws(JournalFault) -> [UInt8] {
        guard !leaves.isEmpty else { return [] }
        let number = size.count / TilePath.span
        let tile = TilePath(.entries, number: number, width: leaves.count)
        let bundle = try TileFile.bundle(tile, disk: disk)
        guard Framing.leaves(bundle[...]) == leaves else {
            throw JournalFault.damaged(
                tile.path,
                "expected the entries that the hash tile names, found others"
            )
        }
        return bundle
    }
}

/// Reads one tile or bundle; a narrower one out of a wider where that has taken its place.
enum TileFile {
    static func hashes(_ tile: TilePath, disk: any Disk) throws(JournalFault) -> [Digest] {
        let wanted = tile.width * Digest.size
        let bytes = try bytes(tile, disk: disk)
        guard bytes.count == (bytes.count > wanted ? 8_192 : wanted) else {
            throw JournalFault.damaged(
                tile.path,
                "expected \(wanted) bytes, found \(bytes.count)"
            )
        }
        return stride(from: 0, to: wanted, by: Digest.size)
            .compactMap {
                Digest(bytes[$0..<$0 + Digest.size])
            }
    }

    /// The framed entries of a bundle, exactly as many as it is wide.
    static func bundle(_ tile: TilePath, disk: any Disk) throws(JournalFault) -> [UInt8] {
        let bytes = try bytes(tile, disk: disk)
        var end = 0
        for count in 0..<tile.width {
            guard let next = Framing.end(of: end, in: bytes[...]) else {
                throw JournalFault.damaged(
                    tile.path,
                    "expected \(tile.width) entries, found \(count)"
                )
            }
            end = next
        }
        return end == bytes.count ? bytes : Array(bytes[..<end])
    }

    private static func bytes(_ tile: TilePath, disk: any Disk) throws(JournalFault) -> [UInt8] {
        if let bytes = try disk.read(tile.path) { return bytes }
        if let bytes = try disk.read(tile.full.path) { return bytes }
        if let record = try RestoringRecord.load(on: disk) {
            throw JournalFault.notYetBack(tile.path, try HistoryProgress(record, on: disk))
        }
        throw JournalFault.damaged(tile.path, "expected a file, found none")
    }
}
