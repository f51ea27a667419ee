import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("Shipping into a vault")
struct VaultShipperTests {
    @Test(
        "brings every durable entry, whatever is in tiles",
        arguments: [
            (0, 1), (0, 255), (0, 256), (300, 0), (300, 40), (512, 0), (700, 333), (256, 1),
        ]
    )
    func brings(published: Int, tail: Int) async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<published)
        try await office.writer.publish()
        try await office.append(published..<published + tail)
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        #expect(shipper.vaulted == TreeSize(UInt64(published + tail)))
        let (entries, result) = try await TestOffice.entries(in: [vault])
        #expect(entries == (0..<published + tail).map(TestOffice.entry))
        #expect(result.findings.isEmpty && result.signed?.checkpoint.size == shipper.vaulted)
        try await office.writer.close()
    }

    @Test("goes on from wherever a fault broke it off, at each object")
    func resumes() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<600)
        try await office.writer.publish()
        try await office.append(600..<750)
        let whole = MemoryVault()
        var shipper = try await office.shipper(to: whole)
        try await shipper.round()
        let count = whole.content.withLock { $0.puts }
        #expect(count >= 6)
        for failing in 1...count {
            let vault = MemoryVault()
            vault.set { $0.failingPut = failing }
            var first = try? await office.shipper(to: vault)
            await #expect(throws: VaultFault.self) {
                guard first != nil else {
                    throw VaultFault(.unreachable, "", "at the start", hint: "")
                }
                try await first?.round()
            }
            vault.set { $0.failingPut = nil }
            // The same shipper, and one that another process makes.
            if var same = first {
                try await same.round()
                #expect(same.vaulted == TreeSize(750))
            }
            var other = try await office.shipper(to: vault)
            try await other.round()
            let (entries, _) = try await TestOffice.entries(in: [vault])
            #expect(entries == (0..<750).map(TestOffice.entry), "put \(failing)")
        }
        try await office.writer.close()
    }

    @Test("follows the writer segment by segment")
    func follows() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        for step in 0..<8 {
            try await office.append(step * 90..<(step + 1) * 90)
            if step % 3 == 2 { try await office.writer.publish() }
            try await shipper.round()
            let (entries, result) = try await TestOffice.entries(in: [vault])
            #expect(entries.count == (step + 1) * 90 && result.findings.isEmpty)
        }
        let before = vault.names
        try await shipper.round()
        #expect(vault.names == before)
        try await office.writer.close()
    }

    @Test("refuses a vault that holds another journal's key")
    func refusesForeign() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        let vault = MemoryVault()
        vault.set { $0.versions[TestOffice.layout.key] = [Array("another\n".utf8)] }
        await #expect(throws: VaultFault(.differentBytes, "", "", hint: "")) {
            _ = try await office.shipper(to: vault)
        }
        try await office.writer.close()
    }

    @Test("refuses to go on behind a journal that went back")
    func refusesBehind() async throws {
        let folder = try TemporaryFolder()
        var office = try TestOffice(in: folder)
        try await office.append(0..<100)
        try await office.writer.close()
        try folder.copy("journal", to: "older")
        office = try TestOffice(reopening: folder)
        try await office.append(100..<200)
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await office.writer.close()
        try folder.remove("journal")
        try folder.copy("older", to: "journal")
        let rolledBack = try TestOffice(reopening: folder)
        await #expect(throws: VaultFault(.behind, "", "", hint: "")) {
            _ = try await rolledBack.shipper(to: vault)
        }
        try await rolledBack.writer.close()
    }

    @Test("the hint makes a vault readable as a log, and the next makes its tiles needless")
    func hints() async throws {
        let folder = try TemporaryFolder()
        let office = try TestOffice(in: folder)
        let vault = DirectoryVault(path: folder.file("vault"), isEmbedded: true)
        var shipper = try await office.shipper(to: vault, segments: false)
        for size in [100, 300, 777] {
            let from = Int(office.writer.checkpoint().checkpoint.size.count)
            try await office.append(from..<size)
            try await office.writer.publish()
            try await shipper.publishHint()
            let log = folder.file("vault/\(TestOffice.incarnation)")
            #expect(try TestOffice.entries(in: log) == (0..<size).map(TestOffice.entry))
            #expect(shipper.vaulted == TreeSize(UInt64(size)))
        }
        // A later run knows what the last hint left.
        var later = try await office.shipper(to: vault, segments: false)
        #expect(later.vaulted == TreeSize(777))
        try await office.append(777..<800)
        try await office.writer.publish()
        try await later.publishHint()
        let partial = try await vault.names("").filter { $0.contains(".p/") }
        #expect(partial.count == 3, "\(partial)")
        try await office.writer.close()
    }
}
