import ArgumentParser
import Mail
import Office

struct NumbersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "numbers",
        abstract: "Loads and lists the ranges that items' numbers are drawn from.",
        subcommands: [LoadCommand.self, ListCommand.self]
    )

    struct LoadCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "load",
            abstract: "Loads a range of serials for a service indicator.",
            discussion: """
                EXAMPLES
                  posthorn numbers load LAGB 10000000-10099999 --office office
                """
        )

        @Argument(help: "Service indicator and country: LAGB.")
        var series: String

        @Argument(help: "First and last serial, both included: 10000000-10099999.")
        var range: String

        @OptionGroup var office: OfficeOption

        func run() async throws {
            let ends = range.split(separator: "-").compactMap { UInt64($0) }
            guard ends.count == 2, let series = NumberSeries(series.uppercased()),
                let range = NumberRange(series: series, first: ends[0], last: ends[1])
            else {
                throw CommandFailure(
                    .usage,
                    "no range '\(series) \(range)'",
                    hint: "write it like LAGB 10000000-10099999"
                )
            }
            var desk = try await CommandDesk.open(office.directory)
            do {
                try await desk.load(range, at: OfficeClock.machine.now())
            } catch {
                try await desk.close()
                throw error
            }
            try await desk.close()
            Terminal.say("loaded \(ends[1] - ends[0] + 1) numbers of \(series.text)")
        }
    }

    struct ListCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists the series with what is left of each."
        )

        @OptionGroup var office: OfficeOption

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() async throws {
            let rows = try await OfficeAtHand.view(office.directory).numbers
            if json {
                let series = rows.map { row -> JSONValue in
                    .members([
                        ("series", .string(row.series)), ("remaining", .integer(row.remaining)),
                        ("loaded", .integer(row.loaded)), ("low", .bool(row.isLow)),
                    ])
                }
                Terminal.say(JSONText.write(.members([("series", .array(series))])))
                return
            }
            for row in rows {
                let warning = row.isLow ? "  low: load another range" : ""
                Terminal.say("\(row.series)  \(row.remaining) of \(row.loaded) left\(warning)")
            }
        }
    }
}
