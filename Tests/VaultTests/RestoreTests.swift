import Foundation
import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("Restoring")
struct RestoreTests {
    /// A sealed journal with keys, shipped into vaults.
    private struct Lost {
        let folder: TemporaryFolder
        let key: VerifierKey
        let size: TreeSize
        let recovery: AgeIdentity

        var journal: String { folder.file("journal") }
        var keys: String { folder.file("keys") }
        var escrow: String { folder.file("escrow") }
        var restored: String { folder.file("restored") }
    }

    private func lose(_ count: Int, into vaults: [any VaultStore]) async throws -> Lost {
        let folder = try TemporaryFolder()
        let time = try #require(UnixTime("2026-11-27T00:00:00Z"))
        let recovery = AgeIdentity.generate(.system)
        let escrow = DirectoryEscrow(files: PosixKeyFiles(path: folder.file("escrow")))
        let office = try await SealedJournal.create(
            at: SealedJournal.Place(
                journal: folder.file("journal"),
                keys: folder.file("keys"),
                escrows: [escrow]
            ),
            origin: "posthorn.example/lost",
            recovery: [recovery.recipient],
            time: time
        )
        for start in stride(from: 0, to: count, by: 300) {
            let entries = (start..<min(start + 300, count))
                .map { PlainEntry(.personal, Array("{\"n\":\($0)}".utf8)) }
            _ = try await office.writer.append(entries, at: ClockReading(unchecked: time))
        }
        _ = try await office.escrow.tend(table: EpochTable(), at: time)
        let writer = office.writer.journal
        // Bundles are cut behind the answer: with none, segments alone would be shipped.
        try await writer.publish()
        let shipping = VaultShipping(
            ShippingSource(writer, directory: folder.file("journal")),
            as: TestOffice.record,
            to: vaults,
            clock: TestOffice.clock
        )
        let states = await shipping.shipOnce()
        #expect(states.allSatisfy { $0.fault == nil })
        let size = writer.checkpoint().checkpoint.size
        let key = writer.verifierKey
        try await office.close()
        return Lost(folder: folder, key: key, size: size, recovery: recovery)
    }

    private func plan(
        _ lost: Lost,
        _ vaults: [any VaultStore],
        keys: [String]? = nil,
        limit: TreeSize? = nil
    ) async throws -> RestorePlan {
        try await RestorePlan(
            await VaultSurvey.run(vaults, trust: .key(lost.key)),
            incarnation: nil,
            keys: keys ?? [lost.keys],
            to: lost.restored,
            limit: limit
        )
    }

