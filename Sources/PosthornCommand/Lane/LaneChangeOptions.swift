import ArgumentParser

/// What every command that changes the lane plan takes besides the change.
struct LaneChangeOptions: ParsableArguments {
    @OptionGroup var office: OfficeOption

    @Option(name: .customLong("as"), help: "Who does it.")
    var name: String?

    @Flag(help: "Say what it would affect; change nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    /// - Throws: ``CommandFailure`` for a name that is none.
    func changing() throws -> LaneChanging {
        LaneChanging(
            office: office,
            author: try LaneCommand.author(name),
            json: json,
            dryRun: dryRun
        )
    }
}
