import ArgumentParser

struct LaneIntakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract:
            "Items in the building that were lodged elsewhere: taken in from scans, and sorted.",
        discussion: """
            EXAMPLES
              posthorn lane intake add hall-3.txt --as ada --office office
              posthorn lane intake list --need data --csv --office office > wanted.csv
              posthorn lodge data.csv --office office --out out
              posthorn lane intake set CP123456785GB return --reason "refused" --as ada

            When another system is gone, its mail is still in the building. Scan it. Each item is
            sorted by what it needs before it can go: data, nothing, return, or unknown. When data
            comes, lodge it with the old number as `reference` and without `customer`: the item is
            documented anew, and needs nothing more.
            """,
        subcommands: [
            LaneIntakeAddCommand.self, LaneIntakeListCommand.self, LaneIntakeSetCommand.self,
        ]
    )
}