    /// Files below a folder with their bytes.
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
        "gives back the same journal byte for byte, and an office that goes on",
        arguments: [
            1, 250, 700, 1_000,
        ]
    )
    func restores(count: Int) async throws {
        let vault = MemoryVault()
        let lost = try await lose(count, into: [vault])
        let before = try files(lost.journal)
        let plan = try await plan(lost, [vault])
        #expect(plan.size == lost.size && plan.keys.signing == lost.key && !plan.isReadOnly)
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.findings.isEmpty)
        let after = try files(lost.restored + "/journal")
        // The lost office may have kept narrower tiles; all else is the same.
        #expect(after.allSatisfy { before[$0.key] == $0.value })
        #expect(before.keys.filter { after[$0] == nil }.allSatisfy { $0.contains(".p/") })
        let check = try JournalCheck.run(directory: lost.restored, trust: .key(lost.key))
        #expect(check.isWhole && check.identityIsProven)

        let place = SealedJournal.Place(
            journal: lost.restored + "/journal",
            keys: lost.restored + "/keys"
        )
        let time = try #require(UnixTime("2026-11-28T00:00:00Z"))
        let office = try await SealedJournal.open(at: place, time: time)
        var cursor = try office.cursor(from: EntryIndex(0))
        var read = 0
        while true {
            let entries = try await cursor.next(max: 500)
            if entries.isEmpty { break }
            for case .plain(let bytes, _) in entries.map(\.content) {
                #expect(bytes == Array("{\"n\":\(read)}".utf8))
                read += 1
            }
        }
        #expect(read == count)
        // What the restored office ships cannot meet what the lost one still writes.
        let record = try IncarnationRecord.load(office: lost.restored, random: .system)
        #expect(record.predecessor?.incarnation == TestOffice.incarnation)
        #expect(record.predecessor?.size == lost.size)
        let shipping = VaultShipping(
            ShippingSource(office.writer.journal, directory: lost.restored + "/journal"),
            as: record,
            to: [vault],
            clock: TestOffice.clock
        )
        #expect(await shipping.shipOnce().allSatisfy { $0.fault == nil })
        try await office.close()
        let survey = await VaultSurvey.run([vault], trust: .keyBesideLog)
        #expect(survey.newest?.incarnation == record.incarnation)
        #expect(survey.incarnations.count == 2)
    }

    @Test("needs only the recovery identity and the escrow")
    func restoresFromEscrow() async throws {
        let vault = MemoryVault()
        let lost = try await lose(10, into: [vault])
        let identity = lost.folder.file("recovery.txt")
        try Data("\(lost.recovery.secretText)\n".utf8).write(to: URL(filePath: identity))
        let plan = try await plan(lost, [vault], keys: [identity, lost.escrow])
        #expect(plan.keys.signing == lost.key)
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone)
        let kept = try files(lost.restored + "/keys")
        #expect(kept["office.identity"] == (try files(lost.keys))["office.identity"])
        #expect(kept.keys.contains { $0.hasPrefix("epochs/2026-11-personal-") })
        let place = SealedJournal.Place(
            journal: lost.restored + "/journal",
            keys: lost.restored + "/keys"
        )
        let time = try #require(UnixTime("2026-11-28T00:00:00Z"))
        let office = try await SealedJournal.open(at: place, time: time)
        let next = [PlainEntry(.personal, [7])]
        #expect(try await office.writer.append(next, at: ClockReading(unchecked: time)).count == 1)
        try await office.close()
    }

    @Test("ignores junk, ransomed overwrites and unsigned names, and says so")
    func ignoresJunk() async throws {
        let vault = MemoryVault()
        let lost = try await lose(700, into: [vault])
        vault.set { content in
            for (name, versions) in content.versions where name.contains("tile/") {
                content.versions[name] = versions + [Array("ransomed".utf8)]
            }
            for (name, versions) in content.versions where name.contains("segment/") {
                content.versions[name] = [Array("ransomed".utf8)] + versions
            }
            let root = TestOffice.layout.root
            for number in 0..<2_000 { content.versions["\(root)segment/0\(number)"] = [[1]] }
            content.versions["zzz"] = [[1]]
            content.versions["0000000000000001/checkpoint"] = [[1]]
            content.versions[TestOffice.layout.hint] = [Array("pay".utf8)]
        }
        let plan = try await plan(lost, [vault])
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.checkpoint?.size == lost.size)
        #expect(report.ignored.count >= 2_000 && !report.replaced.isEmpty)
    }

    @Test("takes each object from whichever vault has it whole")
    func salvages() async throws {
        let vaults = [MemoryVault("a"), MemoryVault("b")]
        let lost = try await lose(1_500, into: vaults)
        for (position, vault) in vaults.enumerated() {
            vault.set { content in
                let names = content.versions.keys.filter { $0.contains("tile/") }.sorted()
                for (number, name) in names.enumerated() where number % 2 == position {
                    content.versions[name] = number % 3 == 0 ? [] : [[9, 9, 9]]
                }
            }
        }
        for vault in vaults {
            let survey = await VaultSurvey.run([vault], trust: .key(lost.key))
            let report = try await VaultVerify.run(survey, try #require(survey.newest))
            #expect(!report.isWhole)
        }
        let plan = try await plan(lost, vaults)
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.checkpoint?.size == lost.size)
    }

    @Test("names what no vault has, and leaves no office behind")
    func tellsMissing() async throws {
        let vault = MemoryVault()
        let lost = try await lose(1_500, into: [vault])
        let name = TestOffice.layout.tile(TilePath(.entries, number: 2))
        vault.set { $0.versions[name] = [Array("ransomed".utf8)] }
        let plan = try await plan(lost, [vault])
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(!report.isDone && report.findings.contains { $0.path == name })
        #expect(!FileManager.default.fileExists(atPath: lost.restored + "/journal"))
    }

    @Test("any changed byte of a vault is found by verify", arguments: 0..<40)
    func findsFlips(seed: Int) async throws {
        let vault = MemoryVault()
        let lost = try await lose(600, into: [vault])
        let names = vault.names.filter {
            $0.contains("tile/") && !$0.contains(".p/") || $0.hasSuffix("vkey")
        }
        let name = names[seed * 7 % names.count]
        vault.set { content in
            var bytes = content.versions[name]?[0] ?? []
            bytes[seed * 7_919 % bytes.count] ^= UInt8(1 << (seed % 8))
            content.versions[name] = [bytes]
        }
        let survey = await VaultSurvey.run([vault], trust: .key(lost.key))
        guard let newest = survey.newest else { return }
        #expect(try await !VaultVerify.run(survey, newest).isWhole, "\(name)")
    }

    @Test("goes on where it was broken off, and never over another office")
    func resumes() async throws {
        struct Stop: Error {}
        let vault = MemoryVault()
        let lost = try await lose(2_000, into: [vault])
        let first = try await plan(lost, [vault])
        let walked = Mutex(0)
        await #expect(throws: (any Error).self) {
            let result = try await first.walk.run { _ in
                if walked.withLock({
                    $0 += 1; return $0
                }) == 3 {
                    throw Stop()
                }
            }
            _ = result
        }
        try FileManager.default.createDirectory(
            atPath: lost.restored + "/restoring/journal/tile/entries",
            withIntermediateDirectories: true
        )
        // Half a bundle, as a crash leaves it.
        try Data([1, 2, 3])
            .write(to: URL(filePath: lost.restored + "/restoring/journal/tile/entries/000"))
        try Data("\(TestOffice.incarnation)\n".utf8)
            .write(to: URL(filePath: lost.restored + "/restoring/of"))
        let report = try await Restore(try await plan(lost, [vault]), random: .system).run { _ in }
        #expect(report.isDone)
        #expect(try JournalCheck.run(directory: lost.restored, trust: .key(lost.key)).isWhole)
        await #expect(throws: VaultFault(.exists, "", "", hint: "")) {
            _ = try await plan(lost, [vault])
        }
    }

    @Test("an earlier size is restored to be read")
    func restoresEarlier() async throws {
        let vault = MemoryVault()
        let lost = try await lose(2_000, into: [vault])
        let plan = try await plan(lost, [vault], limit: TreeSize(lost.size.count - 1))
        #expect(plan.isReadOnly && plan.size < lost.size)
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.checkpoint?.size == plan.size)
        #expect(!FileManager.default.fileExists(atPath: lost.restored + "/keys/signing.key"))
        #expect(try JournalCheck.run(directory: lost.restored, trust: .key(lost.key)).isWhole)
    }

    @Test("what another key has signed is not restored")
    func refusesForeign() async throws {
        let vault = MemoryVault()
        let lost = try await lose(10, into: [vault])
        let survey = await VaultSurvey.run(
            [vault],
            trust: .key(try TestOffice.key().verifierKey)
        )
        #expect(survey.newest == nil && survey.incarnations.first?.flaw != nil)
        await #expect(throws: VaultFault(.missing, "", "", hint: "")) {
            _ = try await RestorePlan(
                survey,
                incarnation: nil,
                keys: [lost.keys],
                to: lost.restored,
                limit: nil
            )
        }
    }
}
