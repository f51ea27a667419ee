import Foundation
import Mail
import Testing

@testable import Ledger
@testable import Office

@Suite("Lane board")
struct LaneBoardTests {
    private static let now = Moment(milliseconds: 1_795_000_000_000)

    private static func board(
        _ rules: [(String, LaneState)],
        _ held: [HeldRow] = [],
        atMost limit: Int = 24
    ) throws -> LaneBoard {
        let settings = try rules.map { LaneSetting(try LaneSelector($0.0), $0.1) }
        let request = LaneRequest(settings: settings, reason: "test")
        let plan = LanePlan.normal.applying(
            LanePlan.normal.change(request, by: .local, at: Moment(milliseconds: 0))
        )
        let calendar = try #require(OfficeCalendar("UTC"))
        return LaneBoard(LaneJudge(plan, calendar), held, at: now, atMost: limit)
    }

    private static func held(
        _ country: String,
        _ product: Product,
        _ items: Int
    ) throws -> HeldRow {
        HeldRow(
            destination: try #require(Country(country)),
            product: product,
            data: true,
            lane: "any",
            items: items,
            since: Moment(milliseconds: Int64(items))
        )
    }

    @Test("a cell has the state of most of its lanes, and says where not all have it")
    func cells() throws {
        let board = try Self.board([
            ("dest=US,data=yes", .held(limit: nil)),
            ("dest=US,product=parcel,channel=counter,data=yes", .closed),
        ])
        let us = try #require(board.rows.first)
        let correspondence = try #require(us.cells.first)
        #expect(correspondence.state == .open && !correspondence.isMixed)
        let parcel = try #require(us.cells.first { $0.column == .goods(.parcel) })
        #expect(parcel.state == .held && parcel.isMixed)
        let packet = try #require(us.cells.first { $0.column == .goods(.packet) })
        #expect(packet.state == .held && !packet.isMixed)
        let rest = try #require(board.rows.last)
        #expect(rest.destination == nil && rest.cells.allSatisfy { $0.state == .open })
    }

    @Test("what is held stands in one row: its country's, its group's, or everywhere else's")
    func sharesWhatIsHeld() throws {
        let held = [
            try Self.held("US", .parcel, 7), try Self.held("FR", .parcel, 5),
            try Self.held("DE", .packet, 3), try Self.held("JP", .packet, 2),
            try Self.held("BR", .packet, 1),
        ]
        let board = try Self.board(
            [("dest=FR+DE", .held(limit: nil)), ("dest=US", .closed)],
            held,
            atMost: 4
        )
        let names = board.rows.map { $0.destination?.text }
        #expect(names == ["US", "DE+FR", "FR", "DE", nil])
        #expect(board.rows.map(\.held) == [7, 0, 5, 3, 3])
        #expect(board.held == 18 && board.unshown == 2)
        #expect(board.since == Moment(milliseconds: 1))
    }

    @Test("what is tallied is what is held, whatever happens to items")
    func tallies() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let ledger = desk.ledger
        func recount() throws -> [String: Int] {
            Dictionary(
                try ledger.backlog().map { ("\($0.destination) \($0.product)", $0.items) },
                uniquingKeysWith: +
            )
        }
        func tally() throws -> [String: Int] {
            Dictionary(
                try ledger.heldTally()
                    .map { ("\($0.destination.code) \($0.product.rawValue)", $0.items) },
                uniquingKeysWith: +
            )
        }
        try await bench.set("data=yes {\"state\":\"held\"}", on: &desk)
        _ = try await bench.packets((0..<9).map(String.init), on: &desk)
        #expect(try tally() == recount())
        #expect(try tally().values.reduce(0, +) == 9)
        let id = try #require(try desk.ledger.items(ItemFilter(), limit: 1).first?.id)
        let now = bench.time.clock.now()
        let move = ItemMove(item: id, to: .cancelled, reason: "r", by: .local, at: now)
        try await desk.record([.itemMoved(move)], at: now)
        #expect(try tally() == recount())
        #expect(try tally().values.reduce(0, +) == 8)
        try await bench.set("data=yes {\"state\":\"open\"}", on: &desk)
        let release = ReleaseOrder(.any, perHour: 3, reason: "r")
        _ = try await desk.perform(.planRelease(release, by: .local), at: now)
        _ = try await desk.perform(.releaseDue, at: now)
        #expect(try tally() == recount())
        let list = try ReleaseList(desk.ledger, desk.lanes.calendar, at: now)
        #expect(list.rows.map(\.planned) == [8] && list.rows.map(\.released) == [3])
        #expect(try desk.ledger.unplannedItems() == 0)
        try await bench.set("data=yes {\"state\":\"held\"}", on: &desk)
        _ = try await bench.packets(["later"], on: &desk)
        #expect(try desk.ledger.unplannedItems() == 1)
        try await desk.close()
    }
}
