/// Looks for the tile that keeps the right edge from giving the signed root.
struct EdgeCheck {
    let disk: any Disk
    let size: TreeSize

    /// Each hash of an incomplete tile above the leaves is the root of a full tile below it.
    func run() throws(JournalFault) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for level in 0..<TileEdge.levelCount(size) {
            let width = TilePath.partialWidth(level: level, size: size)
            guard width > 0 else { continue }
            let number = TilePath.hashCount(level: level, size: size) / TilePath.span
            let tile = TilePath(.hashes(level: level), number: number, width: width)
            do throws(JournalFault) {
                let hashes = try TileFile.hashes(tile, disk: disk)
                if level > 0 { findings += try compare(tile, hashes) }
            } catch {
                guard error.isOfContent else { throw error }
                guard error.code == .damaged else { continue }
                findings.append(CheckFinding(.tile, error.path, error.detail))
            }
        }
        return findings
    }

    private func compare(
        _ tile: TilePath,
        _ hashes: [Digest]
    ) throws(JournalFault) -> [CheckFinding] {
        var findings: [CheckFinding] = []
        for (offset, hash) in hashes.enumerated() {
            let number = tile.number * TilePath.span + UInt64(offset)
            let below = TilePath(.hashes(level: tile.level - 1), number: number)
            let found = TreeHash.fold(try TileFile.hashes(below, disk: disk)[...])
            guard found != hash else { continue }
            let first = below.treeSize.count - TilePath.span << UInt64(8 * below.level)
            findings.append(
                CheckFinding(
                    .tile,
                    tile.path,
                    at: EntryIndex(first),
                    "hash \(offset): expected \(found), the root of \(below.path), found \(hash)"
                )
            )
        }
        return findings
    }
}
