/// Turns durable segments into bundles, tiles and the public checkpoint.
///
/// Loading after a crash and following behind the writer are this one code. It reads back every
/// byte before the byte gets its name: one bit that flipped in memory has ended two public logs.
struct Integrator: Sendable {
    let disk: any Disk
    let keys: [VerifierKey]
    private(set) var edge: TileEdge
    /// What `checkpoint` says.
    private(set) var published: SignedCheckpoint

    init(disk: any Disk, keys: [VerifierKey], edge: TileEdge, published: SignedCheckpoint) {
        precondition(edge.size == published.checkpoint.size, "the edge is that of the checkpoint")
        self.disk = disk
        self.keys = keys
        self.edge = edge
        self.published = published
    }

    /// Integrates whole segments that follow each other and the published tree.
    mutating func integrate(_ segments: [Segment]) throws(JournalFault) {
        guard let last = segments.last else { return }
        let target = try checkpoint(of: last)
        let (bundles, partial) = cutBundles(segments)

        let staged = try disk.stage(bundles)
        // A crash here leaves files in staging/, which the next start removes.

        var grown = edge
        var tiles: [NewFile] = []
        try readBack(staged, into: &grown, tiles: &tiles)
        grown.keep(bundle: partial)
        guard grown.size == target.checkpoint.size,
            grown.frontier.root == target.checkpoint.root
        else {
            throw JournalFault.damaged(
                WalFile.folder,
                "expected root \(target.checkpoint.root) at size \(target.checkpoint.size), "
                    + "found \(grown.frontier.root) at size \(grown.size) after reading back"
            )
        }
        try disk.publish(staged)
        // A crash here leaves bundles beyond the checkpoint. The write-ahead file still holds
        // their entries: the next start writes the same bytes again, which is fine.

        try publishTiles(tiles + grown.partialTiles())
        // A crash here leaves tiles and bundles beyond the checkpoint, as above.

        try disk.replace("checkpoint", with: target.note.bytes)
        // A crash here leaves the new checkpoint, and narrower tiles beside the full ones. The
        // next start finds the segments integrated and removes the narrower tiles behind them.

        let before = edge.size
        edge = grown
        published = target
        try removeNarrower(since: before.next)
    }

    /// Writes what witnesses have added into the public checkpoint, unless it has moved on.
    mutating func attach(_ cosigned: SignedNote) throws(JournalFault) {
        guard cosigned.text == published.note.text,
            let signed = try? SignedCheckpoint(parsing: cosigned.bytes, keys: keys)
        else { return }
        try disk.replace("checkpoint", with: cosigned.bytes)
        // A crash here leaves the same checkpoint with more signatures.
        published = signed
    }

    /// Puts files in the place of damaged ones, and writes the right edge anew from memory.
    mutating func mend(_ files: [NewFile]) throws(JournalFault) {
        var all = files + edge.partialTiles()
        let width = TilePath.partialWidth(level: 0, size: edge.size)
        if width > 0 {
            let path = TilePath(.entries, number: edge.size.count / TilePath.span, width: width)
            all.append(NewFile(path.path, edge.bundle))
        }
        for file in all {
            if (try? disk.read(file.path)) == file.bytes { continue }
            try disk.remove([file.path])
            // A crash here leaves the file missing: found by the next scan or start, as damage is.
            try disk.publish(disk.stage([file]))
            // A crash here leaves a good file, and others damaged as before.
        }
        for (path, bytes) in [
            ("vkey", Array("\(keys[0])\n".utf8)), ("checkpoint", published.note.bytes),
        ] where (try? disk.read(path)) != bytes {
            try disk.replace(path, with: bytes)
        }
    }

    private func checkpoint(of segment: Segment) throws(JournalFault) -> SignedCheckpoint {
        let signed: SignedCheckpoint
        do throws(CheckpointFlaw) {
            signed = try SignedCheckpoint(parsing: segment.note, keys: keys)
        } catch {
            throw JournalFault.damaged(
                WalFile.folder,
                "segment at entry \(segment.first): \(error)"
            )
        }
        guard signed.checkpoint.size == segment.size else {
            throw JournalFault.damaged(
                WalFile.folder,
                "segment at entry \(segment.first): expected a checkpoint of size "
                    + "\(segment.size), found \(signed.checkpoint.size)"
            )
        }
        return signed
    }

    /// The bundle files that the segments fill or widen, and the bytes of the last if incomplete.
    private func cutBundles(_ segments: [Segment]) -> ([NewFile], [UInt8]) {
        var files: [NewFile] = []
        var bundle = edge.bundle
        var size = edge.size
        for segment in segments {
            let framed = segment.framed[...]
            var start = framed.startIndex
            var run = start
            while let end = Framing.end(of: start, in: framed) {
                size = size.adding(1)
                start = end
                guard size.count % TilePath.span == 0 else { continue }
                bundle += framed[run..<start]
                run = start
                let tile = TilePath(.entries, number: size.count / TilePath.span - 1)
                files.append(NewFile(tile.path, bundle))
                bundle.removeAll(keepingCapacity: true)
            }
            bundle += framed[run...]
        }
        let width = TilePath.partialWidth(level: 0, size: size)
        if width > 0 {
            let tile = TilePath(.entries, number: size.count / TilePath.span, width: width)
            files.append(NewFile(tile.path, bundle))
        }
        return (files, bundle)
    }

    /// Hashes the staged bundles as the disk gives them back.
    private func readBack(
        _ staged: [StagedFile],
        into grown: inout TileEdge,
        tiles: inout [NewFile]
    ) throws(JournalFault) {
        var known = (edge.levels.first ?? [])[...]
        for file in staged {
            guard let bytes = try disk.read(file.staging), let leaves = Framing.leaves(bytes[...])
            else {
                throw JournalFault.damaged(file.path, "what was written could not be read back")
            }
            guard leaves.starts(with: known) else {
                throw JournalFault.damaged(
                    file.path,
                    "the entries before \(edge.size) are not those of the tree"
                )
            }
            for leaf in leaves.dropFirst(known.count) { grown.append(leaf, full: &tiles) }
            known = []
        }
    }

    private func publishTiles(_ tiles: [NewFile]) throws(JournalFault) {
        let staged = try disk.stage(tiles)
        for (file, tile) in zip(staged, tiles) {
            guard try disk.read(file.staging) == tile.bytes else {
                throw JournalFault.damaged(
                    tile.path,
                    "expected what was written, found other bytes"
                )
            }
        }
        try disk.publish(staged)
    }

    /// Where a tile is full, its narrower states are no longer needed: removes those of every tile
    /// that ends behind an index.
    func removeNarrower(since start: EntryIndex) throws(JournalFault) {
        for level in 0..<TileEdge.levelCount(edge.size) {
            let first = (start.value >> UInt64(8 * level)) / TilePath.span
            let full = TilePath.hashCount(level: level, size: edge.size) / TilePath.span
            guard first < full else { return }
            for number in first..<full {
                try removeNarrower(TilePath(.hashes(level: level), number: number))
                if level == 0 { try removeNarrower(TilePath(.entries, number: number)) }
            }
        }
    }

    private func removeNarrower(_ tile: TilePath) throws(JournalFault) {
        let folder = tile.partialFolder
        let names = try disk.list(folder)
        guard !names.isEmpty else { return }
        try disk.remove(names.map { "\(folder)/\($0.name)" } + [folder])
    }
}
