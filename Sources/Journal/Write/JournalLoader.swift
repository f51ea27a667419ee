/// What a start found and did; all of it is worth a line in the log.
package struct LoadReport: Hashable, Sendable {
    /// The tree that the writer goes on from.
    package var checkpoint: Checkpoint
    /// Entries that were durable in the write-ahead files and not yet in tiles.
    package var recoveredEntries = 0
    /// Damaged remains behind the last whole segment, set aside.
    package var torn: [TornTail] = []
    /// The incarnation that wrote the last segment found, if any was left.
    package var lastIncarnation: UInt64?
}

/// Brings a journal from whatever a crash left to a tree that can be added to.
///
/// The same code loads after a clean stop, after a crash and after a restore.
struct JournalLoader {
    let disk: any Disk
    let keys: [VerifierKey]
    let limits: JournalLimits
    private var report: LoadReport
    private var integrator: Integrator
    /// The tree that was published when loading began; its segments may still lie in `wal/`.
    private let integratedBefore: TreeSize
    /// The first entry that a write-ahead file covers.
    private var walStart: EntryIndex?
    /// Files whose segments are known to be on the disk.
    private var durable: Set<WalFile> = []
    private var round: [Segment] = []
    private var roundBytes = 0
    private var roundEntries = 0
    /// The tree up to the last segment read, integrated or not.
    private var frontier: Frontier

    /// Whether tiles of a larger tree than was found are let be: what takes that tree's end back
    /// from a copy begins with them here, and leaves it to the start behind it to refuse them.
    private let expectsMore: Bool

    static func load(
        disk: any Disk,
        keys: [VerifierKey],
        limits: JournalLimits,
        expectsMore: Bool = false
    ) throws(JournalFault) -> (Integrator, LoadReport) {
        var loader = try JournalLoader(disk, keys: keys, limits: limits, expectsMore: expectsMore)
        try loader.run()
        return (loader.integrator, loader.report)
    }

    private init(
        _ disk: any Disk,
        keys: [VerifierKey],
        limits: JournalLimits,
        expectsMore: Bool
    ) throws(JournalFault) {
        self.disk = disk
        self.expectsMore = expectsMore
        self.keys = keys
        self.limits = limits
        try disk.remove(disk.list("staging").map { "staging/" + $0.name })
        let published = try JournalLoader.publishedCheckpoint(disk: disk, keys: keys)
        let edge = try EdgeReader.read(published.checkpoint, disk: disk)
        integrator = Integrator(disk: disk, keys: keys, edge: edge, published: published)
        frontier = edge.frontier
        integratedBefore = edge.size
        report = LoadReport(checkpoint: published.checkpoint)
    }

    static func publishedCheckpoint(
        disk: any Disk,
        keys: [VerifierKey]
    ) throws(JournalFault) -> SignedCheckpoint {
        guard let bytes = try disk.read("checkpoint") else {
            throw JournalFault(
                .missing,
                path: "checkpoint",
                "there is no journal here",
                hint: "check the path, or make an office with `posthorn init`"
            )
        }
        do throws(CheckpointFlaw) {
            return try SignedCheckpoint(parsing: bytes, keys: keys)
        } catch {
            throw JournalFault.damaged("checkpoint", "\(error)")
        }
    }

    private mutating func run() throws(JournalFault) {
        let files = try WalFile.all(on: disk)
        for (position, file) in files.enumerated() {
            try load(file, isLast: position == files.count - 1)
        }
        try integrateRound()
        report.checkpoint = integrator.published.checkpoint
        if !expectsMore { try refuseTilesBeyond() }
        if let walStart { try integrator.removeNarrower(since: walStart) }
        // A crash here leaves write-ahead files whose segments are all integrated: harmless.
        try disk.remove(files.map(\.path))
    }

