import ArgumentParser
import Journal
import Mail
import Office

struct AccessStaffAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an account and prints the link that sets its password."
    )

    @OptionGroup var staff: StaffArguments

    @Option(help: "What the person may do: \(AccessKeyAddCommand.roleNames).")
    var role: String

    @Option(help: "The person's name, as pages show it; the account's where nothing is said.")
    var displayName: String?

    @Option(help: "The language of the person's pages: en, fr, de, it or nl.")
    var language = "en"

    func run() async throws {
        guard let role = Role(rawValue: role) else {
            throw CommandFailure(
                .usage,
                "no role '\(role)'",
                hint: "give one of \(AccessKeyAddCommand.roleNames)"
            )
        }
        guard let language = Language(rawValue: language) else {
            throw CommandFailure(
                .usage,
                "no language '\(language)'",
                hint: "give one of \(Language.allCases.map(\.rawValue).joined(separator: ", "))"
            )
        }
        let order = StaffOrder(
            name: staff.name,
            displayName: displayName ?? staff.name,
            role: role,
            language: language
        )
        let now = OfficeClock.machine.now()
        let link = try await AccessCommand.onDesk(of: staff.office) { desk in
            try await desk.addStaff(order, by: .local, random: .system, at: now)
        }
        link.tell()
    }
}

extension SecretLink {
    /// The path alone on standard output: which address people reach the office at, it cannot know.
    func tell() {
        Terminal.say(path)
        Terminal.note("put it behind the office's address; it works once, until \(expiresAt.text)")
    }
}
