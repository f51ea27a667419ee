import ArgumentParser
import Office

struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Says who may use the office: keys for programs, accounts for people.",
        subcommands: [AccessKeyCommand.self, AccessStaffCommand.self]
    )

    /// Has the office's writer carry out an order.
    static func order(
        _ order: AccessOrder,
        of office: OfficeOption
    ) async throws -> AccessAnswer {
        try await CommandDesk.use(of: office) { desk in
            try await desk.perform(order, at: OfficeClock.machine.now())
        }
    }
}
