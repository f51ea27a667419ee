import ArgumentParser
import Office

struct AccessStaffDeactivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Lets a person in no more; `reset` undoes it."
    )

    @OptionGroup var staff: StaffArguments

    func run() async throws {
        _ = try await AccessCommand.order(.deactivateStaff(staff.name), of: staff.office)
        Terminal.note("deactivated: \(staff.name)")
    }
}
