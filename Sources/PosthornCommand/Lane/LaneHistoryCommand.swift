import ArgumentParser
import Ledger
import Mail
import Office

struct LaneHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists every change of the lane plan: who, when, why, and who approved it.",
        discussion: """
            EXAMPLES
              posthorn lane history --office office
              posthorn lane history --json --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let changes = try view.ledger.laneChanges()
        let waiting = try view.ledger.laneProposals(openAt: OfficeClock.machine.now())
        guard !json else {
            let object = JSONValue.members([
                ("changes", .array(changes.map(\.shown))),
                ("proposals", .array(waiting.map(\.shown))),
            ])
            return Terminal.say(JSONText.write(object))
        }
        if changes.isEmpty { Terminal.say("the plan was never changed: every lane is open") }
        for change in changes {
            let approved = change.approvedBy.map { ", approved by \($0.text)" } ?? ""
            Terminal.say(
                "\(calendar.text(change.at))  plan \(change.version)  \(change.by.text)\(approved):"
                    + " \(change.reason)"
            )
            if !change.dropped.isEmpty {
                let rules = change.dropped.map(String.init).joined(separator: ", ")
                Terminal.say("    without rules \(rules)")
            }
            for (offset, setting) in change.added.enumerated() {
                Terminal.say(
                    "    rule \(change.firstRule + offset): \(setting.selector.name)"
                        + " \(setting.state.text)\(LaneText.time(setting, calendar))"
                )
            }
        }
        for proposal in waiting {
            Terminal.say(
                "\(proposal.id) by \(proposal.by.text) waits until"
                    + " \(calendar.text(proposal.expiresAt)): \(proposal.request.reason)"
            )
        }
    }
}
