import ArgumentParser
import Ledger
import Mail
import Office

struct LaneUnacceptedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unaccepted",
        abstract: "Lists, as CSV, items whose postage was paid and that never came into our hands.",
        discussion: """
            EXAMPLES
              posthorn lane unaccepted --office office > refunds.csv

            Each of them is to be refunded, or honoured when it comes.
            """
    )

    private static let page = 4096

    @OptionGroup var office: OfficeOption

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        Terminal.say("item,customer,reference,product,destination,lodgedAt,postage,currency")
        var entry: UInt64 = 0
        while true {
            let rows = try view.ledger.unaccepted(from: entry, limit: Self.page)
            guard let last = rows.last else { return }
            Terminal.say(rows.map(Self.line).joined(separator: "\n"))
            entry = last.entry + 1
        }
    }

    private static func line(_ row: UnacceptedRow) -> String {
        let postage = row.postage.split(separator: " ").map(String.init)
        let cells =
            [
                row.item, row.customer, row.reference ?? "", row.product, row.destination,
                row.lodgedAt.text,
            ] + postage
        return cells.map(CSVText.cell).joined(separator: ",")
    }
}
