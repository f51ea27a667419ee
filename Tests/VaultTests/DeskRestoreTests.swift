import Foundation
import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("Restoring the desk first")
struct DeskRestoreTests {
    /// What is left of a journal of small entries: a vault, and the journal to compare with.
    private struct Lost {
        let folder: TemporaryFolder
        let vault: MemoryVault
        let size: TreeSize

        var journal: String { folder.file("journal") }
        var restored: String { folder.file("restored") }

        func plan() async throws -> RestorePlan {
            let key = try TestOffice.key().verifierKey
            return try await RestorePlan(
                await VaultSurvey.run([vault], trust: .key(key)),
                incarnation: nil,
                keys: [],
                to: restored,
                limit: nil,
                deskFirst: []
            )
        }

        func restore() async throws -> RestoreReport {
            try await Restore(try await plan(), random: .system).run { _ in }
        }

        func history() async throws -> HistoryReturn {
            let record = try #require(try RestoringRecord.load(journal: restored + "/journal"))
            return try await HistoryReturn(record, office: restored, from: [vault])
        }

        func progress() throws -> HistoryProgress? {
            try HistoryProgress.of(journal: restored + "/journal")
        }
    }

    private func lose(_ count: Int, snapshotAt position: Int) async throws -> Lost {
        let folder = try TemporaryFolder()
        let office = try TestOffice(in: folder)
        func append(_ numbers: Range<Int>) async throws {
            for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 10_000) {
                let end = min(start + 10_000, numbers.upperBound)
                _ = try await office.writer.append((start..<end).map { Array("\($0)".utf8) })
            }
        }
        try await append(0..<position)
        let time = UnixTime(seconds: 1_795_000_000)
        let epoch = Epoch(month: CalendarMonth(containing: time), entryClass: .state)
        let key = EpochKey(epoch: epoch, secret: [UInt8](repeating: 3, count: 32))
        var epochs = EpochTable()
        epochs.apply(.epochOpened(epoch, key: key.id, time: time))
        let bytes = try SnapshotFile.make(
            Array("the desk".utf8),
            position: EntryIndex(UInt64(position)),
            epochs: epochs,
            key: key,
            sealer: EntrySealer(origin: "test")
        )
        let snapshot = ShippedSnapshot(size: TreeSize(UInt64(position)), bytes: bytes)
        let record = ControlRecord.snapshotDigest(
            name: "desk",
            sha256: snapshot.sha256,
            size: UInt64(position),
            time: time
        )
        _ = try await office.writer.append([record.entry])
        try await append(position + 1..<count)
        try await office.writer.publish()
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await vault.put([snapshot.object(in: TestOffice.layout)])
        let size = office.writer.checkpoint().checkpoint.size
        try await office.writer.close()
        return Lost(folder: folder, vault: vault, size: size)
    }

    private func files(_ path: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isFolder: ObjCBool = false
            let file = "\(path)/\(name)"
            _ = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
            if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(filePath: file)) }
        }
        return files
    }

    @Test(
        "reads and writes no more for a long history than for a short one",
        arguments: [(1_000, 700), (66_300, 65_000), (66_300, 65_600), (140_000, 131_100)]
    )
    func restoresDesk(count: Int, position: Int) async throws {
        let lost = try await lose(count, snapshotAt: position)
        let plan = try await lost.plan()
        lost.vault.set { $0.reads = 0 }
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.checkpoint?.size == lost.size)
        let behind = (count - position) / 256 + 3
        #expect(lost.vault.content.withLock { $0.reads } <= 4 * behind)
        let progress = try #require(try lost.progress())
        #expect(progress.back == lost.size.count - UInt64(position / 256 * 256))
        // Everything that is here is proven, what is not says so.
        let check = try JournalCheck.run(directory: lost.restored, trust: .keyBesideLog)
        #expect(check.isWhole && check.history == progress)
        let reader = try JournalReader(directory: lost.restored + "/journal")
        #expect(try reader.entry(EntryIndex(UInt64(position))) != nil)
        #expect(throws: JournalFault(.notYetBack, path: "", "", hint: "")) {
            _ = try reader.entry(EntryIndex(0))
        }
        #expect(try reader.root(at: TreeSize(UInt64(position))) != TreeHash.empty)
        #expect(try EpochTable(reading: reader).records.count == 1)
    }

    @Test("what follows makes the journal that was lost, byte for byte", arguments: [3, 200_000])
    func follows(kills: Int) async throws {
        struct Killed: Error {}
        let lost = try await lose(66_300, snapshotAt: 65_600)
        _ = try await lost.restore()
        let left = Mutex(kills)
        while try lost.progress()?.isWhole == false {
            let history = try await lost.history()
            try? await history.run(pace: {
                let isKilled = left.withLock { left in
                    left -= 1
                    return left % 2 == 0
                }
                if isKilled { throw Killed() }
            })
        }
        try RestoringRecord.remove(journal: lost.restored + "/journal")
        let (before, after) = (try files(lost.journal), try files(lost.restored + "/journal"))
        #expect(after.allSatisfy { before[$0.key] == $0.value })
        #expect(before.keys.filter { after[$0] == nil }.allSatisfy { $0.contains(".p/") })
        let check = try JournalCheck.run(directory: lost.restored, trust: .keyBesideLog)
        #expect(check.isWhole && check.history == nil && check.entries == lost.size.count)
    }

    @Test("a bundle that was changed is not written, and is named")
    func refusesChanged() async throws {
        let lost = try await lose(3_000, snapshotAt: 2_800)
        _ = try await lost.restore()
        let name = TestOffice.layout.tile(TilePath(.entries, number: 4))
        let good = lost.vault.content.withLock { $0.versions[name] }
        lost.vault.set { $0.versions[name] = [Array("ransomed".utf8)] }
        let history = try await lost.history()
        await #expect(throws: VaultFault(.missing, "", "", hint: "")) { try await history.run() }
        #expect(try lost.progress()?.isWhole == false)
        // Another copy of it does.
        lost.vault.set { $0.versions[name]?.append(contentsOf: good ?? []) }
        try await lost.history().run()
        #expect(try lost.progress()?.isWhole == true)
    }

    @Test("tiles above the leaves that no vault has are made of those below")
    func derivesTiles() async throws {
        let lost = try await lose(66_300, snapshotAt: 65_600)
        _ = try await lost.restore()
        lost.vault.set {
            $0.versions[TestOffice.layout.tile(TilePath(.hashes(level: 1), number: 0))] = nil
        }
        try await lost.history().run()
        #expect(try lost.progress()?.isWhole == true)
    }

    @Test("a vault without the history says so, and nothing is lost")
    func needsTheVault() async throws {
        let lost = try await lose(3_000, snapshotAt: 2_800)
        _ = try await lost.restore()
        let record = try #require(try RestoringRecord.load(journal: lost.restored + "/journal"))
        await #expect(throws: VaultFault(.missing, "", "", hint: "")) {
            _ = try await HistoryReturn(record, office: lost.restored, from: [MemoryVault("other")])
        }
    }

    @Test("broken off, it is written anew, also behind a newer snapshot")
    func resumes() async throws {
        let lost = try await lose(3_000, snapshotAt: 2_800)
        let working = lost.restored + "/restoring/journal/tile/entries"
        try FileManager.default.createDirectory(
            atPath: working,
            withIntermediateDirectories: true
        )
        // A bundle of an earlier try that the desk does not need, torn.
        try Data([1, 2, 3]).write(to: URL(filePath: working + "/008"))
        try Data("\(TestOffice.incarnation) desk\n".utf8)
            .write(to: URL(filePath: lost.restored + "/restoring/of"))
        #expect(try await lost.restore().isDone)
        #expect(try lost.progress()?.back == lost.size.count - 2_560)
        await #expect(throws: VaultFault(.exists, "", "", hint: "")) {
            _ = try await lost.plan()
        }
    }

    @Test("a record of what is missing reads back")
    func recordReadsBack() throws {
        let record = RestoringRecord(
            incarnation: "0000000000006f3a",
            sources: [
                RestoringRecord.Source(address: "/mnt/a stick", credentials: nil),
                RestoringRecord.Source(address: "s3+https://a/b", credentials: "/keys/b c"),
            ],
            size: TreeSize(700),
            position: EntryIndex(600),
            snapshot: "x",
            sha256: [UInt8](repeating: 7, count: 32),
            epochs: EpochTable()
        )
        #expect(try RestoringRecord(record.bytes) == record)
        #expect(throws: (any Error).self) {
            _ = try RestoringRecord(Array(record.bytes.dropFirst()))
        }
    }

    @Test("an incarnation that only says it has begun is not the newest")
    func ignoresBeginnings() async throws {
        let lost = try await lose(1_000, snapshotAt: 700)
        let fake = IncarnationRecord(
            Incarnation(0xbad),
            after: IncarnationRecord.Predecessor(
                TestOffice.incarnation,
                size: TreeSize(10),
                root: TreeHash.empty
            )
        )
        let layout = VaultLayout(fake.incarnation)
        let key = try TestOffice.key().verifierKey
        try await lost.vault.put([
            VaultObject(layout.key, Array("\(key)\n".utf8), term: .history),
            VaultObject(layout.begun, Array(fake.text.utf8), term: .history),
        ])
        let survey = await VaultSurvey.run([lost.vault], trust: .key(key))
        #expect(survey.newest?.incarnation == TestOffice.incarnation)
        #expect(survey.incarnations.count == 2)
    }

    @Test("a folder is listed in the order of bytes, page by page")
    func listsInOrder() async throws {
        let folder = try TemporaryFolder()
        let vault = DirectoryVault(path: folder.path)
        let names = ["a/b/c", "a/b.d", "a/b0", "a-b", "a/c", "ab", "b/a", "b/a-", "b/a/x"]
            .filter { $0 != "b/a" }
        try await vault.put(names.map { VaultObject($0, [1], term: .none) })
        let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for limit in 1...names.count {
            for prefix in ["", "a", "a/", "a/b", "b/"] {
                var found: [String] = []
                while true {
                    let page = try await vault.list(prefix, after: found.last, limit: limit)
                    found += page.names
                    if page.isLast { break }
                }
                #expect(found == sorted.filter { $0.hasPrefix(prefix) })
            }
        }
    }
}
