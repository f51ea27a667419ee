package import Ledger
package import Mail
package import Rules

/// What would become of items one after the other, nothing being recorded: the same truth that
/// lodging them tells.
package struct LaneRehearsal {
    private let ledger: LedgerStore
    private var judge: LaneJudge
    private var tally: LaneTally
    private var seen: Set<String> = []

    package init(_ ledger: LedgerStore, _ judge: LaneJudge) {
        self.ledger = ledger
        self.judge = judge
        tally = LaneTally(ledger)
    }

    /// A verdict for each; open for what the rules refuse, and for what was lodged before.
    package mutating func verdicts(
        _ results: [CheckStep.Result],
        at now: Moment
    ) throws -> [LaneVerdict] {
        let moment = try LaneJudge.moment(now, ledger)
        let known = try ledger.items(
            results.map { ($0.lodging.lodgement.customer ?? "", $0.lodging.key) }
        )
        var verdicts: [LaneVerdict] = []
        for (result, row) in zip(results, known) {
            verdicts.append(row == nil ? try verdict(result, at: moment) : .open)
        }
        return verdicts
    }

    private mutating func verdict(
        _ result: CheckStep.Result,
        at moment: Moment
    ) throws -> LaneVerdict {
        let lodging = result.lodging
        let customer = lodging.lodgement.customer ?? ""
        guard case .checked(let checked) = result.outcome,
            seen.insert(customer + "\n" + lodging.key.text).inserted
        else { return .open }
        let key = LaneKey(checked.item, checked.decision, through: lodging.channel)
        let verdict = try judge.judge(key, customer: customer, at: moment, &tally)
        if let use = verdict.use { try tally.add(use, customer) }
        return verdict
    }
}

/// What would become of one lodgement: what the rules say, then its lane.
package struct RehearsedLodging: Sendable {
    package let result: CheckStep.Result
    package let verdict: LaneVerdict

    /// The lodgement as it passed the rules and its lane.
    package var checked: CheckedLodgement? {
        verdict.isRefused ? nil : result.outcome.checked
    }

    package var isHeld: Bool { checked.map { $0.isHeld || verdict.isHeld } ?? false }

    package var findings: [Finding] {
        result.outcome.report.findings + (verdict.finding.map { [$0] } ?? [])
    }
}
