import ArgumentParser
import Mail
import Office

struct AccessKeyRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Ends a key at once."
    )

    @Argument(help: "The key's public part: ph_test_1a2B3c4D.")
    var key: String

    @OptionGroup var office: OfficeOption

    @Option(help: "Why; it is recorded.")
    var reason: String?

    func run() async throws {
        let now = OfficeClock.machine.now()
        try await AccessCommand.onDesk(of: office) { desk in
            try await desk.revokeKey(key, reason: reason, by: .local, at: now)
        }
        Terminal.note("revoked: \(key) opens nothing any more")
    }
}
