import ArgumentParser
import Office

struct KeysCeremonyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ceremony",
        abstract: "Makes a recovery key that exists on three sheets of paper; any two rescue all.",
        discussion: """
            EXAMPLES
              posthorn keys ceremony --office office --out /media/stick/sheets
              posthorn keys ceremony --office office --confirm 1.txt --confirm 2.txt --confirm 3.txt

              posthorn keys ceremony --office office --recipient age1qqp…

            It writes three sheets (PDF and text), asks for words of each as they stand on paper,
            and only then changes the office: its data keys are wrapped to the new recovery key
            too. The key itself is never written. Where nobody sits at a terminal it stops behind
            the sheets with status 6; files with the words of all three confirm it later.

            --recipient takes the public part of an identity that was made on a machine without a
            network (`age-keygen`); there are no sheets then, and whoever has it keeps it.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The folder for the sheets, outside the office.")
    var out = "recovery-sheets"

    @Option(help: "A file with the words of a sheet, typed from paper. Give it for each sheet.")
    var confirm: [String] = []

    @Option(help: "The public part (age1…) of an identity made elsewhere, instead of sheets.")
    var recipient: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await CeremonyFlow(
            office: office.directory,
            mode: .add,
            out: out,
            confirm: confirm,
            json: json,
            recipient: recipient
        )
        .run()
    }
}
