import Foundation
import Ledger
import Mail
import Rules
import Testing

@testable import Office

/// Never more than a cap lets through, whatever happens to the office or its clock.
@Suite("Caps of lanes")
struct LaneCapTests {
    private func cap(_ members: String) -> String { "any {\"state\":\"capped\",\(members)}" }

    private func names(_ stem: String, _ count: Int) -> [String] {
        (1...count).map { "\(stem)\($0)" }
    }

    private func lodged(_ words: [String]) -> Int { words.filter { $0 == "lodged" }.count }

    @Test("by the hour and by the day of the office, told when there is room again")
    func windows() async throws {
        let bench = try await LaneBench("2026-11-24T22:30", zone: "Europe/London")
        var desk = try await bench.open()
        try await bench.set(cap("\"perHour\":2,\"perDay\":3,\"over\":\"refuse\""), on: &desk)
        #expect(lodged(try await bench.packets(names("a", 5), on: &desk)) == 2)
        let refused = try await bench.lodge([try Example.packet("x")], on: &desk)
        guard case .refused(let findings) = try #require(refused.first) else { return }
        #expect(findings.first?.details["resume"] == "2026-11-24T23:00:00.000Z")
        #expect(findings.first?.details["seconds"] == "1800")
        bench.time.pass(seconds: 1800)
        #expect(lodged(try await bench.packets(names("b", 5), on: &desk)) == 1)
        let day = try await bench.lodge([try Example.packet("y")], on: &desk)
        guard case .refused(let more) = try #require(day.first) else { return }
        #expect(more.first?.details["resume"] == "2026-11-25T00:00:00.000Z")
        bench.time.pass(seconds: 3600)
        #expect(lodged(try await bench.packets(names("c", 5), on: &desk)) == 2)
        try await desk.close()
    }

