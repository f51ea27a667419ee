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
        let weighing: LaneWeighing
        do {
            weighing = try LaneWeighing(request, view.ledger, by: author, at: now)
        } catch let refusal as LaneRefusal {
            let refusal = OrderRefusal(refusal)
            throw CommandFailure(.usage, refusal.detail, hint: refusal.hint)
        }
        if !json {
            Terminal.say(dryRun ? "would change plan \(weighing.version):" : "before:")
            for line in LaneText.lines(weighing.impact) { Terminal.say(line) }
            for danger in weighing.dangers {
                Terminal.say("  takes a second person: \(danger.text)")
            }
        }
        try noteMissing(request, view.ledger)
        guard !dryRun else {
            if json { Terminal.say(JSONText.write(weighing.json("dry-run"))) }
            return
        }
        switch try await LaneCommand.order(.change(request, by: author), of: office) {
        case .changed(let version):
            guard !json else {
                return Terminal.say(JSONText.write(weighing.json("changed", version: version)))
            }
            Terminal.say("after: plan \(version) is in force on every channel")
        case .proposed(let proposal):
            if json {
                Terminal.say(
                    JSONText.write(
                        weighing.json("proposed", version: proposal.version, proposal: proposal)
                    )
                )
            } else {
                Terminal.say(proposal.id)
            }
            throw CommandFailure(
                .needsConfirmation,
                "nothing has changed yet: " + proposal.dangers.map(\.text).joined(separator: "; "),
                hint: "posthorn lane approve \(proposal.id) --as OTHER, until "
                    + proposal.expiresAt.text
            )
        default: return
        }
    }
    /// A notice that is named and not published tells nobody anything.
    private func noteMissing(_ request: LaneRequest, _ ledger: LedgerStore) throws {
        let known = Set(try ledger.advisories().map(\.name.text))
        for name in Set(request.settings.compactMap(\.advisory)).subtracting(known).sorted() {
            Terminal.note(
                "no advisory '\(name)' is published\nhint: posthorn advisory draft \(name)"
            )
        }
    }
}
