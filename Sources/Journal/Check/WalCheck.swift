/// Checks every segment that lies in `wal/`: framing, chain, root and signature.
struct WalCheck {
    private let disk: any Disk
    private let keys: [VerifierKey]
    private let published: Checkpoint
    private var tiles: VerifiedTiles?
    private(set) var findings: [CheckFinding] = []
    /// The first entry that a segment covers; nil without segments.
    private(set) var start: EntryIndex?
    /// The leaf hashes of whole, signed entries behind the published tree.
    private(set) var tail: [Digest] = []
    /// The tree up to the last whole segment; nil while it is not known.
    private var frontier: Frontier?

    init(
        disk: any Disk,
        keys: [VerifierKey],
        checkpoint: Checkpoint,
        tiles: VerifiedTiles?
    ) {
        self.disk = disk
        self.keys = keys
        published = checkpoint
        self.tiles = tiles
    }

    mutating func run() throws(JournalFault) {
        for file in try WalFile.all(on: disk) {
            do throws(JournalFault) {
                try check(file)
            } catch {
                guard error.code == .newerFormat else { throw error }
                add(file, error.detail)
            }
        }
    }

    private mutating func check(_ file: WalFile) throws(JournalFault) {
        var reader = SegmentReader(disk: disk, file: file)
        var end = 0
        while case .segment(let segment, let segmentEnd) = try reader.next() {
            if try !reader.isZero(from: end, to: reader.offset - Segment.padded(segment.length)) {
                add(file, "expected zeros behind byte \(end), found others")
            }
            if end == 0, segment.first != file.first {
                add(
                    file,
                    "expected its first segment at entry \(file.first), found \(segment.first)"
                )
            }
            end = segmentEnd
            try check(segment, in: file)
        }
        if try !reader.isZero(from: end) {
            let behind = try reader.headerBehind(Segment.padded(end))
            add(
                file,
                at: frontier?.size.next,
                behind == nil
                    ? "expected zeros behind the last whole segment at byte \(end), found a torn one; "
                        + "the next start sets it aside"
                    : "expected a whole segment at byte \(Segment.padded(end)), found damage"
            )
        }
    }

    private mutating func check(_ segment: Segment, in file: WalFile) throws(JournalFault) {
        if start == nil {
            start = segment.first
            frontier = try frontier(at: TreeSize(segment.first.value), file)
        }
        guard var grown = frontier else { return }
        guard segment.first == grown.size.next else {
            return add(
                file,
                at: grown.size.next,
                "expected a segment for entry \(grown.size), found \(segment.first)"
            )
        }
        guard let leaves = Framing.leaves(segment.framed[...]) else { return }
        for leaf in leaves { grown.append(leaf) }
        let claimed: Checkpoint
        do throws(CheckpointFlaw) {
            claimed = try SignedCheckpoint(parsing: segment.note, keys: keys).checkpoint
        } catch {
            return add(file, at: segment.first, "segment at entry \(segment.first): \(error)")
        }
        guard claimed.size == grown.size, claimed.root == grown.root else {
            return add(
                file,
                at: segment.first,
                "segment at entry \(segment.first): expected the root \(claimed.root) that is signed, "
                    + "found \(grown.root)"
            )
        }
        if segment.first < published.size.next, grown.size > published.size {
            add(file, at: segment.first, "expected a segment to end at size \(published.size)")
        }
        if grown.size == published.size, grown.root != published.root {
            add(
                file,
                at: segment.first,
                "expected the root \(published.root) at size \(published.size), found \(grown.root)"
            )
        }
        if grown.size > published.size { tail += leaves }
        frontier = grown
    }

    /// The tree in front of the first segment.
    private mutating func frontier(
        at size: TreeSize,
        _ file: WalFile
    ) throws(JournalFault) -> Frontier? {
        guard size <= published.size else {
            add(file, at: published.size.next, "expected entry \(published.size), found \(size)")
            return nil
        }
        guard var tiles else { return nil }
        do throws(JournalFault) {
            return try tiles.frontier(at: size)
        } catch {
            // The damaged tile is a finding of the tree's own check.
            guard error.code == .damaged else { throw error }
            return nil
        }
    }

    private mutating func add(_ file: WalFile, at index: EntryIndex? = nil, _ detail: String) {
        findings.append(CheckFinding(.wal, file.path, at: index, detail))
    }
}

extension HashSource {
    /// The right edge of an earlier tree.
    package mutating func frontier(at size: TreeSize) throws(Failure) -> Frontier {
        var roots: [Digest] = []
        var start: UInt64 = 0
        for height in (0..<64).reversed() where size.count & (1 << UInt64(height)) != 0 {
            roots.append(try hash(height: height, index: start >> UInt64(height)))
            start += 1 << UInt64(height)
        }
        return Frontier(size: size, roots: roots)
    }
}
