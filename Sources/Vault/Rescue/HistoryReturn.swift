package import Journal

/// Brings back, bundle by bundle, the history behind a desk that was restored first.
///
/// Each is proven by the journal that is here before it is written: whoever keeps the copies cannot
/// put anything else in its place. Broken off anywhere, it goes on where it was.
package struct HistoryReturn: Sendable {
    package let record: RestoringRecord
    private let office: String
    private let salvage: Salvage

    /// Bundles that are on their way together, and are made durable together.
    private static let together: UInt64 = 32

    /// - Throws: `missing` where none of the vaults has anything of the history.
    package init(
        _ record: RestoringRecord,
        office: String,
        from stores: [any VaultStore]
    ) async throws {
        self.record = record
        self.office = office
        // Whatever key stands beside that log: each bundle is proven by the journal that is here.
        let survey = await VaultSurvey.run(stores, trust: .keyBesideLog)
        guard let incarnation = Incarnation(record.incarnation), let source = survey[incarnation],
            source.flaw == nil
        else {
            throw VaultFault(
                .missing,
                stores.map(\.name).joined(separator: ", "),
                "expected the history of incarnation \(record.incarnation), found none"
                    + (survey.unreadable.first.map { ": \($0)" } ?? ""),
                hint: "bring the vault that was restored from within reach, or add one that has it"
            )
        }
        salvage = survey.salvage(source)
    }

    /// Fetches what is missing.
    ///
    /// `pace` is waited for between batches, so that those who lodge are not kept waiting.
    ///
    /// - Throws: `missing`, naming the object that no vault has as it was; `VaultFault`,
    ///   `JournalFault`.
    @concurrent
    package func run(
        pace: @Sendable () async throws -> Void = {},
        progress: @Sendable (HistoryProgress) -> Void = { _ in }
    ) async throws {
        let journal = PosixDisk(root: office + "/journal")
        var tiles = try JournalReader(directory: office + "/journal").tiles()
        // From the top down: so each bundle, and each tile above it, can be proven here.
        for level in (1..<8).reversed() {
            try await fetch(missing(level: level, &tiles, journal))
        }
        while true {
            let here = try HistoryProgress(record, on: journal)
            progress(here)
            let missing = here.missing(record).prefix(Int(Self.together))
            guard let first = missing.first, let last = missing.last else { break }
            try await fetch(first..<last + 1, &tiles)
            try await pace()
        }
        try PosixDisk(root: office).remove(["staging"])
    }

    /// The full tiles of a level that are not here, each with the hash that the tree has for it.
    private func missing(
        level: Int,
        _ tiles: inout VerifiedTiles,
        _ journal: PosixDisk
    ) throws(JournalFault) -> [(path: TilePath, root: Digest)] {
        let full = TilePath.hashCount(level: level, size: tiles.size) / TilePath.span
        let needed = record.firstBundle >> UInt64(8 * level)
        var wanted: [(path: TilePath, root: Digest)] = []
        for number in 0..<min(full, needed + 1) {
            let path = TilePath(.hashes(level: level), number: number)
            guard try journal.read(path.path) == nil else { continue }
            wanted.append((path, try Self.root(of: path, &tiles)))
        }
        return wanted
    }

    private func fetch(_ wanted: [(path: TilePath, root: Digest)]) async throws {
        for (path, root) in wanted {
            guard let hashes = await hashes(path, root: root) else { throw lost(path) }
            try write([NewFile(path.path, Salvage.bytes(hashes))])
            // A crash here leaves a proven tile; the next run finds it.
        }
    }

    /// The hash that the tree has for a full tile.
    private static func root(
        of path: TilePath,
        _ tiles: inout VerifiedTiles
    ) throws(JournalFault) -> Digest {
        let parents = try tiles.tile(level: path.level + 1, number: path.number / TilePath.span)
        return parents[Int(path.number % TilePath.span)]
    }

    /// A tile as some vault has it, or put together from those below it.
    private func hashes(_ path: TilePath, root: Digest) async -> [Digest]? {
        for hashes in await salvage.tileCopies(path) where TileRoot.fold(hashes) == root {
            return hashes
        }
        var children: [Digest] = []
        for offset in 0..<TilePath.span {
            let number = path.number * TilePath.span + offset
            let below = TilePath(.hashes(level: path.level - 1), number: number)
            guard let child = await salvage.tileCopies(below).first else { return nil }
            children.append(TileRoot.fold(child))
        }
        return TileRoot.fold(children) == root ? children : nil
    }

    private func fetch(_ numbers: Range<UInt64>, _ tiles: inout VerifiedTiles) async throws {
        var wanted: [(number: UInt64, root: Digest)] = []
        for number in numbers {
            let path = TilePath(.hashes(level: 0), number: number)
            wanted.append((number, try Self.root(of: path, &tiles)))
        }
        let found = await withTaskGroup(of: (UInt64, SalvagedBundle?).self) { group in
            for (number, root) in wanted {
                group.addTask { (number, await salvage.bundle(number, root: root)) }
            }
            return await group.reduce(into: [UInt64: SalvagedBundle]()) { $0[$1.0] = $1.1 }
        }
        var files: [NewFile] = []
        for number in numbers {
            let path = TilePath(.entries, number: number)
            guard let bundle = found[number] else { throw lost(path) }
            let tile = TilePath(.hashes(level: 0), number: number)
            files.append(NewFile(tile.path, Salvage.bytes(bundle.leaves)))
            files.append(NewFile(path.path, bundle.bytes))
        }
        try write(files)
        // A crash here leaves whole bundles behind their tiles; the next run goes on behind them.
    }

    /// The journal's own `staging/` is its writer's, who may be at work: ours is beside it.
    private func write(_ files: [NewFile]) throws(JournalFault) {
        let disk = PosixDisk(root: office)
        let staged = try disk.stage(files.map { NewFile("journal/" + $0.path, $0.bytes) })
        for (file, new) in zip(staged, files) {
            guard try disk.read(file.staging) == new.bytes else {
                throw JournalFault(
                    .damaged,
                    path: new.path,
                    "expected what was written, found other bytes",
                    hint: "this disk changes what it is given: restore on another machine"
                )
            }
        }
        try disk.publish(staged)
    }

    private func lost(_ path: TilePath) -> VaultFault {
        let span = TilePath.span << UInt64(8 * path.level)
        let first = path.number * span
        return VaultFault(
            .missing,
            salvage.layout.tile(path),
            "entries \(first) to \(first + span - 1): expected a copy, found none",
            hint: "add a vault that has it; what is here stays, and the rest follows"
        )
    }
}

extension Salvage {
    /// A full bundle whose leaves have a root that is known.
    func bundle(_ number: UInt64, root: Digest) async -> SalvagedBundle? {
        let path = TilePath(.entries, number: number)
        for bytes in await copies(of: path) {
            guard let leaves = Framing.leaves(bytes[...]), leaves.count == Int(TilePath.span),
                TileRoot.fold(leaves) == root
            else {
                notes.add(junk: layout.tile(path))
                continue
            }
            return SalvagedBundle(
                number: number,
                bytes: bytes,
                leaves: leaves,
                isConfirmed: true
            )
        }
        return nil
    }
}
