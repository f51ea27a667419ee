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
                ("changes", .array(changes.map(Self.json))),
                ("proposals", .array(waiting.map(Self.json))),
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

    private static func json(_ change: LanePlanChange) -> JSONValue {
        .members([
            ("version", .integer(change.version)), ("at", .string(change.at.text)),
            ("by", .string(change.by.text)), ("approvedBy", .text(change.approvedBy?.text)),
            ("proposal", .text(change.proposal)), ("reason", .string(change.reason)),
            ("dropped", .array(change.dropped.map { .integer($0) })),
            ("firstRule", .integer(change.firstRule)),
            ("added", .array(change.added.map(\.json))),
        ])
    }

    private static func json(_ proposal: LaneProposal) -> JSONValue {
        .members([
            ("proposal", .string(proposal.id)), ("at", .string(proposal.at.text)),
            ("by", .string(proposal.by.text)), ("expires", .string(proposal.expiresAt.text)),
            ("dangers", .array(proposal.dangers.map { .string($0.rawValue) })),
            ("request", proposal.request.json),
        ])
    }
}
