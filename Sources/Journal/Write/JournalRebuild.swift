/// Makes a journal's folder anew from its entries: what a restore writes.
///
/// Bundles come in order and are hashed here, so the tree that results is proven by the checkpoint
/// that `finish` is given, whatever told the bundles' source that they were right.
package struct JournalRebuild: Sendable {
    private let folder: BulkFolder?
    private var edge: TileEdge
    /// Every file that was written, by its path in the folder.
    package private(set) var paths: [String] = []

    /// Without a folder nothing is written: what would be is compared with what lies elsewhere.
    ///
    /// It goes on behind `edge`, which nothing here proves: the checkpoint does in the end.
    package init(in folder: BulkFolder?, behind edge: TileEdge = TileEdge()) {
        self.folder = folder
        self.edge = edge
    }

    package var size: TreeSize { edge.size }

    /// - Complexity: O(log size) hashes.
    package var root: Digest { edge.frontier.root }

    /// Adds the next full bundle with the hashes of its entries, and returns the files it makes.
    ///
    /// - Precondition: 256 leaves, and a tree that is a multiple of 256 so far.
    @discardableResult
    package mutating func add(
        bundle: [UInt8],
        leaves: [Digest]
    ) throws(JournalFault) -> [NewFile] {
        precondition(
            leaves.count == Int(TilePath.span) && edge.size.count % TilePath.span == 0,
            "bundles follow each other, 256 entries each"
        )
        let path = TilePath(.entries, number: edge.size.count / TilePath.span)
        var tiles: [NewFile] = []
        for leaf in leaves { edge.append(leaf, full: &tiles) }
        let files = [NewFile(path.path, bundle)] + tiles
        for file in files { try write(file) }
        return files
    }

    /// Writes a file of the tree that stands already.
    package mutating func add(standing file: NewFile) throws(JournalFault) {
        try write(file)
    }

    /// Adds the entries behind the last full bundle.
    ///
    /// They may fill further ones.
    package mutating func add(tail framed: [UInt8]) throws(JournalFault) {
        guard let entries = Framing.entries(framed[...]) else {
            throw JournalFault.damaged("tail", "expected framed entries, found other bytes")
        }
        var bundle = edge.bundle
        var tiles: [NewFile] = []
        for entry in entries {
            Segment.frame(Array(entry), into: &bundle)
            edge.append(TreeHash.leaf(entry), full: &tiles)
            guard edge.size.count % TilePath.span == 0 else { continue }
            let path = TilePath(.entries, number: edge.size.count / TilePath.span - 1)
            tiles.append(NewFile(path.path, bundle))
            bundle.removeAll(keepingCapacity: true)
        }
        edge.keep(bundle: bundle)
        for file in tiles { try write(file) }
    }

    /// Writes the incomplete tiles, the key and the checkpoint.
    ///
    /// - Throws: `damaged` when the entries are not those that the checkpoint signs.
    package mutating func finish(_ signed: SignedCheckpoint, key: VerifierKey) throws(JournalFault)
    {
        guard signed.checkpoint.size == size, signed.checkpoint.root == root else {
            throw JournalFault.damaged(
                "checkpoint",
                "expected root \(signed.checkpoint.root) at size \(signed.checkpoint.size), "
                    + "found \(root) at size \(size)"
            )
        }
        for file in edge.partialTiles() { try write(file) }
        let width = TilePath.partialWidth(level: 0, size: size)
        if width > 0 {
            let path = TilePath(.entries, number: size.count / TilePath.span, width: width)
            try write(NewFile(path.path, edge.bundle))
        }
        try write(NewFile("vkey", Array("\(key)\n".utf8)))
        try write(NewFile("checkpoint", signed.note.bytes))
    }

    private mutating func write(_ file: NewFile) throws(JournalFault) {
        guard let folder else { return }
        try folder.write(file)
        paths.append(file.path)
    }
}
