import Journal

/// Reads from a journal, proven, the objects that its published tree consists of.
struct TileShipment {
    private let disk: PosixDisk
    private let layout: VaultLayout
    private let reader: JournalReader
    private var tiles: VerifiedTiles
    let signed: SignedCheckpoint

    init(_ reader: JournalReader, directory: String, layout: VaultLayout) throws(JournalFault) {
        disk = PosixDisk(root: directory)
        self.layout = layout
        self.reader = reader
        tiles = try reader.tiles()
        signed = reader.checkpoint
    }

    private var size: TreeSize { signed.checkpoint.size }

    /// Full bundles that the published tree has.
    var bundleCount: UInt64 { size.count / TilePath.span }

    /// A full bundle behind its hash tile and those above that it completes, in putting order.
    ///
    /// Where a bundle is there, all that proves it is there too.
    mutating func bundle(_ number: UInt64) throws(JournalFault) -> [VaultObject] {
        var objects: [VaultObject] = []
        var (level, place) = (0, number)
        while true {
            let path = TilePath(.hashes(level: level), number: place)
            let hashes = try tiles.tile(level: level, number: place)
            objects.append(VaultObject(layout.tile(path), Salvage.bytes(hashes), term: .history))
            guard place % TilePath.span == TilePath.span - 1 else { break }
            (level, place) = (level + 1, place / TilePath.span)
        }
        let leaves = try tiles.tile(level: 0, number: number)
        let path = TilePath(.entries, number: number)
        let bytes = try entries(path, leaves)
        objects.append(VaultObject(layout.tile(path), bytes, term: .history))
        return objects
    }

    /// The entries behind a size as one segment, signed by the checkpoint.
    ///
    /// - Precondition: the published tree is larger.
    mutating func segment(behind start: TreeSize) throws(JournalFault) -> Segment {
        var cursor = try reader.cursor(from: start.next)
        var framed: [UInt8] = []
        while let entry = try cursor.next() { Segment.frame(entry.bytes, into: &framed) }
        return Segment(
            first: start.next,
            count: Int(size.count - start.count),
            incarnation: 0,
            framed: framed,
            note: signed.note.bytes
        )
    }

    /// What makes a vault readable as a log: the incomplete tiles of the hint.
    mutating func partialTiles() throws(JournalFault) -> [VaultObject] {
        var objects: [VaultObject] = []
        for level in 0..<8 {
            let width = TilePath.partialWidth(level: level, size: size)
            guard width > 0 else { continue }
            let number = TilePath.hashCount(level: level, size: size) / TilePath.span
            let hashes = try tiles.tile(level: level, number: number)
            let path = TilePath(.hashes(level: level), number: number, width: width)
            objects.append(VaultObject(layout.tile(path), Salvage.bytes(hashes), term: .none))
        }
        let width = TilePath.partialWidth(level: 0, size: size)
        if width > 0 {
            let path = TilePath(.entries, number: bundleCount, width: width)
            objects.append(VaultObject(layout.tile(path), try partialBundle(width), term: .none))
        }
        return objects
    }

    private mutating func partialBundle(_ width: Int) throws(JournalFault) -> [UInt8] {
        let path = TilePath(.entries, number: bundleCount, width: width)
        return try entries(path, tiles.tile(level: 0, number: bundleCount))
    }

    /// A bundle's bytes, compared with the proven hashes: what is not right here is not carried on.
    private func entries(
        _ path: TilePath,
        _ leaves: [Digest]
    ) throws(JournalFault) -> [UInt8] {
        // The writer may have filled the bundle since: then its beginning is what was there.
        for candidate in [path, path.full] {
            guard let bytes = try disk.read(candidate.path) else { continue }
            var end = 0
            for _ in 0..<path.width { end = Framing.end(of: end, in: bytes[...]) ?? bytes.count }
            let wanted = Array(bytes[..<end])
            if Framing.leaves(wanted[...]) == leaves { return wanted }
        }
        throw JournalFault(
            .damaged,
            path: path.path,
            "expected the entries that the tree names, found others",
            hint: "run `posthorn-rescue verify` on the journal, then restore from a vault"
        )
    }
}