    @Test("one customer takes at most the share that the rule states; above it is held")
    func shares() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(
            cap("\"perDay\":10,\"over\":\"hold\",\"share\":30"),
            on: &desk
        )
        let fox = try await bench.packets(names("f", 8), customer: "fox", on: &desk)
        #expect(lodged(fox) == 3 && fox.filter { $0 == "held" }.count == 5)
        let others = try await ["owl", "elk", "bee"]
            .asyncMap { try await bench.packets(names($0, 4), customer: $0, on: &desk) }
        #expect(others.map(lodged) == [3, 3, 1])
        // What was held did not count, and waits under the rule's lane.
        #expect(try desk.ledger.laneHeld("any") == 5 + 1 + 1 + 3)
        try await desk.close()
    }

    @Test("a restart, a lost ledger and a new rule of the same lanes grant nothing again")
    func survives() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(cap("\"perDay\":5,\"over\":\"refuse\""), on: &desk)
        #expect(lodged(try await bench.packets(names("a", 3), on: &desk)) == 3)
        try await desk.close()
        desk = try await bench.open()
        #expect(lodged(try await bench.packets(names("b", 1), on: &desk)) == 1)
        try await desk.close()
        try FileManager.default.removeItem(atPath: bench.place.directory.ledger)
        desk = try await bench.open()
        try await bench.set(cap("\"perDay\":6,\"over\":\"refuse\""), on: &desk)
        #expect(lodged(try await bench.packets(names("c", 4), on: &desk)) == 2)
        try await desk.close()
    }

    @Test("an hour that the clock shows twice is two hours, a day is a day however long")
    func summerTimeEnds() async throws {
        let bench = try await LaneBench("2026-10-25T01:30", zone: "Europe/London")
        var desk = try await bench.open()
        try await bench.set(cap("\"perHour\":2,\"perDay\":5,\"over\":\"refuse\""), on: &desk)
        var counts: [Int] = []
        for hour in 0..<4 {
            counts.append(lodged(try await bench.packets(names("h\(hour)-", 3), on: &desk)))
            bench.time.pass(seconds: 3600)
        }
        // 01:30 summer time, 01:30 winter time, 02:30; then the day's five are used up.
        #expect(counts == [2, 2, 1, 0])
        try await desk.close()
    }

    @Test("a day that loses an hour begins and ends where the wall says")
    func summerTimeBegins() throws {
        let calendar = try #require(OfficeCalendar("Europe/London"))
        let noon = try #require(calendar.moment("2026-03-29T12:00"))
        #expect(noon.text == "2026-03-29T11:00:00.000Z")
        #expect(calendar.nextDay(after: noon).text == "2026-03-29T23:00:00.000Z")
        let before = try #require(calendar.moment("2026-03-29T00:30"))
        #expect(calendar.window(at: before).hour == "2026-03-29T00+00:00")
        #expect(calendar.window(at: calendar.nextHour(after: before)).hour == "2026-03-29T02+01:00")
        #expect(calendar.moment("2026-03-29")?.text == "2026-03-29T00:00:00.000Z")
        #expect(calendar.moment("2026-10-25T01:30")?.text == "2026-10-25T00:30:00.000Z")
        #expect(calendar.moment("2026-10-25T01:30+00:00")?.text == "2026-10-25T01:30:00.000Z")
    }

    @Test(
        "what is no moment is none",
        arguments: ["", "2026-13-01", "2026-10-25T", "2026-10-25T9:00", "2026-10-25T24:00", "x"]
    )
    func refusesMoments(_ text: String) throws {
        #expect(try #require(OfficeCalendar("UTC")).moment(text) == nil)
    }

    @Test("hours of a zone that is half an hour off begin on its own wall")
    func halfHours() throws {
        let calendar = try #require(OfficeCalendar("Asia/Kolkata"))
        let moment = try #require(calendar.moment("2026-11-24T10:15"))
        #expect(moment.text == "2026-11-24T04:45:00.000Z")
        #expect(calendar.window(at: moment).hour == "2026-11-24T10+05:30")
        #expect(calendar.nextHour(after: moment).text == "2026-11-24T05:30:00.000Z")
    }

    @Test("a clock that goes back grants nothing again")
    func clockGoesBack() async throws {
        let bench = try await LaneBench("2026-11-24T12:30")
        var desk = try await bench.open()
        try await bench.set(cap("\"perHour\":2,\"over\":\"refuse\""), on: &desk)
        #expect(lodged(try await bench.packets(names("a", 3), on: &desk)) == 2)
        bench.time.pass(seconds: -3 * 3600)
        #expect(lodged(try await bench.packets(names("b", 3), on: &desk)) == 0)
        try await desk.close()
        desk = try await bench.open()
        #expect(lodged(try await bench.packets(names("c", 3), on: &desk)) == 0)
        bench.time.pass(seconds: 3 * 3600 + 1800)
        #expect(lodged(try await bench.packets(names("d", 3), on: &desk)) == 2)
        // Days ahead by mistake, and put right: the real hour still knows what it has used.
        bench.time.pass(seconds: 90 * 86_400)
        #expect(lodged(try await bench.packets(names("e", 3), on: &desk)) == 2)
        bench.time.pass(seconds: -90 * 86_400)
        #expect(lodged(try await bench.packets(names("f", 3), on: &desk)) == 0)
        try await desk.close()
    }

    @Test("many at once never get more than the cap")
    func concurrent() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(cap("\"perDay\":40,\"over\":\"refuse\""), on: &desk)
        try await desk.close()
        try await Workplace.serving(bench.place.directory, clock: bench.time.clock) { office in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for caller in 0..<25 {
                    group.addTask {
                        let lodgings = try (0..<4).map { try Example.packet("\(caller)-\($0)") }
                        return try await office.lodge(lodgings).filter { $0.item != nil }.count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(counts == 40)
            #expect(try office.ledger.itemCount() == 40)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(
        _ transform: (Element) async throws -> Value
    ) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
