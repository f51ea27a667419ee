import Foundation
import Mail
import Testing

@testable import Ledger

@Suite("Desk snapshots")
struct DeskSnapshotTests {
    private func ledger(_ name: String) throws -> LedgerStore {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-\(name)-\(UUID().uuidString).sqlite").path
        return try LedgerStore(path: path, origin: "test")
    }

    private func entries() throws -> [Entry] {
        let series = try #require(NumberSeries("LAGB"))
        let range = try #require(NumberRange(series: series, first: 5, last: 900))
        let at = Moment(milliseconds: 1_795_000_000_000)
        let profile = OfficeProfile(
            operatorName: "Test Post",
            country: try #require(Country("GB")),
            language: .english,
            mode: .test
        )
        return [
            .officeEstablished(profile, at: at), .editionAdopted("ab", at: at),
            .numbersLoaded(range, at: at),
            .numbersReserved(NumberMark(series: series, before: 77)),
            .promiseChanged(
                PromiseChange(
                    to: .vaulted(1),
                    reason: "r",
                    by: .local,
                    approvedBy: nil,
                    at: at
                )
            ),
            .staffChanged(
                StaffAccount(
                    name: "ada",
                    displayName: "Ada Fox",
                    role: .clerk,
                    language: .german,
                    passwordHash: nil,
                    oneTimeSecret: "00",
                    isActive: true,
                    generation: 1,
                    by: .local,
                    at: at
                )
            ),
            .lanePlanChanged(
                LanePlanChange(
                    version: 1,
                    dropped: [],
                    firstRule: 1,
                    added: [LaneSetting(.any, .held(limit: 5))],
                    reason: "r",
                    by: .local,
                    approvedBy: nil,
                    proposal: nil,
                    at: at
                )
            ),
        ]
    }

    @Test func bringsBackEverythingTheDeskNeeds() throws {
        let ledger = try ledger("whole")
        let posted = try entries().enumerated()
            .map { PostedEntry(index: UInt64($0 + 3), content: .entry($1)) }
        try ledger.post(posted, next: 10)
        let snapshot = try ledger.deskSnapshot()
        #expect(snapshot.position == 10)
        let desk = try self.ledger("desk")
        try desk.begin(from: try DeskSnapshot(snapshot.bytes))
        #expect(try desk.position() == 10)
        #expect(try desk.historyBegins() == 10)
        #expect(try desk.numbers() == ledger.numbers())
        #expect(try desk.promise() == .vaulted(1))
        #expect(try desk.lanePlan() == ledger.lanePlan() && desk.lanePlan().rules.count == 1)
        #expect(try desk.staff("ada") == ledger.staff("ada"))
        #expect(try desk.officeProfile() == ledger.officeProfile())
        // Posted from the first entry on, another ledger says the same byte for byte.
        let anew = try self.ledger("anew")
        try anew.post(posted, next: 10)
        #expect(try anew.deskSnapshot().difference(from: snapshot) == nil)
        try desk.beginAnew()
        #expect(try desk.position() == 0 && desk.historyBegins() == 0)
        #expect(try desk.staff("ada") == nil)
    }

    @Test("says where two differ: the line, its table and both rows")
    func tellsDifferences() throws {
        let posted = try entries().enumerated()
            .map { PostedEntry(index: UInt64($0), content: .entry($1)) }
        let (one, other) = (try ledger("one"), try ledger("other"))
        try one.post(posted, next: 7)
        try other.post(posted.filter { $0.index != 3 }, next: 7)
        let snapshot = try one.deskSnapshot()
        let difference = try #require(try other.deskSnapshot().difference(from: snapshot))
        #expect(difference.contains("marks") && difference.contains("77"))
        let shorter = try #require(try? DeskSnapshot(Array(snapshot.bytes.dropLast(300))))
        #expect(snapshot.difference(from: shorter) != nil)
    }

    @Test("one of another edition is refused")
    func refusesOthers() throws {
        let bytes = try ledger("edition").deskSnapshot().bytes
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing("edition\":", with: "edition\":9")
        #expect(throws: DeskSnapshot.Flaw(line: 1)) { _ = try DeskSnapshot(Array(text.utf8)) }
    }

    @Test("the whole ledger takes the place of the desk's, on the disk and for who has it open")
    func givesWay() throws {
        let posted = try entries().enumerated()
            .map { PostedEntry(index: UInt64($0), content: .entry($1)) }
        let (desk, whole) = (try ledger("way"), try ledger("wide"))
        let reader = desk
        try whole.post(posted, next: 7)
        try desk.begin(from: try whole.deskSnapshot())
        #expect(try reader.historyBegins() == 7)
        try desk.giveWay(to: whole, origin: "test")
        #expect(try reader.historyBegins() == 0 && reader.position() == 7)
        #expect(try LedgerStore(path: desk.path, origin: "test").position() == 7)
        #expect(!FileManager.default.fileExists(atPath: whole.path))
    }

    @Test("a damaged snapshot is refused whole", arguments: [0, 1, 40, 200])
    func damaged(_ cut: Int) throws {
        let ledger = try ledger("cut")
        let posted = try entries().enumerated()
            .map { PostedEntry(index: UInt64($0), content: .entry($1)) }
        try ledger.post(posted, next: 7)
        let bytes = Array(try ledger.deskSnapshot().bytes.prefix(cut))
        let desk = try self.ledger("kept")
        #expect(throws: (any Error).self) {
            try desk.begin(from: try DeskSnapshot(bytes))
        }
        #expect(try desk.position() == 0)
    }

    @Test func replacesTheFileUnderEverybodyWhoReads() throws {
        let first = try ledger("first")
        let reader = first
        let second = try ledger("second")
        try second.post([], next: 12)
        first.replace(by: second)
        #expect(try reader.position() == 12)
    }
}
