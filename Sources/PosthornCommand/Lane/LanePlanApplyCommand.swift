import ArgumentParser
import Ledger
import Mail
import Office

struct LanePlanApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Puts a whole plan in force in place of every rule that there is.",
        discussion: """
            EXAMPLES
              posthorn lane plan apply letters-first --as ada --reason "attack" --office office
              posthorn lane plan apply everything-capped --per-day 5000 --as ada \\
                  --reason "limited volumes" --office office
              posthorn lane plan apply normal --as ada --reason "all is well" --dry-run

            Rules that are scheduled go, too. What takes a second person is the same as for
            `posthorn lane set`.
            """
    )

    @Argument(help: "The plan's name.")
    var plan: String

    @OptionGroup var options: LaneChangeOptions

    @Option(help: "Why; it is recorded, and told to those who are refused or held.")
    var reason: String

    @Option(help: "everything-capped: items of a calendar day.")
    var perDay: Int?

    func run() async throws {
        let view = try await OfficeAtHand.view(options.office.directory)
        let settings = try LanePlanCommand.settings(plan, perDay: perDay, view.ledger)
        let request = LaneRequest(clears: true, settings: settings, reason: reason)
        try await options.changing().run(request)
    }
}
