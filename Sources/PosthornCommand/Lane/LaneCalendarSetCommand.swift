import ArgumentParser
import Mail
import Office

struct LaneCalendarSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Says ahead how much the office does on a day.",
        discussion: """
            EXAMPLES
              posthorn lane calendar set 2026-12-23 strike --label "staff strike" --as ada
              posthorn lane calendar set 2026-12-24 holiday --percent 50 --label "Christmas Eve"
              posthorn lane calendar set 2026-12-23 usual --label "strike called off" --as ada

            Every cap and every release plan's hours are that part of what they are; nothing is
            lodged under a cap, and nothing is let go, on a day of 0 per cent. Lanes that are open
            stay open: close them with `posthorn lane set … --from … --to …`.
            """
    )

    @Argument(help: "The day: 2026-12-24.")
    var day: String

    @Argument(help: "strike, holiday, closure or usual.")
    var kind: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Per cent of the usual.")
    var percent = 0

    @Option(help: "What people call it.")
    var label: String

    @Option(name: .customLong("as"), help: "Who says so.")
    var name: String?

    func run() async throws {
        guard let date = CalendarDay(day) else {
            throw CommandFailure(.usage, "expected a day such as 2026-12-24, found '\(day)'")
        }
        guard let kind = CapacityDay.Kind(rawValue: kind) else {
            let kinds = CapacityDay.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure(.usage, "expected one of \(kinds), found '\(kind)'")
        }
        let set = CapacityDay(
            day: date,
            kind: kind,
            percent: percent,
            label: label,
            by: try LaneCommand.author(name),
            at: OfficeClock.machine.now()
        )
        guard let set else {
            throw CommandFailure(.usage, "--percent: expected 0 to 100, found \(percent)")
        }
        _ = try await LaneCommand.order(.setCapacity(set), of: office)
        Terminal.say("\(day): \(kind.rawValue), \(set.percent) % of the usual: \(label)")
    }
}
