import ArgumentParser

@main
struct Rescue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn-rescue",
        abstract: "Verifies and reads what survived, on a machine with nothing else on it.",
        subcommands: [VerifyCommand.self, ExtractCommand.self]
    )
}
