import ArgumentParser
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
        _ = try await AccessCommand.order(.revokeKey(key, reason: reason), of: office)
        Terminal.note("revoked: \(key) opens nothing any more")
    }
}
