import ArgumentParser
import Foundation
import Ledger
import Mail
import Office

struct LaneExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the plan for a counter without a network: dated and signed.",
        discussion: """
            EXAMPLES
              posthorn lane export --to lanes.bundle --office office
              posthorn lane check-bundle lanes.bundle --vkey "$(cat vkey)"

            The bundle has the lane plan with its schedule, the capacity calendar and the rules of
            the day. It is a signed note: whoever has the office's verifier key can check it. It is
            fresh for 24 hours; after 72 hours take only correspondence by it.
            """
    )

    @Option(help: "The file to write.")
    var to: String

    @OptionGroup var office: OfficeOption

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let calendar = try view.lanes(sources: .process).calendar
        let now = OfficeClock.machine.now()
        let bundle = try LaneBundle(office.directory, view.ledger, calendar.name, at: now)
        let bytes = try bundle.signed(office.directory)
        do {
            try Data(bytes).write(to: URL(filePath: to), options: .atomic)
        } catch {
            throw CommandFailure(.failed, "cannot write '\(to)'", hint: "\(error)")
        }
        Terminal.say("\(to): plan \(bundle.plan.version) of \(calendar.text(now))")
    }
}
