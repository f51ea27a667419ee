import Foundation
import Journal
import Testing

@testable import Vault

@Suite("A start")
struct VaultAdoptionTests {
    /// An office that went back: its folder holds the first entries, a vault all of them.
    private func rolledBack(
        _ first: Int,
        _ all: Int,
        published: Bool
    ) async throws -> (TemporaryFolder, MemoryVault) {
        let folder = try TemporaryFolder()
        var office = try TestOffice(in: folder)
        try await office.append(0..<first)
        try await office.writer.close()
        try folder.copy("journal", to: "older")
        office = try TestOffice(reopening: folder)
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await office.append(first..<all)
        if published { try await office.writer.publish() }
        try await shipper.round()
        try await shipper.publishHint()
        try await office.writer.close()
        try folder.copy("journal", to: "newer")
        try folder.remove("journal")
        try folder.copy("older", to: "journal")
        return (folder, vault)
    }

    @Test(
        "takes back what only a vault has, and then gives the next entry the next index",
        arguments: [
            (100, 130, false), (100, 255, true), (100, 256, true), (0, 40, false), (250, 900, true),
            (300, 1_300, false), (512, 513, false),
        ]
    )
    func adopts(first: Int, all: Int, published: Bool) async throws {
        let (folder, vault) = try await rolledBack(first, all, published: published)
        let adoption = VaultAdoption(
            journal: folder.file("journal"),
            incarnation: TestOffice.incarnation
        )
        let report = try await adoption.run([vault])
        #expect(report.before == TreeSize(UInt64(first)))
        #expect(report.after == TreeSize(UInt64(all)) && report.taken == ["memory vault"])
        #expect(
            try TestOffice.entries(in: folder.file("journal")) == (0..<all).map(TestOffice.entry)
        )

        let office = try TestOffice(reopening: folder, incarnation: 3)
        let range = try await office.writer.append([TestOffice.entry(all)])
        #expect(range.lowerBound == EntryIndex(UInt64(all)))
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        let (entries, result) = try await TestOffice.entries(in: [vault])
        #expect(entries.count == all + 1 && result.findings.isEmpty)
        try await office.writer.close()
        #expect(try await adoption.run([vault]).adopted == 0)
    }

    /// The end of the write-ahead file may be gone while a tile that was made of it is not.
    @Test(
        "takes back an end of which the disk kept a tile",
        arguments: ["0/000.p", "entries/000.p"]
    )
    func keptTile(_ tile: String) async throws {
        let (folder, vault) = try await rolledBack(100, 130, published: true)
        try FileManager.default.copyItem(
            atPath: folder.file("newer/tile/\(tile)/130"),
            toPath: folder.file("journal/tile/\(tile)/130")
        )
        #expect(throws: JournalFault.self) { try TestOffice(reopening: folder) }
        let adoption = VaultAdoption(
            journal: folder.file("journal"),
            incarnation: TestOffice.incarnation
        )
        #expect(try await adoption.run([vault]).after == TreeSize(130))
        let office = try TestOffice(reopening: folder)
        #expect(try await office.writer.append([TestOffice.entry(130)]).lowerBound.value == 130)
        try await office.writer.close()
    }

    @Test("says which vault did not answer, and takes from the others")
    func tellsUnreached() async throws {
        let (folder, vault) = try await rolledBack(10, 20, published: false)
        let down = MemoryVault("another")
        down.set { $0.isDown = true }
        let adoption = VaultAdoption(
            journal: folder.file("journal"),
            incarnation: TestOffice.incarnation
        )
        let report = try await adoption.run([down, vault])
        #expect(report.after == TreeSize(20) && report.unreached.count == 1)
    }

    @Test("refuses to go on beside a tree that our key has signed differently")
    func refusesFork() async throws {
        let (folder, vault) = try await rolledBack(10, 20, published: false)
        let office = try TestOffice(reopening: folder, incarnation: 9)
        _ = try await office.writer.append([TestOffice.entry(1_000)])
        try await office.writer.close()
        let adoption = VaultAdoption(
            journal: folder.file("journal"),
            incarnation: TestOffice.incarnation
        )
        await #expect(throws: VaultFault(.forked, "", "", hint: "")) {
            try await adoption.run([vault])
        }
    }

    @Test("ignores what no key of the log has signed")
    func ignoresJunk() async throws {
        let (folder, vault) = try await rolledBack(10, 20, published: false)
        let layout = TestOffice.layout
        let segment = Segment(
            first: EntryIndex(20),
            count: 1,
            incarnation: 5,
            framed: [0, 1, 7],
            note: Array("posthorn.example/vault\n21\nAAAA\n\n— x AAAA\n".utf8)
        )
        vault.set { content in
            content.versions[SegmentName(of: [segment]).path(in: layout)] = [segment.encoded]
            content.versions[layout.segments + "0000-junk"] = [[1, 2, 3]]
            content.versions[layout.checkpoint(TreeSize(9_999))] = [[4]]
            content.versions[layout.hint] = [Array("ransom".utf8)]
        }
        let adoption = VaultAdoption(
            journal: folder.file("journal"),
            incarnation: TestOffice.incarnation
        )
        #expect(try await adoption.run([vault]).after == TreeSize(20))
    }
}
