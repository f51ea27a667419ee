import Ledger
package import Mail
import Rules
import Synchronization

/// What would become of a lodgement, nothing being recorded.
package enum Rehearsal: Sendable {
    case wouldLodge(isHeld: Bool, warnings: [Finding])
    /// Lodged before with the same content.
    case wouldReplay(RecordedItem)
    case wouldRefuse([Finding])
}

extension ServedOffice {
    /// Checks as ``lodge(_:)`` does, and looks whether the reference is taken; records nothing.
    package func rehearse(_ lodgings: [Lodging]) async throws -> [Rehearsal] {
        let results = try await check(lodgings)
        let known = try ledger.items(
            lodgings.map { ($0.lodgement.customer ?? "", $0.key) }
        )
        var lanes = LaneRehearsal(ledger, try judge())
        let verdicts = try lanes.verdicts(results, at: clock.now())
        var rehearsals: [Rehearsal] = []
        for (rehearsed, row) in zip(zip(results, verdicts).map(RehearsedLodging.init), known) {
            rehearsals.append(try await rehearse(rehearsed, row))
        }
        return rehearsals
    }

    private func rehearse(
        _ rehearsed: RehearsedLodging,
        _ row: ItemRow?
    ) async throws -> Rehearsal {
        let result = rehearsed.result
        if let row {
            guard row.digest == result.digest, let item = try await items([row]).first ?? nil else {
                return .wouldRefuse([LodgePlan.reused(result, as: row.id.text)])
            }
            return .wouldReplay(item)
        }
        guard rehearsed.checked != nil else { return .wouldRefuse(rehearsed.findings) }
        return .wouldLodge(isHeld: rehearsed.isHeld, warnings: rehearsed.findings)
    }

    /// What the rules, and then its lane, say of a lodgement that waits, nothing being recorded.
    package func findings(of lodging: Lodging) async throws -> [Finding] {
        let results = try await check([lodging])
        var lanes = LaneRehearsal(ledger, try judge())
        let verdicts = try lanes.verdicts(results, at: clock.now())
        return zip(results, verdicts).map(RehearsedLodging.init).first?.findings ?? []
    }
}

/// The judge of the plan in force, kept until the plan is another: for those who only ask.
final class JudgeShelf: Sendable {
    private let made = Mutex<(edition: [Int?], judge: LaneJudge)?>(nil)

    func judge(_ ledger: LedgerStore, _ calendar: OfficeCalendar) throws -> LaneJudge {
        let edition = [try ledger.laneEdition(), try ledger.advisoryEdition()]
        if let made = made.withLock({ $0 }), made.edition == edition { return made.judge }
        let judge = try LaneJudge(ledger, calendar)
        made.withLock { $0 = (edition, judge) }
        return judge
    }
}
