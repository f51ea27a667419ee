import ArgumentParser
import Mail
import Office

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes an office: its journal, its keys and its numbers.",
        discussion: """
            EXAMPLES
              posthorn init office
              posthorn init office --country IT --language it --operator "Poste"
              posthorn init office --live        numbers come with `posthorn numbers load`

            Without --live the office is in test mode: its numbers run from serial 99000000, which
            live never uses, and every document says TEST.
            """
    )

    @Argument(help: "The new data directory.")
    var directory: String

    @Option(help: "The office's country, by ISO 3166-1 code.")
    var country = "GB"

    @Option(help: "The second language of its forms beside French: it, en, fr, de or nl.")
    var language = "en"

    @Option(
        name: .customLong("operator"),
        help: "The designated operator's name, as forms print it."
    )
    var operatorName: String?

    @Flag(help: "Make a live office. It has no numbers until ranges are loaded.")
    var live = false

    func run() async throws {
        guard let country = Country(country.uppercased()) else {
            throw CommandFailure(
                .usage,
                "no country has the code '\(country)'",
                hint: "give an ISO 3166-1 code, like GB or IT"
            )
        }
        guard let language = Language(rawValue: language.lowercased()) else {
            throw CommandFailure(
                .usage,
                "no language '\(language)'",
                hint: "give it, en, fr, de or nl"
            )
        }
        let mode: Mode = live ? .live : .test
        let profile = OfficeProfile(
            operatorName: operatorName?.trimmed ?? "Post \(country.name(in: .english))",
            country: country,
            language: language,
            mode: mode
        )
        try await OfficeSetup.make(OfficeDirectory(directory), profile, clock: .machine)
        Terminal.say("made an office in \(mode.rawValue) mode in \(directory)")
        Terminal.note(
            "its second copy in \(directory)/vault is no vault: whoever locks this machine locks it"
                + " too"
        )
        if live {
            Terminal.note(
                "hint: posthorn numbers load LAGB 10000000-10099999 --office \(directory)"
            )
        }
    }
}
