import ArgumentParser
import Ledger
import Office

struct PrintTestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Prints a page with a 100 mm ruler."
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The printer's name in office.yaml.")
    var printer: String

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        let settings = try OfficeReading.settings(office.directory, sources: .process)
        do {
            try await PrintDesk(settings.printers)
                .test(printer, office.directory, edition: view.edition, label: settings.label)
        } catch let refusal as PrintRefusal {
            throw refusal.failure
        }
        Terminal.note("sent a test page to \(printer): its upright ruler is 100 mm long")
    }
}
