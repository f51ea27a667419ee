import Foundation
import Journal
import Testing

@testable import Vault

/// Good copies come from vaults by their hash, whatever else lies there.
@Suite("Mending a journal")
struct JournalMendingTests {
    private static let full = [
        "tile/entries/000", "tile/entries/002", "tile/0/000", "tile/0/001",
    ]

    private func encrypt(_ paths: [String], in office: TestOffice) throws {
        for path in paths {
            let url = URL(filePath: office.journal + "/" + path)
            let count = try Data(contentsOf: url).count
            try Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }).write(to: url)
        }
    }

    private func mending(_ office: TestOffice, _ stores: [any VaultStore]) -> JournalMending {
        JournalMending(
            journal: office.journal,
            office.writer,
            incarnation: TestOffice.incarnation,
            stores: stores
        )
    }

    @Test("every damaged file comes back, past a vault that is down and junk in another")
    func mends() async throws {
        let office = try TestOffice(in: try TemporaryFolder())
        try await office.append(0..<900)
        try await office.writer.publish()
        let (down, good) = (MemoryVault("down"), MemoryVault("good"))
        var shipper = try await office.shipper(to: good)
        try await shipper.round()
        down.set { $0.isDown = true }
        let name = TestOffice.layout.tile(TilePath(.entries, number: 0))
        good.set { $0.versions[name]?.insert([1, 2, 3], at: 0) }
        let edge = "tile/entries/003.p/132"
        try encrypt(Self.full + [edge, "checkpoint"], in: office)

        let report = try await mending(office, [down, good])
            .run(Set(Self.full + [edge, "checkpoint"]))
        #expect(report.left.isEmpty)
        for path in Self.full { #expect(report.mended[path] == "good") }
        try await office.writer.close()
        let check = try JournalCheck.run(directory: office.journal, trust: .keyBesideLog)
        #expect(check.isWhole, "\(check.findings)")
    }

    @Test("a damaged tile above is mended first, though nobody named it")
    func mendsFromTheTop() async throws {
        let office = try TestOffice(in: try TemporaryFolder())
        // A full tile of level 1 takes 65,536 entries.
        for start in stride(from: 0, to: 66_000, by: 2_000) {
            _ = try await office.writer.append((start..<start + 2_000).map { Array("e\($0)".utf8) })
        }
        try await office.writer.publish()
        let vault = MemoryVault("good")
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try encrypt(["tile/entries/007", "tile/1/000"], in: office)
        let report = try await mending(office, [vault]).run(["tile/entries/007"])
        #expect(report.left.isEmpty)
        #expect(report.mended["tile/1/000"] == "good")
        try await office.writer.close()
        #expect(try JournalCheck.run(directory: office.journal, trust: .keyBesideLog).isWhole)
    }

    @Test("what no vault has stays damaged, and is named")
    func leaves() async throws {
        let office = try TestOffice(in: try TemporaryFolder())
        try await office.append(0..<900)
        try await office.writer.publish()
        try encrypt(Self.full, in: office)
        let report = try await mending(office, [MemoryVault("empty")]).run(Set(Self.full))
        #expect(report.left == Set(Self.full))
        #expect(report.mended.isEmpty)
        try await office.writer.close()
    }
}
