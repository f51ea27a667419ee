import ArgumentParser
import Mail
import Office

struct AccessStaffDeactivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate",
        abstract: "Lets a person in no more; `reset` undoes it."
    )

    @OptionGroup var staff: StaffArguments

    func run() async throws {
        let now = OfficeClock.machine.now()
        try await AccessCommand.onDesk(of: staff.office) { desk in
            try await desk.deactivateStaff(staff.name, by: .local, at: now)
        }
        Terminal.note("deactivated: \(staff.name)")
    }
}
