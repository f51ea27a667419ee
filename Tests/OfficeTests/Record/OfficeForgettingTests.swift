import Foundation
import Glibc
import Journal
import Ledger
import Mail
import Testing

@testable import Office

@Suite("Forgetting in an office")
struct OfficeForgettingTests {
    private let month = CalendarMonth(year: 2026, month: 11)
    /// Half a year behind the clock of a ``Workplace``.
    private let later = OfficeClock { Moment(milliseconds: 1_811_000_000_000) }
    private let item = ItemID("LA990000006GB")

    /// An office whose November holds personal data and no open item, and its spools.
    private func workplace() async throws -> Workplace {
        let place = try await Workplace()
        var desk = try await place.open()
        let item = try #require(item)
        try await desk.record(
            [.documentsIssued(DocumentsIssued(item: item, digests: [.label: "00"]))],
            at: place.clock.now()
        )
        try await desk.close()
        for name in ["out/today.csv", "in/november.csv", "out/sub/merged-label.pdf"] {
            try spool(name, in: place, at: name.contains("today") ? 1_810_000_000 : 1_795_000_000)
        }
        return place
    }

    private func spool(_ name: String, in place: Workplace, at seconds: Int) throws {
        let path = place.directory.root + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data("personal".utf8).write(to: URL(filePath: path))
        let date = Date(timeIntervalSince1970: TimeInterval(seconds))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }

    private func forget(
        _ place: Workplace,
        by people: [String]?
    ) async throws -> OfficeForgetting.Plan {
        try await OfficeForgetting.run(
            place.directory,
            month: month,
            confirmations: people?
                .map {
                    Forgetting.Confirmation(person: $0, typed: "2026-11-personal")
                },
            clock: later
        )
    }

    private func exists(_ name: String, in place: Workplace) -> Bool {
        FileManager.default.fileExists(atPath: place.directory.root + "/" + name)
    }

    @Test("what was spooled in the month is listed first and removed when two have confirmed")
    func purges() async throws {
        let place = try await workplace()
        let expected = ["in/november.csv", "out/sub/merged-label.pdf"]
        #expect(try await forget(place, by: nil).spooled == expected)
        #expect(expected.allSatisfy { exists($0, in: place) })
        await #expect(throws: ForgetRefusal.self) { try await forget(place, by: ["ada"]) }
        #expect(expected.allSatisfy { exists($0, in: place) })
        #expect(try await forget(place, by: ["ada", "ben"]).spooled == expected)
        #expect(expected.allSatisfy { !exists($0, in: place) })
        #expect(exists("out/today.csv", in: place))
    }

    @Test("what was begun by then and not finished goes too, and nothing that came later")
    func purgesTheUnfinished() async throws {
        let place = try await workplace()
        let kept = try KeptStore(path: place.directory.kept)
        let later = Moment(milliseconds: 1_811_000_000_000)
        try kept.begin("old", on: .answers, [1], at: place.clock.now())
        try kept.begin("new", on: .answers, [2], at: later)
        try kept.begin("file", on: .uploads, [3], at: Moment(milliseconds: 1_796_000_000_000))
        // Beginning the second let go of the first, whose two hours were over.
        let found = try await forget(place, by: nil).unfinished
        #expect(try await forget(place, by: ["ada", "ben"]).unfinished == found)
        #expect(try kept.head("new", on: .answers, at: later) == [2])
        #expect(try await forget(place, by: nil).unfinished == 0)
        #expect(found == 1)
    }

    @Test("a file named after an item goes with the item's month, whenever it was written")
    func namesDecide() async throws {
        let place = try await Workplace()
        for name in ["LA990000006GB-label.pdf", "LA990000010GB-label.pdf"] {
            try spool("out/" + name, in: place, at: 1_810_000_000)
            try spool("out/." + name + ".part", in: place, at: 1_795_000_000)
        }
        let purge = SpoolPurge(
            place.directory,
            items: [try #require(item)],
            seconds: month.start.seconds..<month.next.start.seconds
        )
        let found = try purge.files()
        #expect(found == ["out/.LA990000006GB-label.pdf.part", "out/LA990000006GB-label.pdf"])
        try purge.remove(found + ["out/gone.pdf"])
        #expect(try purge.files().isEmpty)
        #expect(exists("out/LA990000010GB-label.pdf", in: place))
    }

    @Test("the month's items are those lodged in it")
    func itemsOfTheMonth() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let step = try place.steps(desk).check
        let now = place.clock.now()
        _ = try await desk.lodge(
            try await step.check([try Example.packet("a")], at: now),
            at: now
        )
        let milliseconds = now.milliseconds
        #expect(try desk.ledger.items(from: milliseconds, until: milliseconds + 1) == [item])
        #expect(try desk.ledger.items(from: milliseconds + 1, until: .max).isEmpty)
        try await desk.close()
    }
}
