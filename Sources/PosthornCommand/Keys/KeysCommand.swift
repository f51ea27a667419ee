import ArgumentParser

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Who can open what this office has sealed, when the office itself is gone.",
        subcommands: [KeysCeremonyCommand.self, KeysCheckCommand.self, KeysEscrowCommand.self]
    )
}
