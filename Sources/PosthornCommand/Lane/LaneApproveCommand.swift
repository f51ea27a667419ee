import ArgumentParser
import Ledger
import Mail
import Office

struct LaneApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Puts in force what somebody else proposed.",
        discussion: """
            EXAMPLES
              posthorn lane approve p1 --as ben --office office

            `posthorn lane history` shows what waits. A proposal lives for a day, and only for the
            plan it was weighed against.
            """
    )

    @Argument(help: "The proposal: p1.")
    var proposal: String

    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who approves it: not who proposed it.")
    var name: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let order = LaneOrder.approve(proposal, by: try LaneCommand.author(name))
        guard case .changed(let version) = try await LaneCommand.order(order, of: office) else {
            return
        }
        guard !json else {
            let object = JSONValue.members([
                ("outcome", .string("changed")), ("version", .integer(version)),
                ("proposal", .string(proposal)),
            ])
            return Terminal.say(JSONText.write(object))
        }
        Terminal.say("after: plan \(version) is in force on every channel")
    }
}
