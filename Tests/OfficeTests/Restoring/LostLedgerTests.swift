import Foundation
import Ledger
import Testing
import Vault

@testable import Office

@Suite("A lost ledger")
struct LostLedgerTests {
    @Test("an office that lost its ledger works at once, and posts its history behind that")
    func beginsWithoutLedger() async throws {
        let disaster = try await Disaster()
        try await disaster.restore(isDeskFirst: false)
        var first = try await disaster.open()
        let known = try await disaster.lodge(5_000..<5_600, on: &first)
        try await first.close()
        LedgerStore.remove(disaster.office.ledger)

        var desk = try await disaster.open()
        let gap = try #require(try desk.history())
        #expect(gap.back == gap.total && gap.total > 0)
        let old = try #require(disaster.items.first)
        await #expect(throws: DeskRefusal.notYetBack(gap)) { _ = try await desk.item(old) }
        let new = try await disaster.lodge(6_000..<6_010, on: &desk)
        #expect(new.count == 10 && Set(new).isDisjoint(with: known + disaster.items))
        let outcome = try await disaster.follow(&desk)
        #expect(outcome.difference == nil && outcome.twice.isEmpty)
        #expect(try await disaster.papers(of: old, on: &desk) == disaster.papers[old])
        try await desk.close()
        #expect(try await disaster.differences() == [:])
    }

    @Test("a snapshot that the journal does not name is none to begin from")
    func beginsFromNoForgery() async throws {
        let disaster = try await Disaster()
        try await disaster.restore(isDeskFirst: false)
        var first = try await disaster.open()
        _ = try await disaster.lodge(5_000..<5_600, on: &first)
        try await first.close()
        LedgerStore.remove(disaster.office.ledger)
        let folder = SnapshotFolder(office: disaster.office.root)
        let name = try #require(try folder.names().first)
        let good = try #require(try folder.read(name))
        for other in try folder.names() {
            try FileManager.default.removeItem(
                atPath: "\(disaster.office.root)/\(SnapshotFolder.name)/\(other)"
            )
        }
        try folder.write(ShippedSnapshot(size: good.size, bytes: good.bytes + good.bytes.suffix(1)))

        let desk = try await disaster.open()
        #expect(try desk.history() == nil)
        #expect(try desk.ledger.historyBegins() == 0)
        try await desk.close()
    }
}
