import ArgumentParser
import Ledger
import Mail
import Office

struct AdvisoryShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints an advisory as it is published, and what was said before.",
        discussion: """
            EXAMPLES
              posthorn advisory show us-customs --office office
              posthorn advisory show us-customs --history --json --office office
            """
    )

    @Argument(help: "The advisory's name.")
    var name: String

    @OptionGroup var office: OfficeOption

    @Flag(help: "The versions before, too, the newest first.")
    var history = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let name = try AdvisoryCommand.name(name)
        let view = try await OfficeAtHand.view(office.directory)
        let found = try AdvisoryCommand.history(name, view.ledger)
        let calendar = try view.lanes(sources: .process).calendar
        let now = OfficeClock.machine.now()
        guard !json else { return Terminal.say(JSONText.write(found.json(history, at: now))) }
        if let ended = found.ended {
            Terminal.say("# over since \(calendar.text(ended.at)), by \(ended.by.text)")
        }
        for advisory in [found.latest] + (history ? found.earlier : []) {
            let note =
                "\(name.text), version \(advisory.version), \(calendar.text(advisory.at)), "
                + "by \(advisory.by.text)"
            Terminal.say(AdvisoryFile.write(name, advisory.content, calendar, note: [note]))
        }
    }
}
