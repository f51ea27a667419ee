import ArgumentParser
import Ledger
import Mail
import Office

struct LaneBacklogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backlog",
        abstract: "Lists what is held: where to, since when, by which lane, and whose.",
        discussion: """
            EXAMPLES
              posthorn lane backlog --office office
              posthorn lane backlog --json --office office

            Held items were promised nothing. `posthorn lane release plan` lets go of what lanes
            hold; what a person or a rule of the checks holds is let go one by one.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let rows = try view.ledger.backlog()
        let items = rows.reduce(0) { $0 + $1.items }
        let unplanned = try view.ledger.unplannedItems()
        guard !json else {
            let list = rows.map { row in
                JSONValue.members([
                    ("lane", .text(row.lane)), ("destination", .string(row.destination)),
                    ("product", .string(row.product)), ("items", .integer(row.items)),
                    ("customers", .integer(row.customers)), ("since", .string(row.since.text)),
                ])
            }
            let object = JSONValue.members([
                ("items", .integer(items)), ("unplanned", .integer(unplanned)),
                ("backlog", .array(list)),
            ])
            return Terminal.say(JSONText.write(object))
        }
        Terminal.say("\(items) items are held")
        for row in rows {
            Terminal.say(
                "  \(row.items) to \(row.destination) by \(row.product), of \(row.customers)"
                    + " customers, the oldest since \(calendar.text(row.since)),"
                    + (row.lane.map { " by lane \($0)" } ?? " by hand or by a rule")
            )
        }
        if unplanned > 0 {
            Terminal.say(
                "\(unplanned) of them stand in no release plan: what is held later needs a plan of"
                    + " its own (posthorn lane release plan)"
            )
        }
    }
}
