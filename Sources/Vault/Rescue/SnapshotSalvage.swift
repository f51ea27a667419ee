package import Journal

/// What the office's desk looked like at a size: a file of the office, opaque here but for its head.
package struct ShippedSnapshot: Hashable, Sendable {
    package let size: TreeSize
    package let bytes: [UInt8]

    package init(size: TreeSize, bytes: [UInt8]) {
        self.size = size
        self.bytes = bytes
    }

    package var sha256: [UInt8] { TreeHash.sha256(bytes).array }

    package func object(in layout: VaultLayout) -> VaultObject {
        VaultObject(layout.snapshot(size, sha256: sha256), bytes, term: .history)
    }
}

/// A snapshot that an entry of the proven tree names, and the bundles that were read to find it.
package struct ProvenSnapshot: Sendable {
    package let snapshot: ShippedSnapshot
    package let file: SnapshotFile
    package let bundles: [UInt64: SalvagedBundle]

    /// Its file name, in the office and behind the prefix of a vault.
    package var name: String { VaultLayout.snapshotName(snapshot.size, sha256: snapshot.sha256) }
    /// The first full bundle that the desk needs: the one with the first entry behind the snapshot.
    package var firstBundle: UInt64 { snapshot.size.count / TilePath.span }
}

extension Salvage {
    /// The newest snapshot that the journal names and some vault has.
    ///
    /// The journal is read from its end until it names one: whoever can write to a vault can put
    /// any number of snapshots there, and nobody can put a `snapshot digest` into the tree.
    package func snapshot(provenBy edge: ProvenEdge) async -> ProvenSnapshot? {
        var bundles: [UInt64: SalvagedBundle] = [:]
        for record in Self.records(edge.tail).reversed() {
            if let found = await snapshot(record, edge, bundles) { return found }
        }
        var end = edge.bundles
        while end > 0, edge.bundles - end < Self.reach {
            let start = end - min(end, Self.together)
            let read = await self.bundles(start..<end, provenBy: edge)
            for number in (start..<end).reversed() {
                guard let bundle = read[number] else { return nil }
                bundles[number] = bundle
                for record in Self.records(bundle.bytes).reversed() {
                    if let found = await snapshot(record, edge, bundles) { return found }
                }
            }
            end = start
        }
        return nil
    }

    /// Bundles that are looked through, from the end: a snapshot is taken every 40.
    private static let reach: UInt64 = 256
    private static let together: UInt64 = 8

    /// Those of some full bundles that are proven, read at the same time.
    func bundles(
        _ numbers: Range<UInt64>,
        provenBy edge: ProvenEdge
    ) async -> [UInt64: SalvagedBundle] {
        await withTaskGroup(of: (UInt64, SalvagedBundle?).self) { group in
            for number in numbers {
                group.addTask { (number, await bundle(number, provenBy: edge)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// The snapshot that a record names, if any vault has its bytes and they can be begun from.
    private func snapshot(
        _ record: (size: UInt64, sha256: [UInt8]),
        _ edge: ProvenEdge,
        _ bundles: [UInt64: SalvagedBundle]
    ) async -> ProvenSnapshot? {
        let size = TreeSize(record.size)
        guard size <= edge.signed.checkpoint.size else { return nil }
        for life in lineage where size <= life.end {
            let name = life.layout.snapshot(size, sha256: record.sha256)
            let found = await copies(of: name)
            guard let bytes = found.first(where: { TreeHash.sha256($0).array == record.sha256 })
            else {
                if !found.isEmpty { notes.add(junk: name) }
                continue
            }
            guard let file = try? SnapshotFile(bytes), file.position == size.next else {
                continue
            }
            return ProvenSnapshot(
                snapshot: ShippedSnapshot(size: size, bytes: bytes),
                file: file,
                bundles: bundles
            )
        }
        return nil
    }

    /// What framed entries say of snapshots, in their order.
    private static func records(_ framed: [UInt8]) -> [(size: UInt64, sha256: [UInt8])] {
        (Framing.entries(framed[...]) ?? [])
            .compactMap { entry in
                guard entry.first == EntryKind.control.rawValue,
                    case .snapshotDigest(_, let sha256, let size, _)? = try? ControlRecord(
                        json: entry.dropFirst()
                    )
                else { return nil }
                return (size, sha256)
            }
    }
}