    private mutating func load(_ file: WalFile, isLast: Bool) throws(JournalFault) {
        var reader = SegmentReader(disk: disk, file: file)
        var end = 0
        while true {
            let item = try reader.next()
            guard case .segment(let segment, let segmentEnd) = item,
                try accept(segment, in: file)
            else { break }
            end = segmentEnd
            if roundBytes >= limits.roundBytes || roundEntries >= limits.roundEntries {
                try integrateRound()
            }
        }
        if try reader.isZero(from: end) { return }
        let behind = try reader.headerBehind(Segment.padded(end))
        guard isLast, behind == nil else {
            throw JournalFault.damaged(
                file.path,
                "expected a whole segment at byte \(Segment.padded(end)) for entry "
                    + "\(frontier.size), found damage with whole segments behind it"
            )
        }
        try setAside(file, from: end)
    }

    /// True when the segment is whole and signed; false when it is the damaged one.
    private mutating func accept(_ segment: Segment, in file: WalFile) throws(JournalFault) -> Bool
    {
        report.lastIncarnation = segment.incarnation
        walStart = walStart ?? segment.first
        if segment.size <= integratedBefore, frontier.size == integratedBefore { return true }
        guard segment.first == frontier.size.next else {
            throw JournalFault.damaged(
                file.path,
                "expected a segment for entry \(frontier.size), found \(segment.first)"
            )
        }
        guard let leaves = Framing.leaves(segment.framed[...]),
            let signed = try? SignedCheckpoint(parsing: segment.note, keys: keys)
        else { return false }
        var grown = frontier
        for leaf in leaves { grown.append(leaf) }
        guard signed.checkpoint.size == grown.size, signed.checkpoint.root == grown.root else {
            return false
        }
        try makeDurable(file)
        frontier = grown
        round.append(segment)
        roundBytes += segment.framed.count
        roundEntries += segment.count
        report.recoveredEntries += segment.count
        return true
    }

    /// Writes a file with segments to integrate once more.
    ///
    /// What the last process wrote may stand in the page cache only: a failed `fdatasync` marks
    /// pages clean that never reached the disk. Tiles must not be made of what a power failure
    /// can still take away.
    private mutating func makeDurable(_ file: WalFile) throws(JournalFault) {
        guard durable.insert(file).inserted else { return }
        var bytes = try disk.read(file.path) ?? []
        bytes.removeLast(bytes.reversed().prefix { $0 == 0 }.count)
        try disk.replace(file.path, with: bytes)
        // A crash here leaves the old file or the new one: the same segments.
    }

    private mutating func integrateRound() throws(JournalFault) {
        try integrator.integrate(round)
        // A crash here leaves a larger checkpoint; the next start skips these segments.
        round = []
        roundBytes = 0
        roundEntries = 0
    }

    /// Keeps what is left of the last segment, for whoever wants to know what it was.
    private mutating func setAside(_ file: WalFile, from offset: Int) throws(JournalFault) {
        var bytes = try disk.read(file.path, from: offset, count: limits.walBytes * 2)
        bytes.removeLast(bytes.reversed().prefix { $0 == 0 }.count)
        let torn = TornTail(first: frontier.size.next, content: bytes)
        try disk.publish(disk.stage([NewFile(torn.path, bytes)]))
        // A crash here leaves the remains twice; the next start writes the same bytes again.
        report.torn.append(torn)
    }

    /// Tiles are only made of durable segments: a tile that the recovered tree does not reach
    /// proves that a larger tree stood here, whatever became of its segments.
    private func refuseTilesBeyond() throws(JournalFault) {
        let size = integrator.published.checkpoint.size
        for kind in [TilePath.Kind.entries, .hashes(level: 0)] {
            let here = TilePath(kind, number: size.count / TilePath.span)
            let width = TilePath.partialWidth(level: 0, size: size)
            let wider = try disk.list(here.partialFolder).compactMap { Int($0.name) }
                .first { $0 > width }
            let found = try disk.read(here.path) != nil ? here.path : nil
            guard let path = found ?? wider.map({ "\(here.partialFolder)/\($0)" }) else { continue }
            throw JournalFault(
                .behind,
                path: path,
                "expected no tile beyond size \(size), found one: a larger tree stood here",
                hint: "run `posthorn-rescue survey`, then restore the newer copy from a vault"
            )
        }
    }
}
