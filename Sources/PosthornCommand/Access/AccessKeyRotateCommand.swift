import ArgumentParser
import Journal
import Mail
import Office

struct AccessKeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Makes a key like another one and prints it; the other one ends after a while."
    )

    @Argument(help: "The old key's public part: ph_test_1a2B3c4D.")
    var key: String

    @OptionGroup var office: OfficeOption

    @Option(help: "For how many days both open the office; 0 ends the old one at once.")
    var overlapDays = Int(OfficeDesk.rotationOverlap / 86_400_000)

    func run() async throws {
        guard (0...365).contains(overlapDays) else {
            throw CommandFailure(
                .usage,
                "expected 0 to 365 days, found \(overlapDays)",
                hint: "the old key ends after them"
            )
        }
        let now = OfficeClock.machine.now()
        let text = try await AccessCommand.onDesk(of: office) { desk in
            try await desk.rotateKey(
                key,
                overlap: Int64(overlapDays) * 86_400_000,
                by: .local,
                random: .system,
                at: now
            )
        }
        Terminal.say(text.text)
        Terminal.note("\(key) goes on opening the office for \(overlapDays) days")
    }
}
