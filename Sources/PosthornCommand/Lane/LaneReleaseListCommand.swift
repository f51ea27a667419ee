import ArgumentParser
import Ledger
import Mail
import Office

struct LaneReleaseListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the release plans, and how far each is.",
        discussion: """
            EXAMPLES
              posthorn lane release list --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let now = try LaneJudge.moment(OfficeClock.machine.now(), view.ledger)
        let hour = calendar.window(at: now).hour
        let active = Set(try view.ledger.releases().map(\.id))
        var list: [JSONValue] = []
        for plan in try view.ledger.releases(all: true) {
            let progress = try view.ledger.releaseProgress(plan.id)
            let used = try view.ledger.laneCount(plan.name, in: hour)
            let state =
                !active.contains(plan.id) ? "stopped" : progress.waiting == 0 ? "done" : "active"
            list.append(
                .members([
                    ("release", .string(plan.id)), ("lane", .string(plan.selector.text)),
                    ("state", .string(state)), ("perHour", .integer(plan.perHour)),
                    ("items", .integer(progress.planned)), ("waiting", .integer(progress.waiting)),
                    ("releasedThisHour", .integer(used)), ("reason", .string(plan.reason)),
                    ("by", .string(plan.by.text)), ("at", .string(plan.at.text)),
                ])
            )
            guard !json else { continue }
            Terminal.say(
                "\(plan.id)  \(plan.selector.name)  \(state): \(progress.waiting) of"
                    + " \(progress.planned) items wait, \(used) of \(plan.perHour) went this hour:"
                    + " \(plan.reason) (\(plan.by.text))"
            )
        }
        let unplanned = try view.ledger.unplannedItems()
        if json {
            Terminal.say(
                JSONText.write(
                    .members([
                        ("releases", .array(list)), ("unplanned", .integer(unplanned)),
                    ])
                )
            )
        } else if list.isEmpty {
            Terminal.say("nothing was ever planned")
        } else if unplanned > 0 {
            Terminal.say(
                "\(unplanned) items are held in no plan: they came later, and need another"
            )
        }
    }
}
