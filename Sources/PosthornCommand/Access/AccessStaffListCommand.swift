import ArgumentParser
import Ledger
import Mail
import Office

struct AccessStaffListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every account ever made."
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let accounts = try await OfficeAtHand.view(office.directory).ledger.staff()
        let now = OfficeClock.machine.now()
        if json {
            let staff = accounts.map { $0.json(at: now) }
            Terminal.say(JSONText.write(.members([("staff", .array(staff))])))
            return
        }
        for account in accounts {
            let factor = account.oneTimeSecret == nil ? "" : "  with authenticator"
            Terminal.say(
                "\(account.name)  \(account.standing(at: now))  \(account.role.rawValue)"
                    + "  \(account.displayName)\(factor)"
            )
        }
    }
}
