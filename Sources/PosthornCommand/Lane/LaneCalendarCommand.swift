import ArgumentParser

struct LaneCalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "The days on which the office does less than usual: strikes, holidays, closures.",
        subcommands: [LaneCalendarListCommand.self, LaneCalendarSetCommand.self]
    )
}
