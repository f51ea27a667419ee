import ArgumentParser
import Journal
import Mail
import Office

struct AccessStaffResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Takes away password and authenticator, and prints a link for a new start."
    )

    @OptionGroup var staff: StaffArguments

    func run() async throws {
        let now = OfficeClock.machine.now()
        let link = try await AccessCommand.onDesk(of: staff.office) { desk in
            try await desk.resetStaff(staff.name, by: .local, random: .system, at: now)
        }
        link.tell()
    }
}
