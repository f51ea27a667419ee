import ArgumentParser
import Office

struct AccessStaffResetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Takes away password and authenticator, and prints a link for a new start."
    )

    @OptionGroup var staff: StaffArguments

    func run() async throws {
        try await AccessCommand.order(.resetStaff(staff.name), of: staff.office).tell()
    }
}
