import ArgumentParser
import Ledger
import Mail
import Office

struct LaneCalendarListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the days on which the office does less than usual.",
        discussion: """
            EXAMPLES
              posthorn lane calendar list --office office
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let days = try view.ledger.capacityDays()
        guard !json else {
            let list = days.map { day in
                JSONValue.members([
                    ("day", .string(day.day.text)), ("kind", .string(day.kind.rawValue)),
                    ("percent", .integer(day.percent)), ("label", .string(day.label)),
                    ("by", .string(day.by.text)),
                ])
            }
            return Terminal.say(JSONText.write(.members([("days", .array(list))])))
        }
        if days.isEmpty { Terminal.say("every day is as usual") }
        for day in days {
            Terminal.say(
                "\(day.day.text)  \(day.kind.rawValue), \(day.percent) %: \(day.label)"
                    + " (\(day.by.text))"
            )
        }
    }
}
