import ArgumentParser
import Office

struct AccessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: "Says who may use the office: keys for programs, accounts for people.",
        subcommands: [AccessKeyCommand.self, AccessStaffCommand.self]
    )

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
        } catch let refusal as AccessRefusal {
            let status: ExitStatus = refusal.isOfTheUnknown ? .notFound : .refusedByPolicy
            result = .failure(CommandFailure(status, "\(refusal)", hint: refusal.hint))
        } catch let refusal as StaffRefusal {
            result = .failure(CommandFailure(refusal.status, "\(refusal)", hint: refusal.hint))
        } catch {
            result = .failure(error)
        }
        try await desk.close()
        return try result.get()
    }
}

extension StaffRefusal {
    /// How a command that was refused so ends.
    fileprivate var status: ExitStatus {
        switch self {
        case .unknown: .notFound
        case .nameMalformed: .usage
        case .nameTaken, .passwordTooShort, .passwordTooLong, .passwordGuessable, .passwordWrong,
            .linkDead, .codeWrong, .enrolmentMissing:
            .refusedByPolicy
        }
    }
}
