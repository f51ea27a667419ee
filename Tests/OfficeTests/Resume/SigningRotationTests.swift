import Foundation
import Journal
import Mail
import Testing
import Vault

@testable import Office

@Suite("Another signing key")
struct SigningRotationTests {
    @Test(
        "ships under names of its own, and is restored from there with its key",
        arguments: [0, 1]
    )
    func restores(writes: Int) async throws {
        let place = try await RestoredWorkplace()
        try place.addVault()
        try await place.open(place.lost.directory).close()
        let old = try RestoredWorkplace.key(place.lost.directory)
        let first = try #require(try IncarnationRecord.read(office: place.lost.directory.root))
        let new = try await KeyWork.rotateSigning(place.lost.directory, clock: place.clock)
        let record = try #require(try IncarnationRecord.read(office: place.lost.directory.root))
        #expect(record.predecessor?.cause == .rekeyed)
        #expect(record.predecessor?.incarnation == first.incarnation)
        #expect(IncarnationRecord(record.text) == record)
        for _ in 0...writes {
            var desk = try await place.open(place.lost.directory)
            try await desk.record(
                [.done(.ratesLoad, to: "x", by: .local, at: place.clock.now())],
                at: place.clock.now()
            )
            #expect(try await desk.close() == [])
        }
        #expect(try await place.survey(.key(new)).newest?.incarnation == record.incarnation)
        #expect(try await place.survey(.key(old)).newest?.incarnation == first.incarnation)
        try await place.restore()
        #expect(try RestoredWorkplace.key(place.restored) == new)
        let lost = try JournalReader(directory: place.lost.directory.journal)
        #expect(try JournalReader(directory: place.restored.journal).size == lost.size)
        // No ceremony follows a change that the office made itself.
        #expect(try !ResumeCeremony.isDue(place.lost.directory))
        #expect(try ResumeCeremony.isDue(place.restored))
        let view = try await OfficeView(place.lost.directory, clock: place.clock)
        let text = try #require(try KeyNotice.current(view, at: place.clock.now())).notice.text
        #expect(text.contains("\(old)") && text.contains("\(new)"))
    }

    @Test("a policy's line of the old key becomes that of the new one")
    func policy() throws {
        let keys = try (1...3)
            .map {
                try SigningKey(name: "log", seed: [UInt8](repeating: UInt8($0), count: 32))
                    .verifierKey
            }
        let text = "log \(keys[0]) https://x\nlog \(keys[2])\nquorum none\n"
        let after = WitnessPolicyFile.rekeyed(text, from: keys[0], to: keys[1])
        let policy = try TlogPolicy(after)
        #expect(policy.logs == [keys[1], keys[2]])
        #expect(after.contains("# replaced: log \(keys[0]) https://x\nlog \(keys[1]) https://x\n"))
        #expect(WitnessPolicyFile.rekeyed(after, from: keys[0], to: keys[1]) == after)
    }
}
