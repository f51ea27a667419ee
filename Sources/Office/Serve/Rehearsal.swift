import Ledger
package import Mail
import Rules

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
        var rehearsals: [Rehearsal] = []
        for (result, row) in zip(results, known) {
            rehearsals.append(try await rehearse(result, row))
        }
        return rehearsals
    }

    private func rehearse(_ result: CheckStep.Result, _ row: ItemRow?) async throws -> Rehearsal {
        if let row {
            guard row.digest == result.digest, let item = try await items([row]).first ?? nil else {
                return .wouldRefuse([LodgePlan.reused(result, as: row.id.text)])
            }
            return .wouldReplay(item)
        }
        switch result.outcome {
        case .refused(let report): return .wouldRefuse(report.findings)
        case .checked(let checked):
            return .wouldLodge(isHeld: checked.isHeld, warnings: checked.warnings)
        }
    }

    /// What the rules say of a lodgement that waits, nothing being recorded.
    package func findings(of lodging: Lodging) async throws -> [Finding] {
        try await check([lodging]).first?.outcome.report.findings ?? []
    }
}
