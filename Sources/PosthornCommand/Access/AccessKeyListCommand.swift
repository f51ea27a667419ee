import ArgumentParser
import Ledger
import Mail
import Office

struct AccessKeyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists every key ever made, the newest first, by its public part."
    )

    @OptionGroup var office: OfficeOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let rows = try await OfficeAtHand.view(office.directory).ledger.accessKeys()
        let now = OfficeClock.machine.now()
        if json {
            let keys = rows.map { $0.json(at: now) }
            Terminal.say(JSONText.write(.members([("keys", .array(keys))])))
            return
        }
        for row in rows {
            let scope = row.key.customer.map { " of \($0)" } ?? ""
            Terminal.say(
                "\(row.key.id)  \(row.standing(at: now))  \(row.key.role.rawValue)\(scope)"
                    + "  \(row.key.name)"
            )
        }
    }
}
