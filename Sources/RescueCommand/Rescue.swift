import ArgumentParser

@main
struct Rescue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn-rescue",
        abstract:
            "Finds, proves and brings back what survived, on a machine with nothing else on it.",
        subcommands: [
            SurveyCommand.self, VerifyCommand.self, RestoreCommand.self, ExtractCommand.self,
        ]
    )
}
