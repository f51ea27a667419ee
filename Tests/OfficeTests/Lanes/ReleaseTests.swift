import Foundation
import Ledger
import Mail
import Testing

@testable import Office

/// The backlog and how it is let go.
@Suite("Releases")
struct ReleaseTests {
    private let hold = "any {\"state\":\"held\"}"
    private let open = "any {\"state\":\"open\"}"

    private func plan(
        _ selector: LaneSelector = .any,
        perHour: Int,
        on desk: inout OfficeDesk,
        _ bench: LaneBench
    ) async throws -> (id: String, items: Int) {
        let release = ReleaseOrder(selector, perHour: perHour, reason: "restored")
        let order = LaneOrder.planRelease(release, by: .staff("ada"))
        let answer = try await desk.perform(order, at: bench.time.clock.now())
        guard case .planned(let id, let items) = answer else { throw LaneRefusal.nothingAsked }
        return (id, items)
    }

    private func run(_ desk: inout OfficeDesk, _ bench: LaneBench) async throws -> Int {
        let answer = try await desk.perform(.releaseDue, at: bench.time.clock.now())
        guard case .released(let items) = answer else { throw LaneRefusal.nothingAsked }
        return items
    }

    /// The references of what was released, in the order in which it was.
    private func order(_ desk: borrowing OfficeDesk) throws -> [String] {
        let references = Dictionary(
            uniqueKeysWithValues: try desk.ledger.items(ItemFilter(), limit: 10_000)
                .map { ($0.id, $0.reference ?? "") }
        )
        return try desk.ledger.events(after: 0, limit: 10_000)
            .filter { $0.kind == "item.released" }
            .compactMap { $0.item.flatMap { references[$0] } }
    }

