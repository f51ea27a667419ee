import ArgumentParser
import Ledger
import Mail
import Office

struct LanePlanSaveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract:
            "Gives the rules of the plan in force a name, to be put in force again as a whole.",
        discussion: """
            EXAMPLES
              posthorn lane plan save christmas --as ada --office office
            """
    )

    @Argument(help: "The name: none of a ready-made plan.")
    var plan: String

    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let settings = try view.ledger.lanePlan().rules.map(\.setting)
        let order = LaneOrder.save(plan, settings, by: try LaneCommand.author(name))
        _ = try await LaneCommand.order(order, of: office)
        Terminal.say("\(plan): \(settings.count) rules saved")
    }
}
