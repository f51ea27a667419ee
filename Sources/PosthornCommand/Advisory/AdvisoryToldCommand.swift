import ArgumentParser
import Ledger
import Mail
import Office

struct AdvisoryToldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "told",
        abstract: "Lists who was told of an advisory, of which version, how and when.",
        discussion: """
            EXAMPLES
              posthorn advisory told us-customs --office office
              posthorn advisory told us-customs --json --office office

            Who was told is personal data and goes when its month is forgotten; how many were told of
            each version stays.
            """
    )

    private static let batch = 1_000

    @Argument(help: "The advisory's name.")
    var name: String

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let name = try AdvisoryCommand.name(name)
        let view = try await OfficeAtHand.view(office.directory)
        _ = try AdvisoryCommand.history(name, view.ledger)
        let calendar = try view.lanes(sources: .process).calendar
        let whole = try view.ledger.advisoriesTold(name)
        var senders: [SenderTold] = []
        var place: UInt64?
        while true {
            let rows = try view.ledger.sendersTold(name, after: place, limit: Self.batch)
            guard let last = rows.last else { break }
            senders += rows.map(\.told)
            place = last.entry
        }
        guard !json else {
            let versions = whole.map { told in
                JSONValue.members([
                    ("version", .integer(told.version)), ("senders", .integer(told.senders)),
                    ("messages", .integer(told.messages)), ("items", .integer(told.items)),
                    ("at", .string(told.at.text)),
                ])
            }
            return Terminal.say(
                JSONText.write(
                    .members([
                        ("advisory", .string(name.text)), ("versions", .array(versions)),
                        ("senders", .array(senders.map(\.json))),
                    ])
                )
            )
        }
        for told in whole {
            Terminal.say(
                "version \(told.version): \(told.senders) senders of \(told.items) items, "
                    + "\(told.messages) messages, \(calendar.text(told.at))"
            )
        }
        for told in senders {
            let who = told.customer.isEmpty ? "no account" : told.customer
            let ways =
                told.messages.map { "\($0.address) (\($0.language.rawValue)): \($0.file)" }
                + (told.customer.isEmpty ? [] : ["event \(told.news.event)"])
            Terminal.say(
                "  version \(told.version), \(calendar.text(told.at)), \(who), \(told.items) items: "
                    + ways.joined(separator: ", ")
            )
        }
        if whole.isEmpty, senders.isEmpty { Terminal.say("nobody yet") }
    }
}
