import ArgumentParser

struct VaultShipCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ship",
        abstract:
            "Ships everything that is published here to every vault, and says how each stands.",
        discussion: """
            EXAMPLES
              posthorn vault ship --office office
              posthorn vault ship --office office --json

            Run it again at any time: what is there already is left alone.

            Exit status: 0 all are up to date, 69 one lags.
            """
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        guard try await VaultCommand.ship(office, json: json) else {
            throw ExitStatus.serviceDown.code
        }
    }
}
