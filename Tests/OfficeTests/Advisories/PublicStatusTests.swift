import Mail
import Testing

@testable import Office

/// The public's words are those of the plan that decides.
@Suite("The public status")
struct PublicStatusTests {
    private static let now = Moment(milliseconds: 1_795_000_000_000)

    private func status(_ settings: [(String, LaneState)]) throws -> PublicStatus {
        let request = LaneRequest(
            settings: try settings.map { LaneSetting(try LaneSelector($0.0), $0.1) },
            reason: "test"
        )
        let change = LanePlan.normal.change(request, by: .local, at: Self.now)
        return PublicStatus(
            LaneJudge(LanePlan.normal.applying(change), try #require(OfficeCalendar("UTC"))),
            advisories: [],
            days: [],
            changed: Self.now,
            at: Self.now
        )
    }

    private static let cap = LaneCap(perHour: nil, perDay: 5).map { LaneState.capped($0) } ?? .open

    @Test(
        "answers first what everybody asks",
        arguments: [
            ([], PublicStatus.Answer.everything), ([("any", .closed)], .nothing),
            ([("any", .held(limit: nil))], .waits), ([("any", cap)], .limited),
            ([("any", .closed), ("data=no", .open)], .letters),
            ([("any", .held(limit: nil)), ("data=no", cap)], .letters),
            ([("dest=US", .closed)], .except), ([("dest=US,data=yes", .held(limit: 3))], .except),
            ([("any", .held(limit: nil)), ("dest=US", .open)], .partly),
            ([("product=parcel,data=yes", .closed)], .partly),
        ] as [([(String, LaneState)], PublicStatus.Answer)]
    )
    func answers(_ settings: [(String, LaneState)], _ answer: PublicStatus.Answer) throws {
        #expect(try status(settings).answer == answer)
    }

    @Test("tells products and doors apart only where they fare differently")
    func lines() throws {
        let status = try status([
            ("dest=US,data=yes", .held(limit: nil)), ("dest=US,product=ems,data=yes", .open),
            ("dest=US,channel=counter,data=no", .closed),
        ])
        #expect(status.rows.map { $0.destination?.text } == ["US", nil])
        let lines = status.rows[0].lines
        #expect(lines.map(\.what).prefix(2) == [.letters, .letters])
        #expect(lines.map(\.doors)[0] == [.counter] && lines[0].state == .all(.closed))
        #expect(lines.map(\.doors)[1] == [.online, .accounts] && lines[1].state == .all(.open))
        let goods = lines.dropFirst(2)
        #expect(goods.map(\.state) == [.all(.held), .all(.open)])
        #expect(goods.last?.what == .goods([.ems]))
        #expect(goods.allSatisfy { $0.doors.count == 3 })
        #expect(status.rows[0].component == .partial)
        #expect(status.rows[1].component == .operational)
        #expect(status.rows[1].lines.count == 2)
    }

    @Test("every state of a line is what the plan decides for each of its lanes")
    func agrees() throws {
        let status = try status(
            [
                ("dest=FR+DE,data=yes", Self.cap), ("dest=FR,kind=private", .closed),
                ("territory:eu,channel=api", .closed), ("product=letter", .held(limit: nil)),
            ]
            .map { ($0.0.hasPrefix("territory") ? "dest=" + $0.0 : $0.0, $0.1) }
        )
        let france = try #require(status.rows.first { $0.destination?.text == "FR" })
        // A private person and a business do not fare alike there.
        #expect(france.lines.contains { if case .differs = $0.state { true } else { false } })
        #expect(france.lines.allSatisfy { $0.state.strictest == .closed })
    }

    @Test("is as new as the last thing that changed it, schedules included")
    func updates() throws {
        let begun = Moment(milliseconds: Self.now.milliseconds + 3_600_000)
        let request = LaneRequest(
            settings: [LaneSetting(.any, .closed, from: begun)],
            reason: "strike"
        )
        let plan = LanePlan.normal.applying(
            LanePlan.normal.change(request, by: .local, at: Self.now)
        )
        let calendar = try #require(OfficeCalendar("UTC"))
        func status(at now: Moment) -> PublicStatus {
            PublicStatus(
                LaneJudge(plan, calendar),
                advisories: [],
                days: [],
                changed: Self.now,
                at: now
            )
        }
        #expect(status(at: Self.now).lastUpdate == Self.now)
        #expect(status(at: Self.now).answer == .everything)
        #expect(status(at: begun).lastUpdate == begun && status(at: begun).answer == .nothing)
    }
}
