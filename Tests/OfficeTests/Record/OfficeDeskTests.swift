import Foundation
import Ledger
import Mail
import Rules
import Testing

@testable import Office

@Suite("OfficeDesk")
struct OfficeDeskTests {
    private func lodge(
        _ lodgings: [Lodging],
        _ desk: inout OfficeDesk,
        _ place: Workplace
    ) async throws -> [LodgeOutcome] {
        let step = try place.steps(desk).check
        let now = place.clock.now()
        return try await desk.lodge(try await step.check(lodgings, at: now), at: now)
    }

    @Test func numbersItemsInOrder() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let outcomes = try await lodge(
            (1...3).map { try Example.packet("order-\($0)") },
            &desk,
            place
        )
        #expect(
            outcomes.compactMap { $0.item?.record.id.text } == [
                "LA990000006GB", "LA990000010GB", "LA990000023GB",
            ]
        )
        try await desk.close()
    }

    @Test func findsWhatWasLodgedBefore() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let first = try await lodge([try Example.packet("a")], &desk, place)
        let again = try await lodge([try Example.packet("a")], &desk, place)
        guard case .replayed(let item) = try #require(again.first) else {
            Issue.record("expected a replay, found \(again)")
            return
        }
        #expect(item.record == first.first?.item?.record)
        try await desk.close()
    }

    @Test func refusesOtherContentUnderTheSameReference() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        _ = try await lodge([try Example.packet("a")], &desk, place)
        let other = try await lodge([try Example.packet("a", quantity: 3)], &desk, place)
        guard case .refused(let findings) = try #require(other.first) else {
            Issue.record("expected a refusal, found \(other)")
            return
        }
        #expect(findings.map(\.code) == [.referenceReused])
        try await desk.close()
    }

    @Test func makesOneItemOfTwoEqualLodgementsInOneCall() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let outcomes = try await lodge(
            [try Example.packet("a"), try Example.packet("a")],
            &desk,
            place
        )
        #expect(outcomes[0].item?.record.id == outcomes[1].item?.record.id)
        #expect(try desk.ledger.itemCount() == 1)
        try await desk.close()
    }

    @Test func drawsNoNumberTwiceAcrossRestarts() async throws {
        let place = try await Workplace()
        var drawn: [ItemID] = []
        for run in 1...4 {
            var desk = try await place.open()
            let outcomes = try await lodge(
                (1...300).map { try Example.packet("run-\(run)-\($0)") },
                &desk,
                place
            )
            drawn += outcomes.compactMap { $0.item?.record.id }
            try await desk.close()
            // Without its ledger the office comes back with the same numbers used.
            if run == 2 { try FileManager.default.removeItem(atPath: place.directory.ledger) }
        }
        #expect(drawn.count == 1200)
        #expect(Set(drawn).count == 1200)
    }

    @Test func readsBackWhatWasRecorded() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        let outcomes = try await lodge([try Example.packet("a")], &desk, place)
        let record = try #require(outcomes.first?.item?.record)
        try await desk.close()
        let again = try await place.open()
        let found = try await again.item(record.id)
        try await again.close()
        #expect(found?.record == record)
    }

    @Test func refusesAReferenceThatWasRefusedOnlyForItself() async throws {
        let place = try await Workplace()
        var desk = try await place.open()
        var bad = try Example.packet("a")
        bad = Lodging(
            key: bad.key,
            lodgement: Lodgement(),
            channel: .file,
            findings: []
        )
        let refused = try await lodge([bad], &desk, place)
        #expect(refused.first?.item == nil)
        let lodged = try await lodge([try Example.packet("a")], &desk, place)
        #expect(lodged.first?.item != nil, "what is refused does not use up its reference")
        try await desk.close()
    }

    @Test func keepsASecondOfficeOut() async throws {
        let place = try await Workplace()
        let desk = try await place.open()
        await #expect(throws: OfficeFault.self) { _ = try await place.open() }
        try await desk.close()
    }
}
