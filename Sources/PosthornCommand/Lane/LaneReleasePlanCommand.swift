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
              posthorn lane release plan any --per-hour 900 --closed-too --reason "in the building" \\
                  --as ada --approved-by ben

            A served office carries it out by itself; one that is not, with `posthorn lane release
            run`. --closed-too lets go, too, what was in the building when its lane was closed to
            what is new; it takes a second person. A held lane lets nothing go.
            """
    )

    @Argument(help: "Which lanes' items, such as dest=US, or any.")
    var selector: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Items of a calendar hour.")
    var perHour: Int

    @Flag(help: "Also what waits on lanes that are closed to what is new.")
    var closedToo = false

    @Option(help: "The second person, whom --closed-too takes.")
    var approvedBy: String?

    @Option(help: "Why; it is recorded with each item.")
    var reason: String

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let release = ReleaseOrder(
            try LaneCommand.selector(selector),
            perHour: perHour,
            closedToo: closedToo,
            reason: reason,
            approvedBy: try approvedBy.map { try LaneCommand.author($0) }
        )
        let order = LaneOrder.planRelease(release, by: try LaneCommand.author(name))
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
