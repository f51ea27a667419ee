import Ledger
import Mail
import Office

/// One change of the lane plan by a command: what it will do, then what it did.
struct LaneChanging {
    let office: OfficeOption
    let author: Author
    let json: Bool
    let dryRun: Bool

    /// Says what the change affects, has it made or proposed, and says what came of it.
    ///
    /// - Throws: ``CommandFailure`` `needsConfirmation` where it takes a second person.
    func run(_ request: LaneRequest) async throws {
        let now = OfficeClock.machine.now()
        let view = try await OfficeAtHand.view(office.directory)
        let plan = try view.ledger.lanePlan()
        do throws(LaneRefusal) {
            try request.check(against: plan, at: now)
        } catch {
            let refusal = LaneOrderRefusal(error)
            throw CommandFailure(.usage, refusal.detail, hint: refusal.hint)
        }
        let after = plan.applying(plan.change(request, by: author, at: now))
        let impact = try LaneImpact(plan, after, view.ledger, at: effect(request, now))
        let dangers = LaneDanger.of(plan, after, from: now)
        if !json {
            Terminal.say(dryRun ? "would change plan \(plan.version):" : "before:")
            for line in LaneText.lines(impact) { Terminal.say(line) }
            for danger in dangers { Terminal.say("  takes a second person: \(danger.text)") }
        }
        guard !dryRun else {
            if json { say("dry-run", plan.version, impact, dangers, nil) }
            return
        }
        switch try await LaneCommand.order(.change(request, by: author), of: office) {
        case .changed(let version):
            guard !json else { return say("changed", version, impact, dangers, nil) }
            Terminal.say("after: plan \(version) is in force on every channel")
        case .proposed(let proposal):
            if json {
                say("proposed", proposal.version, impact, proposal.dangers, proposal)
            } else {
                Terminal.say(proposal.id)
            }
            throw CommandFailure(
                .needsConfirmation,
                "nothing has changed yet: " + proposal.dangers.map(\.text).joined(separator: "; "),
                hint: "posthorn lane approve \(proposal.id) --as OTHER, until "
                    + proposal.expiresAt.text
            )
        case .saved, .planned, .stopped, .released: return
        }
    }

    /// What is to come is weighed at the moment it begins.
    private func effect(_ request: LaneRequest, _ now: Moment) -> Moment {
        request.settings.compactMap(\.from).filter { $0 > now }.min() ?? now
    }

    private func say(
        _ outcome: String,
        _ version: Int,
        _ impact: LaneImpact,
        _ dangers: [LaneDanger],
        _ proposal: LaneProposal?
    ) {
        let json = JSONValue.members([
            ("outcome", .string(outcome)), ("version", .integer(version)),
            ("proposal", .text(proposal?.id)),
            ("expires", proposal.map { .string($0.expiresAt.text) }),
            ("dangers", .array(dangers.map { .string($0.rawValue) })),
            ("affected", LaneText.json(impact)),
        ])
        Terminal.say(JSONText.write(json))
    }
}
