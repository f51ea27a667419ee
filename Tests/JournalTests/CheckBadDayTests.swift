import JournalSimulation
import Testing

@testable import Journal

@Suite("Bad days")
struct CheckBadDayTests {
    private static let published = TestEntries.entries(0..<280)
    private static let tail = [TestEntries.entries(280..<283), TestEntries.entries(283..<286)]

    @Test("the last segment flipped or cut at every byte is set aside and reported")
    func tornTail() async throws {
        let disk = try await SampleJournals.make(published: Self.published, tail: Self.tail)
        let file = try #require(try WalFile.all(on: disk).last)
        let (start, end) = try lastSegment(disk, file)
        for offset in start..<end {
            for isCut in [true, false] {
                let damaged = disk.copy()
                damaged.damage(file.path) { bytes in
                    if isCut {
                        bytes.removeSubrange(offset...)
                    } else {
                        bytes[offset] ^= 1 << (offset % 8)
                    }
                }
                let (integrator, report) = try SampleJournals.load(damaged)
                #expect(integrator.edge.size == TreeSize(283), "byte \(offset), cut \(isCut)")
                #expect(report.torn.count == (isCut && offset == start ? 0 : 1))
                let known = Checkpoint(origin: "", size: TreeSize(286), root: TreeHash.empty)
                #expect(throws: JournalFault(.behind, path: "", "", hint: "")) {
                    try JournalFolder.refuseBehind(report.checkpoint, known: known)
                }
                guard offset % 16 == 0 else { continue }
                #expect(try SampleJournals.entries(damaged) == TestEntries.entries(0..<283))
                let check = try SampleJournals.check(damaged)
                #expect(check.isWhole, "\(check.findings)")
                #expect(check.leftovers == report.torn.map(\.path))
            }
        }
    }

    private func lastSegment(_ disk: SimulatedDisk, _ file: WalFile) throws -> (Int, Int) {
        var reader = SegmentReader(disk: disk, file: file)
        var last = (0, 0)
        while true {
            let start = reader.offset
            guard case .segment(_, let end) = try reader.next() else { return last }
            last = (start, end)
        }
    }

    @Test("damage in front of whole segments is refused, never skipped")
    func damagedMiddle() async throws {
        let disk = try await SampleJournals.make(published: Self.published, tail: Self.tail)
        let file = try #require(try WalFile.all(on: disk).last)
        let (start, _) = try lastSegment(disk, file)
        disk.damage(file.path) { $0[start - Segment.alignment + 80] ^= 1 }
        let fault = #expect(throws: JournalFault.self) { _ = try SampleJournals.load(disk) }
        #expect(fault?.code == .damaged && fault?.path == file.path)
        #expect(fault?.hint.contains("posthorn-rescue verify") == true)
    }

    @Test("a tile beyond the recovered tree proves that more was there")
    func lostTail() async throws {
        let disk = try await SampleJournals.make(published: Self.published)
        let older = try await SampleJournals.make(published: Array(Self.published[..<270]))
        disk.plant("checkpoint", try #require(try older.read("checkpoint")))
        disk.plant("tile/0/001.p/14", try #require(try older.read("tile/0/001.p/14")))
        disk.plant("tile/entries/001.p/14", try #require(try older.read("tile/entries/001.p/14")))
        let fault = #expect(throws: JournalFault.self) { _ = try SampleJournals.load(disk) }
        #expect(fault?.code == .behind)
    }

    @Test("every one of 1,000 flipped bits is found")
    func flippedBits() async throws {
        let disk = try await SampleJournals.make(published: Self.published, tail: Self.tail)
        #expect(try SampleJournals.check(disk).isWhole)
        let paths = disk.paths
        var random = SplitMix(seed: 20_230_110)
        for _ in 0..<1_000 {
            let path = paths[random.below(paths.count)]
            let bytes = try #require(try disk.read(path))
            guard !bytes.isEmpty else { continue }
            let bit = random.below(bytes.count * 8)
            disk.damage(path) { $0[bit / 8] ^= 1 << (bit % 8) }
            let report = try SampleJournals.check(disk)
            #expect(!report.isWhole, "bit \(bit) of \(path)")
            if path.hasPrefix("tile/entries/") {
                #expect(report.findings.contains { $0.path == path && $0.index != nil })
            }
            disk.damage(path) { $0[bit / 8] ^= 1 << (bit % 8) }
        }
        #expect(try SampleJournals.check(disk).isWhole)
    }

    @Test("an entry deleted, moved, doubled or changed consistently is found", arguments: 0..<4)
    func consistentForgery(kind: Int) async throws {
        var forged = Self.published
        switch kind {
        case 0: forged.remove(at: 100)
        case 1: forged.swapAt(100, 200)
        case 2: forged.insert(forged[100], at: 101)
        default: forged[100][0] ^= 1
        }
        let disk = try await SampleJournals.make(published: forged)
        let genuine = try await SampleJournals.make(published: Self.published)
        disk.plant("checkpoint", try #require(try genuine.read("checkpoint")))
        let report = try SampleJournals.check(disk)
        #expect(!report.isWhole)
        #expect(throws: JournalFault.self) { try SampleJournals.entries(disk) }
    }

    @Test("a log rewritten without the key is consistent and not ours")
    func rewritten() async throws {
        let thief = try SigningKey(
            name: TestKeys.signing().verifierKey.name,
            seed: [UInt8](repeating: 66, count: 32)
        )
        let disk = try await SampleJournals.make(published: Self.published, key: thief)
        #expect(!(try SampleJournals.check(disk).isWhole))
        let beside = try SampleJournals.check(disk, trust: .keyBesideLog)
        #expect(beside.isWhole && !beside.identityIsProven)
        let policy = try TlogPolicy("log \(TestKeys.signing().verifierKey)\nquorum none\n")
        #expect(!(try SampleJournals.check(disk, trust: .policy(policy)).isWhole))
    }

    @Test("a file that is gone is named")
    func missing() async throws {
        let disk = try await SampleJournals.make(published: Self.published)
        for path in disk.paths where path != "checkpoint" {
            let damaged = disk.copy()
            damaged.lose(path)
            let report = try SampleJournals.check(damaged)
            #expect(report.findings.contains { $0.detail.contains("none") || $0.path == path })
        }
        disk.lose("checkpoint")
        #expect(!(try SampleJournals.check(disk).isWhole))
    }

    @Test(
        "a file that no writer leaves is refused",
        arguments: [
            "notes.txt", "tile/0/000.p/7", "tile/0/001.p/25", "tile/entries/001.p/99",
            "tile/0/002", "tile/1/000.p/2", "tile/9/000", "tile/entries/000.p/300", "tile/x/000",
            "tile/0/x00/001", "tile/0/001.p/24/deep", "wal/7", "wal/torn-5-00ff", "wal/deep/file",
            "staging/evil", "tile/0/001.q/3", "tile", "vkey/x", "tile/0/0001",
        ]
    )
    func unaccounted(path: String) async throws {
        let disk = try await SampleJournals.make(published: Self.published)
        disk.plant(path, [1, 2, 3])
        let report = try SampleJournals.check(disk)
        #expect(!report.isWhole)
    }

    @Test("what a crash leaves in staging is accounted for and cleared by the next start")
    func leftovers() async throws {
        let disk = try await SampleJournals.make(published: Self.published)
        disk.plant("staging/3", [1])
        let report = try SampleJournals.check(disk)
        #expect(report.isWhole && report.leftovers == ["staging/3"])
        _ = try SampleJournals.load(disk)
        #expect(try SampleJournals.check(disk).leftovers.isEmpty)
    }
}
