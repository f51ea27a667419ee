import Journal
import Testing

@testable import Vault

@Suite("Looking after a vault")
struct VaultLookTests {
    private struct Place {
        let folder: TemporaryFolder
        let office: TestOffice
        let vault = MemoryVault()
        let look: VaultLook

        init(_ count: Int) async throws {
            folder = try TemporaryFolder()
            office = try TestOffice(in: folder)
            try await office.append(0..<count)
            try await office.writer.publish()
            var shipper = try await office.shipper(to: vault)
            try await shipper.round()
            try await shipper.publishHint()
            look = VaultLook(
                vault,
                TestOffice.incarnation,
                of: ShippingSource(office.writer, directory: office.journal)
            )
        }
    }

    private let now = UnixTime(seconds: 1_800_000_000)

    @Test("a vault that lags, was emptied, or lets its canary die is told")
    func canary() async throws {
        let place = try await Place(600)
        let size = place.office.writer.checkpoint().checkpoint.size
        let well = try await place.look.canary(expected: size, at: now)
        #expect(well.verdict.isVault && well.alarm == nil)
        let lag = try await place.look.canary(expected: TreeSize(size.count + 1), at: now)
        #expect(lag.alarm?.contains("it lags, or was emptied") == true)
        place.vault.set { $0.canBeDestroyed = true }
        let dead = try await place.look.canary(expected: size, at: now)
        #expect(!dead.verdict.isVault && dead.alarm?.contains("was destroyed") == true)
        place.vault.set { $0.isDown = true }
        await #expect(throws: VaultFault(.unreachable, "", "", hint: "")) {
            _ = try await place.look.canary(expected: size, at: now)
        }
        try await place.office.writer.close()
    }

    @Test("a hole in a listing is named and filled")
    func listing() async throws {
        let place = try await Place(1_500)
        #expect(try await place.look.listing() == [])
        let names = [
            TestOffice.layout.tile(TilePath(.entries, number: 1)),
            TestOffice.layout.tile(TilePath(.hashes(level: 0), number: 3)),
        ]
        place.vault.set { content in for name in names { content.versions[name] = nil } }
        #expect(try await place.look.listing() == names)
        #expect(try await place.look.listing() == [])
        try await place.office.writer.close()
    }

    @Test(
        "a byte that changed in a bundle, a tile, a checkpoint or the key is found",
        arguments: 0..<4
    )
    func sweep(which: Int) async throws {
        let place = try await Place(1_500)
        #expect(try await place.look.sweep(0..<9) == [])
        #expect(try await place.look.sweepRest() == [])
        let signed = try await place.vault.names(TestOffice.layout.checkpoints)
        let name = [
            TestOffice.layout.tile(TilePath(.entries, number: 4)),
            TestOffice.layout.tile(TilePath(.hashes(level: 0), number: 2)), signed[0],
            TestOffice.layout.key,
        ][which]
        place.vault.set { content in
            var bytes = content.versions[name]?.first ?? []
            bytes[bytes.count / 2] ^= 1
            content.versions[name] = [bytes]
        }
        let found = try await place.look.sweep(0..<9) + place.look.sweepRest()
        #expect(found == [name])
        try await place.office.writer.close()
    }
}
