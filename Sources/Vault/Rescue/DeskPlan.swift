package import Journal

/// What a restore that brings the desk back first has found: enough to issue the next document,
/// each part of it proven.
package struct DeskPlan: Sendable {
    let edge: ProvenEdge
    let found: ProvenSnapshot

    package var size: TreeSize { edge.signed.checkpoint.size }
    package var position: TreeSize { found.snapshot.size }
    /// Entries that come back now; those before them follow.
    package var present: UInt64 { size.count - found.firstBundle * TilePath.span }

    /// Nil where the end of the history cannot be proven by itself, or no snapshot is of use: then
    /// all of it has to come back first.
    init?(_ walk: HistoryWalk) async {
        guard let edge = await walk.salvage.edge(bundles: walk.bundles, tail: walk.tail),
            edge.signed.checkpoint.size >= walk.reach(upTo: nil),
            let found = await walk.salvage.snapshot(provenBy: edge)
        else { return nil }
        self.edge = edge
        self.found = found
    }
}

extension DeskPlan {
    /// What is here, what is not, and what brings it.
    func text(in office: String) -> [String] {
        [
            "the desk is back: its snapshot at \(position), and the last \(present) entries",
            "\(size.count - present) of \(size) entries are not back yet: they follow while you work",
            "  posthorn serve --office \(office)            works at once and fetches them",
            "  posthorn vault follow --office \(office)     fetches them and ends",
        ]
    }
}

/// Which of a history a restore brings back before the office opens.
package enum RestoreWay: Sendable {
    case desk(DeskPlan)
    /// All of it; `because` says why, where the desk alone was asked for.
    case whole(because: String?)
}

extension Restore {
    /// Writes what the desk needs, and the tiles that prove it; false where a part is in no vault.
    func writeDesk(
        _ desk: DeskPlan,
        _ rebuild: inout JournalRebuild,
        _ progress: (Progress) -> Void
    ) async throws -> Bool {
        let (edge, salvage) = (desk.edge, plan.walk.salvage)
        let first = desk.found.firstBundle
        for number in first..<max(first, edge.bundles) {
            let known = desk.found.bundles[number]
            let read = known == nil ? await salvage.bundle(number, provenBy: edge) : known
            guard let bundle = read else { return false }
            let tile = TilePath(.hashes(level: 0), number: number)
            try rebuild.add(standing: NewFile(tile.path, Salvage.bytes(bundle.leaves)))
            let path = TilePath(.entries, number: number)
            try rebuild.add(standing: NewFile(path.path, bundle.bytes))
            progress(
                Progress(entries: (number + 1 - first) * TilePath.span, of: desk.present)
            )
        }
        for level in 1..<8 {
            let shift = UInt64(8 * level)
            for number in (first >> shift)..<max(first >> shift, edge.bundles >> shift) {
                let path = TilePath(.hashes(level: level), number: number)
                guard let hashes = await salvage.tile(path, provenBy: edge) else { return false }
                try rebuild.add(standing: NewFile(path.path, Salvage.bytes(hashes)))
            }
        }
        try rebuild.add(tail: edge.tail)
        return true
    }

    /// What the office begins from, and the note that its history is on its way.
    func writeSnapshot(_ desk: DeskPlan, _ rebuild: inout JournalRebuild) throws {
        let found = desk.found
        try SnapshotFolder(office: plan.destination).write(found.snapshot)
        let record = RestoringRecord(
            incarnation: "\(plan.source.incarnation)",
            sources: plan.sources,
            size: desk.size,
            position: found.file.position,
            snapshot: found.name,
            sha256: found.snapshot.sha256,
            epochs: found.file.epochs
        )
        try rebuild.add(standing: NewFile(RestoringRecord.path, record.bytes))
    }
}

extension ProvenEdge {
    /// The edge of the full bundles, to go on behind.
    var tileEdge: TileEdge {
        TileEdge(size: TreeSize(bundles * TilePath.span), levels: levels, bundle: [])
    }
}
