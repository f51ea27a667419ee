import ArgumentParser

struct LaneReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Lets go of what lanes hold: so many an hour, in turn, the oldest first.",
        discussion: """
            EXAMPLES
              posthorn lane release plan dest=US --per-hour 2000 --reason "US is back" --as ada
              posthorn lane release list --office office
              posthorn lane release stop r1 --reason "aircraft broken" --as ada --office office

            A plan is made of what is held when it is made: letters first, then EMS, letter post and
            parcels; within a class customers take turns, each with the oldest item. An item goes
            only while its lane is open, or capped with room: caps count it then.
            """,
        subcommands: [
            LaneReleasePlanCommand.self, LaneReleaseListCommand.self, LaneReleaseStopCommand.self,
            LaneReleaseRunCommand.self,
        ]
    )
}
