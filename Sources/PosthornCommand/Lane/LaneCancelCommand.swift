import ArgumentParser
import Mail
import Office

struct LaneCancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Forgets a change that waits for a second person.",
        discussion: """
            EXAMPLES
              posthorn lane cancel p1 --reason "not needed any more" --as ada --office office

            One person is enough, whoever proposed it: nothing changes. That it was cancelled is
            recorded.
            """
    )

    @Argument(help: "The proposal: p1.")
    var proposal: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Why; it is recorded.")
    var reason: String

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let author = try LaneCommand.author(name)
        let order = LaneOrder.cancel(proposal, reason: reason, by: author)
        _ = try await LaneCommand.order(order, of: office)
        guard !json else {
            let object = JSONValue.members([
                ("outcome", .string("cancelled")), ("proposal", .string(proposal)),
            ])
            return Terminal.say(JSONText.write(object))
        }
        Terminal.say("\(proposal) is cancelled")
    }
}
