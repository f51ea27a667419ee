import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("The end of a history")
struct FlatSalvageTests {
    /// A vault of so many small entries, the snapshot record among the last.
    private func shipped(_ count: Int, snapshot: ShippedSnapshot? = nil) async throws -> MemoryVault
    {
        let office = try TestOffice(in: TemporaryFolder())
        var done = 0
        while done < count {
            let end = min(done + 10_000, count)
            _ = try await office.writer.append((done..<end).map { Array("\($0)".utf8) })
            done = end
        }
        let vault = MemoryVault()
        if let snapshot {
            let record = ControlRecord.snapshotDigest(
                name: "desk",
                sha256: snapshot.sha256,
                size: snapshot.size.count,
                time: UnixTime(seconds: 0)
            )
            _ = try await office.writer.append([record.entry])
            try await vault.put([snapshot.object(in: TestOffice.layout)])
        }
        try await office.writer.publish()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await office.writer.close()
        return vault
    }

    @Test(
        "is proven in a few reads, however long it is",
        arguments: [
            10, 256, 1_000, 65_536, 66_000,
        ]
    )
    func proves(count: Int) async throws {
        let vault = try await shipped(count)
        vault.set { $0.reads = 0 }
        let salvage = try TestOffice.salvage([vault])
        let edge = try #require(await salvage.edge())
        let reads = vault.content.withLock { $0.reads }
        #expect(edge.signed.checkpoint.size == TreeSize(UInt64(count)))
        #expect(reads < 300, "\(reads) reads")
        guard edge.bundles > 0 else { return }
        for number in Set([0, edge.bundles / 2, edge.bundles - 1]) {
            #expect(await salvage.bundle(number, provenBy: edge) != nil)
        }
    }

    @Test("a bundle that was changed is not proven, with its hash tile or without")
    func refusesChanged() async throws {
        let vault = try await shipped(66_000)
        let layout = TestOffice.layout
        let forged = (0..<256).map { Array("forged \($0)".utf8) }
        var framed: [UInt8] = []
        for entry in forged { Segment.frame(entry, into: &framed) }
        let leaves = forged.map { TreeHash.leaf($0) }
        vault.set { content in
            let entries = layout.tile(TilePath(.entries, number: 3))
            let hashes = layout.tile(TilePath(.hashes(level: 0), number: 3))
            content.versions[entries] = [framed]
            content.versions[hashes] = [Salvage.bytes(leaves)]
        }
        let salvage = try TestOffice.salvage([vault])
        let edge = try #require(await salvage.edge())
        #expect(await salvage.bundle(3, provenBy: edge) == nil)
        #expect(await salvage.bundle(4, provenBy: edge) != nil)
    }

    @Test("one bad first copy of a tile does not stop it")
    func triesOthers() async throws {
        let vault = try await shipped(5_000)
        vault.set { content in
            let name = TestOffice.layout.tile(TilePath(.hashes(level: 0), number: 7))
            let junk = [UInt8](repeating: 1, count: 8_192)
            content.versions[name] = [junk] + (content.versions[name] ?? [])
        }
        #expect(await (try TestOffice.salvage([vault])).edge() != nil)
    }

    private func file(_ position: UInt64, _ desk: String) throws -> ShippedSnapshot {
        let month = CalendarMonth(containing: UnixTime(seconds: 0))
        let epoch = Epoch(month: month, entryClass: .state)
        let bytes = try SnapshotFile.make(
            Array(desk.utf8),
            position: EntryIndex(position),
            epochs: EpochTable(),
            key: EpochKey(epoch: epoch, secret: [UInt8](repeating: 3, count: 32)),
            sealer: EntrySealer(origin: "test")
        )
        return ShippedSnapshot(size: TreeSize(position), bytes: bytes)
    }

    @Test("holds the newest that the journal names, and no other", arguments: [700, 7_000])
    func snapshots(position: UInt64) async throws {
        let named = try file(position, "the desk")
        let vault = try await shipped(Int(position) + 300, snapshot: named)
        let forged = try file(position + 200, "a forged desk")
        try await vault.put([forged.object(in: TestOffice.layout)])
        let salvage = try TestOffice.salvage([vault])
        let edge = try #require(await salvage.edge())
        let found = try #require(await salvage.snapshot(provenBy: edge))
        #expect(found.snapshot == named && found.firstBundle == position / 256)
    }

    @Test("a snapshot that was changed, or is not there, is none")
    func snapshotsChanged() async throws {
        let named = try file(700, "the desk")
        let vault = try await shipped(1_000, snapshot: named)
        let name = named.object(in: TestOffice.layout).name
        vault.set { $0.versions[name]?[0][40] ^= 1 }
        let salvage = try TestOffice.salvage([vault])
        let edge = try #require(await salvage.edge())
        #expect(await salvage.snapshot(provenBy: edge) == nil)
        #expect(salvage.notes.junk == [name])
        vault.set { $0.versions[name] = nil }
        #expect(await salvage.snapshot(provenBy: edge) == nil)
    }
}
