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
        try await onDesk(of: office) { desk in
            try await desk.perform(order, at: OfficeClock.machine.now())
        }
    }

    /// Has the office's writer do something, whether the office is served or opened for it, and
    /// closes what was opened, whatever came of it.
    static func onDesk<Value>(
        of office: OfficeOption,
        _ act: (inout CommandDesk) async throws -> Value
    ) async throws -> Value {
        var desk = try await CommandDesk.open(office.directory)
        let result: Result<Value, any Error>
        do {
            result = .success(try await act(&desk))
        } catch let refusal as AccessOrderRefusal {
            result = .failure(
                CommandFailure(refusal.kind.status, refusal.detail, hint: refusal.hint)
            )
        } catch {
            result = .failure(error)
        }
        try await desk.close()
        return try result.get()
    }
}

extension AccessOrderRefusal.Kind {
    /// How a command that was refused so ends.
    fileprivate var status: ExitStatus {
        switch self {
        case .unknown: .notFound
        case .malformed: .usage
        case .refused: .refusedByPolicy
        }
    }
}