    @Test("letters first, then customers in turn, each with the oldest; so many an hour")
    func isFair() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(hold, on: &desk)
        for (customer, count) in [("fox", 5), ("owl", 2), ("elk", 1)] {
            _ = try await bench.packets(
                (1...count).map { "\(customer)\($0)" },
                customer: customer,
                on: &desk
            )
        }
        _ = try await bench.lodge([try Example.letter("letter")], on: &desk)
        try await bench.set(open, on: &desk)
        let plan = try await plan(perHour: 4, on: &desk, bench)
        #expect(plan.id == "r1" && plan.items == 9)
        #expect(try await run(&desk, bench) == 4)
        #expect(try await run(&desk, bench) == 0)
        // What is held later has no place in this plan.
        try await bench.set(hold, on: &desk)
        _ = try await bench.packets(["late"], customer: "bee", on: &desk)
        try await bench.set(open, on: &desk)
        for _ in 0..<3 {
            bench.time.pass(seconds: 3600)
            _ = try await run(&desk, bench)
        }
        #expect(
            try order(desk) == [
                "letter", "fox1", "owl1", "elk1", "fox2", "owl2", "fox3", "fox4", "fox5",
            ]
        )
        #expect(try desk.ledger.releaseProgress("r1").waiting == 0)
        #expect(try desk.ledger.backlog().map(\.items) == [1])
        #expect(try desk.ledger.laneHeld("any") == 1)
        try await desk.close()
    }

    @Test("an item goes only while its lane flows, and a cap counts it then")
    func asksTheLane() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(hold, on: &desk)
        _ = try await bench.packets(["a", "b", "c", "d"], on: &desk)
        _ = try await bench.lodge([try Example.letter("letter")], on: &desk)
        _ = try await plan(perHour: 100, on: &desk, bench)
        #expect(try await run(&desk, bench) == 0, "the lane is held")
        // Letters go past goods that may not.
        try await bench.set("data=no {\"state\":\"open\"}", on: &desk)
        #expect(try await run(&desk, bench) == 1)
        try await bench.set(
            "dest=PL {\"state\":\"capped\",\"perDay\":3,\"over\":\"refuse\"}",
            on: &desk
        )
        #expect(try await bench.packets(["new"], on: &desk) == ["lodged"])
        #expect(try await run(&desk, bench) == 2, "one of three was lodged today")
        #expect(try await bench.packets(["newer"], on: &desk) == ["lane_limited"])
        bench.time.pass(seconds: 86_400)
        #expect(try await run(&desk, bench) == 2)
        #expect(try order(desk) == ["letter", "a", "b", "c", "d"])
        try await desk.close()
    }

    @Test(
        "broken off anywhere, it goes on exactly where it was",
        arguments: [1, 2, 5, 7, 11]
    )
    func survives(_ stop: Int) async throws {
        func run(broken: Int?) async throws -> [String] {
            let bench = try await LaneBench()
            var desk = try await bench.open()
            try await bench.set(hold, on: &desk)
            for customer in ["fox", "owl"] {
                let references = (1...8).map { "\(customer)\($0)" }
                _ = try await bench.packets(references, customer: customer, on: &desk)
            }
            try await bench.set(
                "any {\"state\":\"capped\",\"perHour\":3,\"over\":\"refuse\"}",
                on: &desk
            )
            _ = try await plan(perHour: 5, on: &desk, bench)
            var counts: [String] = []
            for hour in 0..<8 {
                if let broken, hour == broken % 6 {
                    try await desk.close()
                    // With an odd stop the ledger is lost, too, and made again of the journal.
                    if broken % 2 == 1 {
                        try FileManager.default.removeItem(atPath: bench.place.directory.ledger)
                    }
                    desk = try await bench.open()
                }
                counts.append("\(try await self.run(&desk, bench))")
                bench.time.pass(seconds: 3600)
            }
            let order = try order(desk)
            try await desk.close()
            return counts + order
        }
        let whole = try await run(broken: nil)
        #expect(whole.prefix(8) == ["3", "3", "3", "3", "3", "1", "0", "0"])
        #expect(try await run(broken: stop) == whole)
    }

    @Test("only what is asked for, and nothing more once it is stopped")
    func stops() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(hold, on: &desk)
        _ = try await bench.packets(["a", "b", "c"], on: &desk)
        _ = try await bench.lodge([try Example.letter("letter")], on: &desk)
        try await bench.set(open, on: &desk)
        let selector = try LaneSelector("dest=PL+DE,data=yes,channel=file,kind=business")
        #expect(try await plan(selector, perHour: 1, on: &desk, bench).items == 3)
        #expect(try await plan(LaneSelector(data: false), perHour: 9, on: &desk, bench).items == 1)
        #expect(try await run(&desk, bench) == 2)
        let stop = LaneOrder.stopRelease("r1", reason: "strike", by: .local)
        #expect(try await desk.perform(stop, at: bench.time.clock.now()) == .stopped)
        bench.time.pass(seconds: 3600)
        #expect(try await run(&desk, bench) == 0)
        await #expect(throws: LaneRefusal.releaseUnknown("r1")) {
            _ = try await desk.perform(stop, at: bench.time.clock.now())
        }
        await #expect(throws: LaneRefusal.rateMissing(0)) {
            _ = try await self.plan(perHour: 0, on: &desk, bench)
        }
        // A plan again takes what still waits.
        #expect(try await plan(perHour: 9, on: &desk, bench).items == 2)
        #expect(try await run(&desk, bench) == 2)
        try await desk.close()
    }

    @Test("what was in the building leaves while nothing new is taken, when two say so")
    func closedToo() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(hold, on: &desk)
        _ = try await bench.packets(["a", "b"], on: &desk)
        _ = try await bench.lodge([try Example.letter("letter")], on: &desk)
        try await bench.set("any {\"state\":\"closed\"}", on: &desk)
        _ = try await plan(perHour: 9, on: &desk, bench)
        #expect(try await run(&desk, bench) == 0, "a plan for lanes that flow")
        func order(_ approvedBy: Author?) -> LaneOrder {
            let release = ReleaseOrder(
                .any,
                perHour: 9,
                closedToo: true,
                reason: "in the building",
                approvedBy: approvedBy
            )
            return .planRelease(release, by: .staff("ada"))
        }
        let now = bench.time.clock.now()
        await #expect(throws: LaneRefusal.approvalMissing) {
            _ = try await desk.perform(order(nil), at: now)
        }
        await #expect(throws: LaneRefusal.samePerson("staff:ada")) {
            _ = try await desk.perform(order(.staff("Ada")), at: now)
        }
        let planned = try await desk.perform(order(.staff("ben")), at: now)
        #expect(planned == .planned(id: "r2", items: 3))
        try await bench.set("data=no {\"state\":\"held\"}", on: &desk)
        #expect(try await run(&desk, bench) == 2, "held lanes let nothing go")
        #expect(try await bench.packets(["c"], on: &desk) == ["lane_closed"])
        #expect(try desk.ledger.releases().last?.approvedBy == .staff("ben"))
        try await desk.close()
    }

    @Test("a served office lets go by itself")
    func serves() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(hold, on: &desk)
        _ = try await bench.packets((1...30).map { "a\($0)" }, on: &desk)
        try await bench.set(open, on: &desk)
        _ = try await plan(perHour: 25, on: &desk, bench)
        try await desk.close()
        let time = bench.time
        try await Workplace.serving(bench.place.directory, clock: time.clock) { office in
            let runner = Task { await office.runReleases(pause: .milliseconds(5)) { _ in } }
            while try office.ledger.releaseProgress("r1").waiting > 5 { await Task.yield() }
            time.pass(seconds: 3600)
            while try office.ledger.releaseProgress("r1").waiting > 0 { await Task.yield() }
            runner.cancel()
            await runner.value
            #expect(try office.ledger.stateCounts()[.released] == 30)
        }
    }

    @Test("what was paid for and never came is listed")
    func unaccepted() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        var paid = try Example.packet("paid").lodgement
        paid.postage = LodgedAmount()
        paid.postage?.amount = "12.35"
        paid.postage?.currency = "GBP"
        let lodging = Lodging(
            key: .reference("paid"),
            lodgement: paid,
            channel: .file,
            findings: []
        )
        _ = try await bench.lodge([lodging, try Example.packet("free")], on: &desk)
        let rows = try desk.ledger.unaccepted(from: 0, limit: 10)
        #expect(rows.map(\.reference) == ["paid"] && rows.map(\.postage) == ["12.35 GBP"])
        #expect(try desk.ledger.unaccepted(from: rows[0].entry + 1, limit: 10).isEmpty)
        let item = try #require(ItemID(rows[0].item))
        _ = try await desk.move(
            item,
            to: .accepted,
            reason: nil,
            by: .local,
            at: bench.time.clock.now()
        )
        #expect(try desk.ledger.unaccepted(from: 0, limit: 10).isEmpty)
        try await desk.close()
    }
}
