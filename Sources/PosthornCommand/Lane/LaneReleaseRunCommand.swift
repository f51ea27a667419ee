import ArgumentParser
import Mail
import Office

struct LaneReleaseRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Lets go now what the release plans allow in this hour.",
        discussion: """
            EXAMPLES
              posthorn lane release run --office office

            A served office does it by itself, every second.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        guard
            case .released(let items) = try await LaneCommand.order(.releaseDue, of: office)
        else { return }
        Terminal.say(
            json
                ? JSONText.write(.members([("released", .integer(items))]))
                : "\(items) items released"
        )
    }
}
