import Foundation
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Items found in the building")
struct FoundTests {
    private static func list(_ text: String) throws -> ScanList {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-scans-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(filePath: path))
        return try ScanList(path: path)
    }

    private static let line = "CP123456785GB"

    @Test(
        "each line that cannot be taken is named",
        arguments: [
            ("CP123456785GB\nCP123456784GB\n", 2, "check digit"),
            ("CP123456785GB\nhello\n", 2, "13 characters"),
            ("item,destination\nCP123456785GB,ZZ\n", 2, "country"),
            ("item;need\nCP123456785GB;perhaps\n", 2, "one of data"),
            ("item,nature\nCP123456785GB,stuff\n", 2, "nature"),
            ("CP123456785GB\nKP123456785GB\n", 2, "reserved"),
        ]
    )
    func namesWhatItRefuses(_ text: String, _ row: Int, _ reason: String) throws {
        let list = try Self.list(text)
        #expect(list.refused.map(\.row) == [row])
        #expect(list.refused.first?.reason.contains(reason) == true, "\(list.refused)")
    }

    @Test(
        "sorts by what a number, or a column, says",
        arguments: [
            ("CP123456785GB\n", FoundItem.Need.data), ("rr 473 124 829 gb\n", .unknown),
            ("barcode,contents\nRR473124829GB,correspondence\n", .nothing),
            ("barcode,contents\nRR473124829GB,gift\n", .data),
            ("S10\tNeed\nRR473124829GB\treturn\n", .return),
            ("item,nature,need\nRR473124829GB,gift,nothing\n", .nothing),
        ]
    )
    func sorts(_ text: String, _ need: FoundItem.Need) throws {
        let list = try Self.list(text)
        #expect(list.refused.isEmpty && list.items.map(\.need) == [need], "\(list)")
    }

    @Test("a list that comes twice is taken once; lodging by the old number documents it anew")
    func takesOnce() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let numbers = try (0..<600)
            .map { serial in
                S10(
                    service: try ServiceIndicator("CP"),
                    serial: try #require(S10.Serial(serial)),
                    country: try #require(IssuingCountry("FR"))
                )
            }
        let items = numbers.map { FoundItem($0, to: Country("US"), needs: .data) }
        let order = LaneOrder.find(items + items.prefix(3), list: "hall", by: .staff("ada"))
        let now = bench.time.clock.now()
        let first = try await desk.perform(order, at: now)
        #expect(first == .found(600))
        let again = try await desk.perform(order, at: now)
        #expect(again == .found(0))
        let packet = try Example.packet(numbers[7].text, customer: nil)
        let outcomes = try await bench.lodge([packet], on: &desk)
        let item = try #require(outcomes.first?.item)
        let row = try #require(try desk.ledger.found(numbers[7]))
        #expect(row.item == item.record.id && row.need == .nothing)
        let stranger = try Example.packet(numbers[9].text, customer: "c-1")
        _ = try await bench.lodge([stranger], on: &desk)
        #expect(try desk.ledger.found(numbers[9])?.item == nil)
        let triage = LaneOrder.triage(numbers[8], needs: .return, reason: "r", by: .local)
        _ = try await desk.perform(triage, at: now)
        let counts = try desk.ledger.foundCounts()
        #expect(counts.needs == [.data: 598, .nothing: 1, .return: 1] && counts.documented == 1)
        var listed = 0
        var place: (UInt64, String) = (0, "")
        while let rows = Optional(try desk.ledger.found(after: place, limit: 100)),
            let last = rows.last
        {
            listed += rows.count
            place = (last.entry, last.number.text)
        }
        #expect(listed == 600)
        let own = S10(
            service: try ServiceIndicator("LA"),
            serial: try #require(S10.Serial(99_000_001)),
            country: try #require(IssuingCountry("GB"))
        )
        let unknown = LaneOrder.triage(own, needs: .data, reason: "r", by: .local)
        await #expect(throws: LaneRefusal.foundUnknown(own)) {
            try await desk.perform(unknown, at: now)
        }
        try await desk.close()
        // What is folded again from the journal is the same.
        try FileManager.default.removeItem(atPath: bench.place.directory.ledger)
        let reopened = try await bench.open()
        let folded = try reopened.ledger.foundCounts()
        #expect(folded.needs == counts.needs && folded.documented == 1)
        try await reopened.close()
    }
}
