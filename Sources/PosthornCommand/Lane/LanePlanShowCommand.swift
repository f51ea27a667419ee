import ArgumentParser
import Ledger
import Mail
import Office

struct LanePlanShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the rules of a plan by name.",
        discussion: """
            EXAMPLES
              posthorn lane plan show letters-first --office office
              posthorn lane plan show everything-capped --per-day 5000 --office office
            """
    )

    @Argument(help: "The plan's name.")
    var name: String

    @OptionGroup var office: OfficeOption

    @Option(help: "everything-capped: items of a calendar day.")
    var perDay: Int?

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let settings = try LanePlanCommand.settings(name, perDay: perDay, view.ledger)
        if settings.isEmpty { Terminal.say("  no rule: every lane is open") }
        for setting in settings { Terminal.say(setting.line(calendar)) }
    }
}
