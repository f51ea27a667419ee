import ArgumentParser
import Ledger
import Mail
import Office

struct AdvisoryListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists advisories, and says which promised update has not come.",
        discussion: """
            EXAMPLES
              posthorn advisory list --office office
              posthorn advisory list --all --office office
              posthorn advisory list --json --office office

            Ends with 5 while a promised update is overdue: the public was told when there is more.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "What is over, too.")
    var all = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let now = OfficeClock.machine.now()
        let every = try view.ledger.advisories()
        let shown = every.filter { all || $0.ended == nil }
        let missing = try AdvisoryCommand.missing(view.ledger, at: now)
        let overdue = every.filter { $0.isOverdue(at: now) }
        if json {
            Terminal.say(
                JSONText.write(
                    .members([
                        ("advisories", .array(shown.map { $0.json(false, at: now) })),
                        ("missing", .array(missing.map { .string($0) })),
                        ("overdue", .array(overdue.map { .string($0.name.text) })),
                    ])
                )
            )
        } else {
            for history in shown { Terminal.say(line(history, calendar)) }
            if shown.isEmpty { Terminal.say("no advisories") }
            for name in missing {
                Terminal.note(
                    "lanes name the advisory '\(name)', and nothing is published under it\n"
                        + "hint: posthorn advisory draft \(name)"
                )
            }
            for history in overdue {
                Terminal.note(
                    "overdue: \(history.name.text) promised an update for "
                        + (history.promised.map(calendar.text) ?? "")
                        + "\nhint: posthorn advisory publish, or end it"
                )
            }
        }
        if !overdue.isEmpty { throw ExitStatus.refusedByPolicy.code }
    }

    private func line(_ history: AdvisoryHistory, _ calendar: OfficeCalendar) -> String {
        let content = history.content
        let state = history.ended.map { "over since \(calendar.text($0.at))" }
        let next = content.nextUpdate.map { "next update \(calendar.text($0))" }
        return [
            history.name.text, "version \(history.version)", content.kind.rawValue,
            content.lanes.map(\.name).joined(separator: "; "),
            state ?? "since \(calendar.text(content.since))", state == nil ? next : nil,
        ]
        .compactMap(\.self).joined(separator: "  ")
    }
}
