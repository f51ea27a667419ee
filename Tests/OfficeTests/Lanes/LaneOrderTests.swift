import Ledger
import Mail
import Testing

@testable import Office

@Suite("Orders about lanes")
struct LaneOrderTests {
    private let close = LaneRequest(settings: [LaneSetting(.any, .closed)], reason: "attack")

    private func proposal(_ answer: LaneAnswer) throws -> LaneProposal {
        guard case .proposed(let proposal) = answer else {
            throw LaneRefusal.nothingAsked
        }
        return proposal
    }

    @Test("what is dangerous waits for another person, and then holds")
    func twoPeople() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let now = bench.time.clock.now()
        let made = try await desk.perform(.change(close, by: .staff("ada")), at: now)
        let waiting = try proposal(made)
        #expect(waiting.id == "p1" && waiting.dangers == [.closes, .letters])
        #expect(try await bench.packets(["a"], on: &desk) == ["lodged"], "nothing has changed yet")
        for name in ["ada", "Ada"] {
            await #expect(throws: LaneRefusal.samePerson("staff:" + name)) {
                _ = try await desk.perform(.approve("p1", by: .staff(name)), at: now)
            }
        }
        await #expect(throws: LaneRefusal.proposalUnknown("p9")) {
            _ = try await desk.perform(.approve("p9", by: .staff("ben")), at: now)
        }
        let approved = try await desk.perform(.approve("p1", by: .staff("ben")), at: now)
        #expect(approved == .changed(version: 1))
        #expect(try await bench.packets(["b"], on: &desk) == ["lane_closed"])
        await #expect(throws: LaneRefusal.proposalDone("p1")) {
            _ = try await desk.perform(.approve("p1", by: .staff("eve")), at: now)
        }
        let rule = try #require(try desk.ledger.lanePlan().rules.first)
        #expect(rule.by == .staff("ada") && rule.approvedBy == .staff("ben"))
        #expect(rule.reason == "attack")
        try await desk.close()
    }

    @Test("what was proposed can be cancelled, once, by whoever may, and never comes back")
    func cancels() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let now = bench.time.clock.now()
        _ = try await desk.perform(.change(close, by: .staff("ada")), at: now)
        await #expect(throws: LaneRefusal.reasonMissing) {
            _ = try await desk.perform(.cancel("p1", reason: " ", by: .staff("ada")), at: now)
        }
        let cancel = LaneOrder.cancel("p1", reason: "not needed", by: .staff("ada"))
        let cancelled = try await desk.perform(cancel, at: now)
        #expect(cancelled == .cancelled)
        await #expect(throws: LaneRefusal.proposalCancelled("p1")) {
            _ = try await desk.perform(cancel, at: now)
        }
        await #expect(throws: LaneRefusal.proposalCancelled("p1")) {
            _ = try await desk.perform(.approve("p1", by: .staff("ben")), at: now)
        }
        #expect(try desk.ledger.laneProposals(openAt: now).isEmpty)
        #expect(try desk.ledger.laneProposal("p1")?.fate == .cancelled)
        _ = try await desk.perform(.change(close, by: .staff("ada")), at: now)
        _ = try await desk.perform(.approve("p2", by: .staff("ben")), at: now)
        await #expect(throws: LaneRefusal.proposalDone("p2")) {
            _ = try await desk.perform(.cancel("p2", reason: "r", by: .local), at: now)
        }
        #expect(try desk.ledger.lanePlan().version == 1)
        try await desk.close()
    }

    @Test("a key that somebody made is that somebody; one made on the machine is itself")
    func keysArePeople() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let now = bench.time.clock.now()
        for (id, maker) in [
            ("adas", Author.staff("Ada")), ("bens", .staff("ben")), ("made-here", .local),
        ] {
            let key = AccessKey(
                id: id,
                digest: id,
                name: id,
                role: .commander,
                mode: .test,
                customer: nil,
                expiresAt: nil,
                by: maker,
                at: now
            )
            try await desk.record([.accessKeyAdded(key)], at: now)
        }
        _ = try await desk.perform(.change(close, by: .staff("ada")), at: now)
        await #expect(throws: LaneRefusal.samePerson("key:adas")) {
            _ = try await desk.perform(.approve("p1", by: .key("adas")), at: now)
        }
        _ = try await desk.perform(.change(close, by: .key("adas")), at: now)
        await #expect(throws: LaneRefusal.samePerson("staff:ada")) {
            _ = try await desk.perform(.approve("p2", by: .staff("ada")), at: now)
        }
        _ = try await desk.perform(.change(close, by: .key("made-here")), at: now)
        await #expect(throws: LaneRefusal.samePerson("key:made-here")) {
            _ = try await desk.perform(.approve("p3", by: .key("made-here")), at: now)
        }
        let approved = try await desk.perform(.approve("p3", by: .key("bens")), at: now)
        #expect(approved == .changed(version: 1))
        try await desk.close()
    }

    @Test("a proposal ends with its day, and with the plan it was weighed against")
    func expires() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        _ = try await desk.perform(.change(close, by: .local), at: bench.time.clock.now())
        _ = try await desk.perform(.change(close, by: .local), at: bench.time.clock.now())
        try await bench.set("data=yes {\"state\":\"held\"}", on: &desk)
        await #expect(throws: LaneRefusal.proposalStale("p2", expected: 0, found: 1)) {
            _ = try await desk.perform(
                .approve("p2", by: .staff("ben")),
                at: bench.time.clock.now()
            )
        }
        bench.time.pass(seconds: 86_400)
        let later = bench.time.clock.now()
        await #expect(throws: LaneRefusal.proposalExpired("p1", at: later)) {
            _ = try await desk.perform(.approve("p1", by: .staff("ben")), at: later)
        }
        #expect(try desk.ledger.laneProposals(openAt: later).isEmpty)
        try await desk.close()
    }

    @Test("any past moment has its plan")
    func asOf() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        var moments = [bench.time.clock.now()]
        for state in ["held", "closed", "open"] {
            bench.time.pass(seconds: 60)
            try await bench.set("data=yes {\"state\":\"\(state)\"}", on: &desk)
            moments.append(bench.time.clock.now())
            bench.time.pass(seconds: 60)
        }
        let states = try moments.map { try desk.ledger.lanePlan(asOf: $0).rules.map(\.state.name) }
        #expect(states == [[], [.held], [.closed], [.open]])
        #expect(try desk.ledger.lanePlan() == desk.lanes.plan)
        #expect(try desk.ledger.laneChanges().map(\.version) == [1, 2, 3])
        try await desk.close()
    }

    @Test("what cannot be asked says why")
    func refuses() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let now = bench.time.clock.now()
        let past = Moment(milliseconds: now.milliseconds - 1)
        let requests: [(LaneRequest, LaneRefusal)] = [
            (LaneRequest(reason: "r"), .nothingAsked),
            (LaneRequest(settings: [LaneSetting(.any, .open)], reason: " "), .reasonMissing),
            (LaneRequest(drops: [7], reason: "r"), .ruleUnknown(7)),
            (
                LaneRequest(settings: [LaneSetting(.any, .open, from: now, to: now)], reason: "r"),
                .timesReversed(from: now.text, to: now.text)
            ),
            (
                LaneRequest(settings: [LaneSetting(.any, .open, to: past)], reason: "r"),
                .timePast(to: past.text)
            ),
        ]
        for (request, refusal) in requests {
            await #expect(throws: refusal) {
                _ = try await desk.perform(.change(request, by: .local), at: now)
            }
        }
        await #expect(throws: LaneRefusal.nameTaken("normal")) {
            _ = try await desk.perform(.save("normal", [], by: .local), at: now)
        }
        try await desk.close()
    }

    @Test("what a change affects is counted on what there is")
    func impact() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        for customer in ["fox", "owl"] {
            _ = try await bench.packets(["a", "b"], customer: customer, on: &desk)
        }
        let plan = desk.lanes.plan
        let request = LaneRequest(
            settings: [LaneSetting(try LaneSelector("dest=PL"), .closed)],
            reason: "r"
        )
        let now = bench.time.clock.now()
        let after = plan.applying(plan.change(request, by: .local, at: now))
        let impact = try LaneImpact(plan, after, desk.ledger, at: now)
        let row = LaneImpact.Row(before: .open, after: .closed, items: 4, customers: 2)
        #expect(impact.live == [row] && impact.lastDay == [row])
        let later = Moment(milliseconds: now.milliseconds + 2 * 86_400_000)
        #expect(try LaneImpact(plan, after, desk.ledger, at: later).lastDay.isEmpty)
        try await desk.close()
    }

    @Test("orders and answers come through the local socket as they are")
    func wire() throws {
        let at = Moment(milliseconds: 5)
        let setting = LaneSetting(.any, .closed, advisory: "a", from: at, to: at)
        let request = LaneRequest(clears: true, drops: [1], settings: [setting], reason: "r")
        let orders: [LaneOrder] = [
            .change(request, by: .staff("ada")), .approve("p1", by: .local),
            .save("mine", [setting], by: .staff("ben")),
            .planRelease(
                ReleaseOrder(
                    LaneSelector(data: true),
                    perHour: 7,
                    closedToo: true,
                    reason: "r",
                    approvedBy: .staff("ben")
                ),
                by: .staff("ada")
            ),
            .stopRelease("r1", reason: "r", by: .local), .releaseDue,
        ]
        for order in orders { #expect(try LocalWire.laneOrder(LocalWire.order(order)) == order) }
        let proposal = LaneProposal(
            id: "p1",
            request: request,
            version: 2,
            dangers: [.opens],
            by: .local,
            at: at,
            expiresAt: at
        )
        for answer in [
            LaneAnswer.changed(version: 3), .proposed(proposal), .saved,
            .planned(id: "r1", items: 9), .stopped, .released(4),
        ] {
            #expect(try LocalWire.laneAnswer(LocalWire.answer(answer)) == answer)
        }
        let refusal = OrderRefusal(.samePerson("ada"))
        #expect(LocalWire.refusal(LocalWire.refusal(refusal)) == refusal)
    }
}
