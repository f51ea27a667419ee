import ArgumentParser
import Ledger
import Mail
import Office

struct LaneListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the rules in force, with what caps have used and lanes hold.",
        discussion: """
            EXAMPLES
              posthorn lane list --office office
              posthorn lane list --as-of 2026-11-24T18:00 --office office
              posthorn lane list --json --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The plan as it was at a moment.")
    var asOf: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let past = try LaneCommand.moment(asOf, "--as-of", calendar)
        let now = OfficeClock.machine.now()
        let moment = past ?? now
        let plan = try view.ledger.lanePlan(asOf: past)
        let rules = plan.inForce(at: moment)
        let counted = try LaneJudge.moment(now, view.ledger)
        let usage = try rules.map { rule in
            past == nil ? try LaneUsage(rule, view.ledger, calendar, at: counted) : nil
        }
        let proposals = past == nil ? try view.ledger.laneProposals(openAt: now) : []
        guard !json else {
            let object = LaneList.json(plan, usage, proposals, at: moment, calendar)
            return Terminal.say(JSONText.write(object))
        }
        Terminal.say("plan \(plan.version), \(calendar.text(moment)); no other lane is restricted")
        for (line, used) in zip(LaneText.lines(rules, calendar), usage) {
            Terminal.say(line + (used?.text ?? ""))
        }
        for proposal in proposals {
            Terminal.say(
                "waiting for a second person: \(proposal.id), until "
                    + calendar.text(proposal.expiresAt)
            )
        }
        if counted != now {
            Terminal.note("note: the clock went back; caps count by \(calendar.text(counted))")
        }
    }
}
