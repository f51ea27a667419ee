import Ledger
import Mail
import Testing

@testable import Office

/// Simulated days and the office at work come to the same, to the item.
@Suite("Simulated days")
struct LaneSimulationTests {
    /// An office with a backlog of three customers and letters, two release plans, a cap, a rule that
    /// begins in the middle of an hour, and a strike.
    private func office() async throws -> LaneBench {
        let bench = try await LaneBench("2026-03-27T09:20", zone: "Europe/London")
        var desk = try await bench.open()
        try await bench.set("any {\"state\":\"held\"}", on: &desk)
        for (customer, count) in [("fox", 40), ("owl", 9), ("elk", 3)] {
            _ = try await bench.packets(
                (1...count).map { "\(customer)\($0)" },
                customer: customer,
                on: &desk
            )
        }
        _ = try await bench.lodge((1...12).map { try Example.letter("l\($0)") }, on: &desk)
        try await bench.set("any {\"state\":\"open\"}", on: &desk)
        try await bench.set(
            "dest=PL {\"state\":\"capped\",\"perDay\":8,\"perHour\":3,\"over\":\"refuse\"}",
            on: &desk
        )
        let now = bench.time.clock.now()
        func later(_ minutes: Int64) -> Moment {
            Moment(milliseconds: now.milliseconds + minutes * 60_000)
        }
        let closed = LaneSetting(
            try LaneSelector("dest=FR"),
            .held(limit: nil),
            from: later(65),
            to: later(70)
        )
        let request = LaneRequest(settings: [closed], reason: "r")
        let proposed = try await desk.perform(.change(request, by: .staff("ada")), at: now)
        if case .proposed(let proposal) = proposed {
            _ = try await desk.perform(.approve(proposal.id, by: .staff("ben")), at: now)
        }
        for (day, percent) in [("2026-03-28", 0), ("2026-03-30", 50)] {
            let strike = CapacityDay(
                day: try #require(CalendarDay(day)),
                kind: .strike,
                percent: percent,
                label: "strike",
                by: .local,
                at: now
            )
            _ = try await desk.perform(.setCapacity(try #require(strike)), at: now)
        }
        for (selector, rate) in [("dest=FR", 2), ("any", 4)] {
            let release = ReleaseOrder(try LaneSelector(selector), perHour: rate, reason: "r")
            let order = LaneOrder.planRelease(release, by: .local)
            _ = try await desk.perform(order, at: now)
        }
        try await desk.close()
        return bench
    }

    @Test("agree with the release loop to the item, strike days and summer time in between")
    func agree() async throws {
        let bench = try await office()
        var desk = try await bench.open()
        let releases = try desk.ledger.releases()
            .map {
                LaneSimulation.Release(
                    $0,
                    try desk.ledger.releaseQueue($0.id, after: 0, limit: .max)
                )
            }
        #expect(releases.map(\.waiting) == [12, 64])
        var simulation = LaneSimulation(
            releases,
            desk.lanes,
            desk.ledger,
            at: bench.time.clock.now()
        )
        try simulation.run(days: 12)

        var counts: [String: Int] = [:]
        var stepped = 0
        while true {
            let now = bench.time.clock.now()
            let day = desk.lanes.calendar.window(at: now).day
            if counts[day] == nil {
                if counts.count == 12 { break }
                counts[day] = 0
            }
            let answer = try await desk.perform(.releaseDue, at: now)
            guard case .released(let items) = answer else { return }
            counts[day, default: 0] += items
            // Five minutes at a time: the office looks often, the simulation at each turn of hour.
            bench.time.pass(seconds: 300)
            stepped += 1
        }
        #expect(stepped > 3000)
        let order = try desk.ledger.events(after: 0, limit: 10_000)
            .filter { $0.kind == "item.released" }.map(\.item)
        #expect(simulation.released == order)
        #expect(order.count == 64)
        for day in simulation.days { #expect(counts[day.day] == day.released, "\(day.day)") }
        #expect(simulation.days[1].released == 0 && simulation.days[1].day == "2026-03-28")
        #expect(simulation.days[3].released < simulation.days[2].released)
        #expect(simulation.releases.allSatisfy { $0.waiting == 0 && $0.clearedAt != nil })
        try await desk.close()
    }

    @Test("what comes in is judged as it would be, and no fraction of it is lost")
    func arrivals() async throws {
        let bench = try await LaneBench("2026-11-24T00:00")
        var desk = try await bench.open()
        try await bench.set(
            "data=yes {\"state\":\"capped\",\"perDay\":5,\"over\":\"hold\"}",
            on: &desk
        )
        let country = try #require(Country("PL"))
        let lanes = [true, false]
            .map {
                LaneKey(
                    country: country,
                    product: .packetTracked,
                    channel: .api,
                    kind: .business,
                    data: $0
                )
            }
        let arrivals = zip(lanes, [7.5, 3])
            .map {
                LaneSimulation.Arrivals($0, customer: "", perDay: $1)
            }
        var simulation = LaneSimulation(
            [],
            arrivals: arrivals,
            desk.lanes,
            desk.ledger,
            at: bench.time.clock.now()
        )
        try simulation.run(days: 4)
        #expect(simulation.days.map { $0.lodged + $0.held } == [10, 11, 10, 11])
        #expect(simulation.days.map(\.lodged) == [8, 8, 8, 8])
        #expect(try desk.ledger.itemCount() == 0, "nothing is recorded")
        try await desk.close()
    }

    @Test("a day of nothing refuses, and says the first day on which anything is done")
    func capacity() async throws {
        let bench = try await LaneBench("2026-12-23T10:00")
        var desk = try await bench.open()
        try await bench.set(
            "any {\"state\":\"capped\",\"perDay\":5,\"over\":\"refuse\"}",
            on: &desk
        )
        let now = bench.time.clock.now()
        for (day, percent) in [("2026-12-23", 0), ("2026-12-24", 0), ("2026-12-25", 50)] {
            let set = CapacityDay(
                day: try #require(CalendarDay(day)),
                kind: .closure,
                percent: percent,
                label: "closed",
                by: .local,
                at: now
            )
            _ = try await desk.perform(.setCapacity(try #require(set)), at: now)
        }
        let refused = try await bench.lodge([try Example.packet("a")], on: &desk)
        guard case .refused(let findings) = try #require(refused.first) else { return }
        #expect(findings.first?.details["resume"] == "2026-12-25T00:00:00.000Z")
        bench.time.pass(seconds: 2 * 86_400)
        let words = try await bench.packets((1...4).map { "b\($0)" }, on: &desk)
        #expect(words == ["lodged", "lodged", "lane_limited", "lane_limited"])
        try await desk.close()
    }
}
