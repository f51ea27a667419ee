import ArgumentParser
import Mail
import Office

struct LaneReleaseStopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Lets nothing more go by a release plan; what waits goes on waiting.",
        discussion: """
            EXAMPLES
              posthorn lane release stop r1 --reason "aircraft broken" --as ada --office office
            """
    )

    @Argument(help: "The release plan: r1.")
    var release: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Why; it is recorded.")
    var reason: String

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    func run() async throws {
        let author = try LaneCommand.author(name)
        let order = LaneOrder.stopRelease(release, reason: reason, by: author)
        _ = try await LaneCommand.order(order, of: office)
        Terminal.say("\(release) is stopped")
    }
}
