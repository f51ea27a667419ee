package import Ledger
package import Mail

/// A change of the lane plan before it is made: what it does to items there are, and whether it takes
/// a second person.
package struct LaneWeighing: Sendable {
    /// The plan's version that it was weighed against.
    package let version: Int
    package let impact: LaneImpact
    package let dangers: [LaneDanger]

    /// - Throws: ``LaneRefusal`` for what cannot be asked of the plan.
    package init(
        _ request: LaneRequest,
        _ ledger: LedgerStore,
        by author: Author,
        at now: Moment
    ) throws {
        let plan = try ledger.lanePlan()
        try request.check(against: plan, at: now)
        let after = plan.applying(plan.change(request, by: author, at: now))
        version = plan.version
        // What is to come is weighed at the moment it begins.
        let effect = request.settings.compactMap(\.from).filter { $0 > now }.min() ?? now
        impact = try LaneImpact(plan, after, ledger, at: effect)
        dangers = LaneDanger.of(plan, after, from: now)
    }

    /// What came of it, as programs read it.
    package func json(
        _ outcome: String,
        version: Int? = nil,
        proposal: LaneProposal? = nil
    ) -> JSONValue {
        .members([
            ("outcome", .string(outcome)), ("version", .integer(version ?? self.version)),
            ("proposal", .text(proposal?.id)),
            ("expires", proposal.map { .string($0.expiresAt.text) }),
            ("dangers", .array((proposal?.dangers ?? dangers).map { .string($0.rawValue) })),
            ("affected", impact.json),
        ])
    }
}
