import ArgumentParser
import Ledger
import Mail
import Office

struct LanePlanListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the plans that can be put in force by name.",
        discussion: """
            EXAMPLES
              posthorn lane plan list --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let saved = try view.ledger.savedLanePlans()
        guard !json else {
            let object = JSONValue.members([
                ("readyMade", .array(ReadyMadePlan.allCases.map { .string($0.rawValue) })),
                ("saved", .array(saved.map { .string($0.name) })),
            ])
            return Terminal.say(JSONText.write(object))
        }
        for plan in ReadyMadePlan.allCases { Terminal.say("\(plan.rawValue): \(plan.text)") }
        for plan in saved {
            Terminal.say("\(plan.name): \(plan.settings.count) rules, saved by \(plan.by.text)")
        }
    }
}
