import ArgumentParser
import Mail
import Office

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what the rules would say of a file; records nothing.",
        discussion: """
            EXAMPLES
              posthorn check orders.csv --office office
              posthorn check orders.csv --office office --json
            """
    )

    @Argument(help: "The file to check.")
    var file: String

    @OptionGroup var office: OfficeOption
    @OptionGroup var remote: RemoteOption

    @Flag(help: "Print one JSON object: counts and results.")
    var json = false

    func run() async throws {
        do {
            if let client = try remote.client() {
                let summary = try await RemoteRun(client: client)
                    .check(file, json: json, verb: "good")
                guard summary.refused == 0 else { throw summary.refusalStatus.code }
                return
            }
            let view = try await OfficeAtHand.view(office.directory)
            let summary = try await FileCheck.run(
                try LodgementFile(path: file),
                view,
                json: json,
                verb: "good",
                clock: .machine
            )
            guard summary.refused == 0 else { throw summary.refusalStatus.code }
        } catch let fault as FileFault {
            throw CommandFailure(.failed, fault.description, hint: fault.hint)
        } catch let refusal as IntakeRefusal {
            throw CommandFailure(.someRefused, "\(file): \(refusal)", hint: refusal.hint)
        }
    }
}
