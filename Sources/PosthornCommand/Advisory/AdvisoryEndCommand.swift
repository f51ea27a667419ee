import ArgumentParser
import Mail
import Office

struct AdvisoryEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Says that what an advisory was about is over.",
        discussion: """
            EXAMPLES
              posthorn advisory end us-customs --as ada --office office

            It moves from the status page to what is over, and senders of items that are still here are
            told. Something new is told under a new name.
            """
    )

    @Argument(help: "The advisory's name.")
    var name: String

    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who ends it; recorded.")
    var author: String?

    @Flag(help: "Say what would be done.")
    var dryRun = false

    func run() async throws {
        let name = try AdvisoryCommand.name(name)
        let by = try LaneCommand.author(author)
        guard !dryRun else {
            let view = try await OfficeAtHand.view(office.directory)
            let history = try AdvisoryCommand.history(name, view.ledger)
            if let ended = history.ended {
                throw CommandFailure(OrderRefusal(.ended(name, at: ended.at)))
            }
            return Terminal.say("would end \(name.text), version \(history.version)")
        }
        guard
            case .ended(let version) = try await AdvisoryCommand.order(
                .end(name, by: by),
                of: office
            )
        else { return }
        Terminal.say("\(name.text) is over, version \(version)")
    }
}
