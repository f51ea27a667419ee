import Foundation
import Mail
import Testing

@testable import Ledger

@Suite("LedgerStore")
struct LedgerStoreTests {
    /// A ledger file of a test's own.
    private final class Shelf {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-ledger-\(UUID().uuidString).sqlite").path

        deinit {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
        }

        func open(_ origin: String = "office") throws -> LedgerStore {
            try LedgerStore(path: path, origin: origin)
        }
    }

    private static let series = NumberSeries("LAGB")

    private static func entries() throws -> [PostedEntry] {
        let series = try #require(Self.series)
        let range = try #require(NumberRange(series: series, first: 0, last: 999))
        return [
            PostedEntry(
                index: 1,
                content: .entry(.numbersLoaded(range, at: Moment(milliseconds: 0)))
            ),
            PostedEntry(
                index: 2,
                content: .entry(.numbersReserved(NumberMark(series: series, before: 500)))
            ),
        ]
    }

    @Test func movesItsPositionWithWhatItPosts() throws {
        let shelf = Shelf()
        let ledger = try shelf.open()
        #expect(try ledger.position() == 0)
        try ledger.post(try Self.entries(), next: 3)
        #expect(try ledger.position() == 3)
        #expect(try shelf.open().position() == 3)
    }

    @Test func beginsAnewForAnotherJournal() throws {
        let shelf = Shelf()
        try shelf.open("one").post(try Self.entries(), next: 3)
        let other = try shelf.open("two")
        #expect(try other.position() == 0)
        #expect(try other.numbers().isEmpty)
    }

    @Test func takesAnErasedEntryToHaveUsedEveryReservedNumber() throws {
        let shelf = Shelf()
        let ledger = try shelf.open()
        try ledger.post(try Self.entries(), next: 3)
        #expect(try ledger.numbers().first?.next == 0)
        try ledger.post([PostedEntry(index: 3, content: .erased)], next: 4)
        #expect(try ledger.numbers().first?.next == 500)
    }

    @Test func answersOfAKeyAsItWasLastPosted() throws {
        let shelf = Shelf()
        let ledger = try shelf.open()
        #expect(try ledger.accessKey("k1") == nil)
        let at = Moment(milliseconds: 0)
        let key = AccessKey(
            id: "k1",
            digest: "d",
            name: "one",
            role: .shipper,
            mode: .test,
            customer: nil,
            expiresAt: nil,
            by: .local,
            at: at
        )
        try ledger.post([PostedEntry(index: 0, content: .entry(.accessKeyAdded(key)))], next: 1)
        // Asked twice: the second answer is from memory.
        for _ in 0..<2 { #expect(try ledger.accessKey("k1")?.revokedAt == nil) }
        let revoked = AccessKeyRevoked(id: "k1", reason: nil, by: .local, at: at)
        try ledger.post(
            [PostedEntry(index: 1, content: .entry(.accessKeyRevoked(revoked)))],
            next: 2
        )
        #expect(try ledger.accessKey("k1")?.revokedAt == at)
    }

    @Test func postsNothingOfABatchThatFails() throws {
        let shelf = Shelf()
        let ledger = try shelf.open()
        try ledger.post(try Self.entries(), next: 3)
        // Loading the same item twice breaks the key: the batch is refused as a whole.
        let record = try Self.record()
        let twice = [3, 4].map { PostedEntry(index: $0, content: .entry(.itemLodged(record))) }
        #expect(throws: LedgerFault.self) { try ledger.post(twice, next: 5) }
        #expect(try ledger.position() == 3)
        #expect(try ledger.itemCount() == 0)
    }

    @Test func findsAnItemByNumberAndByKey() throws {
        let shelf = Shelf()
        let ledger = try shelf.open()
        let record = try Self.record()
        try ledger.post([PostedEntry(index: 7, content: .entry(.itemLodged(record)))], next: 8)
        let byNumber = try #require(try ledger.item(record.id))
        #expect(byNumber.entry == 7)
        #expect(try ledger.item(customer: "", key: .reference("a")) == byNumber)
        #expect(try ledger.item(customer: "someone", key: .reference("a")) == nil)
        #expect(
            try ledger.items([("", .reference("b")), ("", .reference("a"))]) == [nil, byNumber]
        )
    }

    @Test func saysInWhichTablesTwoLedgersDiffer() throws {
        let (one, two) = (Shelf(), Shelf())
        let (first, second) = (try one.open(), try two.open())
        try first.post(try Self.entries(), next: 3)
        try second.post(Array(try Self.entries().prefix(1)), next: 2)
        #expect(try first.differences(from: second) == ["marks": 2])
        #expect(try first.differences(from: first).isEmpty)
    }

    private static func record() throws -> ItemRecord {
        var lodgement = Lodgement()
        lodgement.reference = "a"
        lodgement.product = "letter"
        lodgement.senderKind = "private"
        lodgement.grossWeight = 20
        for party in [\Lodgement.sender, \Lodgement.addressee] {
            lodgement[keyPath: party].name = "Ada Fox"
            lodgement[keyPath: party].lines = ["12 Mill Lane"]
            lodgement[keyPath: party].locality = "Leeds"
            lodgement[keyPath: party].country = "GB"
        }
        return try ItemRecord(
            id: try #require(ItemID("LA990000006GB")),
            channel: .file,
            state: .lodged,
            office: OfficeProfile(
                operatorName: "Test",
                country: try #require(Country("GB")),
                language: .english,
                mode: .test
            ),
            edition: "e",
            key: .reference("a"),
            lodgement: lodgement,
            decision: FormDecision(form: .none, reason: .correspondenceOnly),
            warnings: [],
            lodgedAt: Moment(milliseconds: 0)
        )
    }
}
