import ArgumentParser
import Ledger
import Mail
import Office

struct LaneIntakeListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what was found in the building, by what it needs.",
        discussion: """
            EXAMPLES
              posthorn lane intake list --office office
              posthorn lane intake list --need data --csv --office office > wanted.csv
            """
    )

    private static let page = 4096

    @OptionGroup var office: OfficeOption

    @Option(help: "Only what needs this: data, nothing, return, unknown.")
    var need: String?

    @Flag(help: "Every item as CSV.")
    var csv = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let needs = try need.map(LaneIntakeSetCommand.need)
        let view = try await OfficeAtHand.view(office.directory)
        if csv {
            Terminal.say("item,need,destination,list,found,documentedAs")
            try each(needs, view.ledger) { Terminal.say(Self.line($0)) }
            return
        }
        let counts = try view.ledger.foundCounts()
        let shown = FoundItem.Need.allCases.filter { needs == nil || needs == $0 }
        guard !json else {
            let members = shown.map { need in
                (need.rawValue, JSONValue?.some(.integer(counts.needs[need, default: 0])))
            }
            var items: [JSONValue] = []
            try each(needs, view.ledger) { items.append(Self.json($0)) }
            let object = JSONValue.members([
                ("needs", .members(members)), ("documentedAnew", .integer(counts.documented)),
                ("items", .array(items)),
            ])
            return Terminal.say(JSONText.write(object))
        }
        for need in shown {
            Terminal.say("\(need.rawValue): \(counts.needs[need, default: 0])")
        }
        Terminal.say("documented anew: \(counts.documented)")
    }

    private func each(
        _ need: FoundItem.Need?,
        _ ledger: LedgerStore,
        _ take: (FoundRow) -> Void
    ) throws {
        var place: (UInt64, String) = (0, "")
        while true {
            let rows = try ledger.found(needing: need, after: place, limit: Self.page)
            guard let last = rows.last else { return }
            rows.forEach(take)
            place = (last.entry, last.number.text)
        }
    }

    private static func json(_ row: FoundRow) -> JSONValue {
        .members([
            ("item", .string(row.number.text)), ("need", .string(row.need.rawValue)),
            ("destination", .text(row.destination)), ("list", .string(row.list)),
            ("found", .string(row.at.text)), ("documentedAs", .text(row.item?.text)),
        ])
    }

    private static func line(_ row: FoundRow) -> String {
        [
            row.number.text, row.need.rawValue, row.destination ?? "", row.list, row.at.text,
            row.item?.text ?? "",
        ]
        .map(CSVText.cell).joined(separator: ",")
    }
}
