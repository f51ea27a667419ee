import ArgumentParser
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
        try await AccessCommand.order(.addStaff(order), of: staff.office).tell()
    }
}

extension AccessAnswer {
    /// Prints what is shown once, alone on standard output.
    func tell() {
        switch self {
        case .done: return
        case .key(let text): Terminal.say(text)
        case .link(let path, let end):
            // Which address people reach the office at, it cannot know.
            Terminal.say(path)
            Terminal.note("put it behind the office's address; it works once, until \(end.text)")
        }
    }
}
