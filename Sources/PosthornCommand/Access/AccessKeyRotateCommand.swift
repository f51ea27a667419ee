import ArgumentParser
import Office

struct AccessKeyRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Makes a key like another one and prints it; the other one ends after a while.",
        discussion: """
            While two keys of one line open the office, a third is refused: revoke the one that
            nobody uses any more, wait until it ends, or end the old one at once.
            """
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
        let overlap = Int64(overlapDays) * 86_400_000
        try await AccessCommand.order(.rotateKey(key, overlap: overlap), of: office).tell()
        Terminal.note("\(key) goes on opening the office for \(overlapDays) days")
    }
}
