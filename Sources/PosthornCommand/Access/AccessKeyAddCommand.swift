import ArgumentParser
import Mail
import Office

struct AccessKeyAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes a key and prints it, and nothing else, on standard output."
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "What the key may do: \(roleNames).")
    var role: String

    @Option(help: "test or live; the office's own.")
    var mode: String

    @Option(help: "What people call it; the role where nothing is said.")
    var name: String?

    @Option(help: "The account whose items alone it sees and lodges.")
    var customer: String?

    @Option(help: "The last day on which it opens the office, YYYY-MM-DD.")
    var expires: String?

    static let roleNames = Role.allCases.map(\.rawValue).joined(separator: ", ")

    func run() async throws {
        guard let role = Role(rawValue: role) else {
            throw CommandFailure(
                .usage,
                "no role '\(role)'",
                hint: "give one of \(Self.roleNames)"
            )
        }
        guard let mode = Mode(rawValue: mode) else {
            throw CommandFailure(.usage, "no mode '\(mode)'", hint: "give test or live")
        }
        let order = KeyOrder(
            name: name ?? role.rawValue,
            role: role,
            mode: mode,
            customer: customer,
            expiresAt: try expires.map { try Self.end(of: $0) }
        )
        try await AccessCommand.order(.addKey(order), of: office).tell()
    }

    /// The moment at which the day after that one begins.
    static func end(of text: String) throws -> Moment {
        guard let day = CalendarDay(text) else {
            throw CommandFailure(.usage, "no day '\(text)'", hint: "write it like 2027-12-31")
        }
        return day.end
    }
}
