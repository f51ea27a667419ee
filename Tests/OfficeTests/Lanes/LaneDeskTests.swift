import Foundation
import Ledger
import Mail
import Rules
import Testing

@testable import Office

/// The single writer and the lane plan.
@Suite("Lanes at the desk")
struct LaneDeskTests {
    @Test("what a lane refuses uses no number and not its reference")
    func closes() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        let before = desk.numberReports
        try await bench.set("dest=PL {\"state\":\"closed\"}", on: &desk, reason: "strike")
        let refused = try await bench.lodge([try Example.packet("a")], on: &desk)
        guard case .refused(let findings) = try #require(refused.first) else {
            Issue.record("expected a refusal, found \(refused)")
            return
        }
        #expect(findings.map(\.code) == [.laneClosed])
        #expect(findings.first?.details["reason"] == "strike")
        #expect(findings.first?.details["resume"] == "–")
        #expect(desk.numberReports.map(\.remaining) == before.map(\.remaining))
        #expect(try desk.ledger.itemCount() == 0)
        try await bench.set("dest=PL {\"state\":\"open\"}", on: &desk)
        #expect(try await bench.packets(["a"], on: &desk) == ["lodged"])
        // A retry of what was lodged finds it, whatever the lane says now.
        try await bench.set("dest=PL {\"state\":\"closed\"}", on: &desk)
        #expect(try await bench.packets(["a", "b"], on: &desk) == ["replayed", "lane_closed"])
        try await desk.close()
    }

    @Test("letters flow while goods are held, by what is in them")
    func lettersFirst() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set("data=yes {\"state\":\"held\",\"limit\":2}", on: &desk)
        let goodsAsLetter = try Example.letter("l2")
        var lodgement = goodsAsLetter.lodgement
        lodgement.contents = try Example.packet("x").lodgement.contents
        lodgement.grossWeight = 900
        let disguised = Lodging(
            key: .reference("l2"),
            lodgement: lodgement,
            channel: .file,
            findings: []
        )
        let outcomes = try await bench.lodge([try Example.letter("l1"), disguised], on: &desk)
        #expect(outcomes.map(LaneBench.word).first == "lodged")
        #expect(outcomes.map(LaneBench.word).last == "held", "a letter with goods in it is goods")
        let held = try #require(outcomes.last?.item)
        #expect(held.record.warnings.contains { $0.code == .laneHeld && $0.severity == .hold })
        #expect(held.record.use?.lane == "data=yes" && held.record.use?.window == nil)
        #expect(try await bench.packets(["a", "b"], on: &desk) == ["held", "lane_limited"])
        #expect(try desk.ledger.laneHeld("data=yes") == 2)
        // One goes, one more may come.
        _ = try await desk.move(
            held.record.id,
            to: .cancelled,
            reason: nil,
            by: .local,
            at: bench.time.clock.now()
        )
        #expect(try desk.ledger.laneHeld("data=yes") == 1)
        #expect(try await bench.packets(["b", "c"], on: &desk) == ["held", "lane_limited"])
        try await desk.close()
    }

    @Test("what is diverted waits for the partner, and says so")
    func diverts() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set("data=yes {\"state\":\"diverted\",\"partner\":\"PostNL\"}", on: &desk)
        let outcome = try #require(
            try await bench.lodge([try Example.packet("a")], on: &desk).first?.item
        )
        #expect(outcome.record.state == .held)
        let finding = try #require(outcome.record.warnings.first { $0.code == .laneDiverted })
        #expect(FindingText.message(finding, .english).contains("PostNL"))
        try await desk.close()
    }

    @Test("a held item that is amended stays held, and one that goes elsewhere is decided anew")
    func amends() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set("dest=PL {\"state\":\"held\"}", on: &desk)
        try await bench.set("dest=FR {\"state\":\"closed\"}", on: &desk)
        let item = try #require(
            try await bench.lodge([try Example.packet("a")], on: &desk).first?.item
        )
        let check = try bench.place.steps(desk).check
        let now = bench.time.clock.now()
        func result(_ lodging: Lodging) async throws -> CheckStep.Result {
            try #require(try await check.check([lodging], at: now).first)
        }
        let more = try await desk.amend(
            item.record.id,
            with: try await result(try Example.packet("a", quantity: 3)),
            by: .local,
            seen: item.changed,
            at: now
        )
        #expect(more.record.state == .held && more.record.heldOn == "dest=PL")
        #expect(try desk.ledger.laneHeld("dest=PL") == 1)
        func moved(to country: String, postcode: String) throws -> Lodging {
            var lodgement = try Example.packet("a").lodgement
            lodgement.addressee.country = country
            lodgement.addressee.postcode = postcode
            lodgement.addressee.phone = "+33100000000"
            return Lodging(
                key: .reference("a"),
                lodgement: lodgement,
                channel: .file,
                findings: []
            )
        }
        let refused = await #expect(throws: DeskRefusal.self) {
            _ = try await desk.amend(
                item.record.id,
                with: try await result(try moved(to: "FR", postcode: "75002")),
                by: .local,
                seen: more.changed,
                at: now
            )
        }
        guard case .findings(let findings) = refused else {
            Issue.record("expected findings, found \(String(describing: refused))")
            return
        }
        #expect(findings.map(\.code) == [.laneClosed])
        let free = try await desk.amend(
            item.record.id,
            with: try await result(try moved(to: "DE", postcode: "10115")),
            by: .local,
            seen: more.changed,
            at: now
        )
        #expect(free.record.state == .lodged)
        #expect(try desk.ledger.laneHeld("dest=PL") == 0)
        try await desk.close()
    }

    @Test("checking and rehearsing tell what lodging does")
    func rehearses() async throws {
        let bench = try await LaneBench()
        var desk = try await bench.open()
        try await bench.set(
            "any {\"state\":\"capped\",\"perDay\":3,\"over\":\"refuse\"}",
            on: &desk
        )
        _ = try await bench.packets(["a"], on: &desk)
        let references = ["a", "b", "b", "c", "d"]
        let results = try await bench.place.steps(desk).check
            .check(try references.map { try Example.packet($0) }, at: bench.time.clock.now())
        var rehearsal = LaneRehearsal(desk.ledger, desk.lanes)
        let verdicts = try rehearsal.verdicts(results, at: bench.time.clock.now())
        #expect(verdicts.map(\.isRefused) == [false, false, false, false, true])
        let lodged = try await bench.packets(references, on: &desk)
        #expect(lodged == ["replayed", "lodged", "replayed", "lodged", "lane_limited"])
        try await desk.close()
    }
}
