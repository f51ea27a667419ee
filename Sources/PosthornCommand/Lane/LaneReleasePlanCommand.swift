import ArgumentParser
import Mail
import Office

struct LaneReleasePlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plans that what lanes hold is let go, so many an hour.",
        discussion: """
            EXAMPLES
              posthorn lane release plan any --per-hour 5000 --reason "restored" --as ada
              posthorn lane release plan dest=US,data=yes --per-hour 2000 --reason r --as ada

            A served office carries it out by itself; one that is not, with `posthorn lane release
            run`.
            """
    )

    @Argument(help: "Which lanes' items, such as dest=US, or any.")
    var selector: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Items of a calendar hour.")
    var perHour: Int

    @Option(help: "Why; it is recorded with each item.")
    var reason: String

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let order = LaneOrder.planRelease(
            try LaneCommand.selector(selector),
            perHour: perHour,
            reason: reason,
            by: try LaneCommand.author(name)
        )
        guard case .planned(let id, let items) = try await LaneCommand.order(order, of: office)
        else { return }
        guard !json else {
            let object = JSONValue.members([
                ("release", .string(id)), ("items", .integer(items)),
            ])
            return Terminal.say(JSONText.write(object))
        }
        Terminal.say("\(id): \(items) items, \(perHour) an hour")
    }
}
