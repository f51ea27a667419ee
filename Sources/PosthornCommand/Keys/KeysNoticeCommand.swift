import ArgumentParser
import Mail
import Office

struct KeysNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Prints the notice of changed keys again, for witnesses, partners and vaults.",
        discussion: """
            EXAMPLES
              posthorn keys notice --office office
              posthorn keys notice --office office --out /media/stick

            An office that was restored, or whose signing key was changed, has one: the new
            verifier key, the old one and the size at which it ends, and what each receiver does.
            It is made from what is recorded. --out writes keys.pdf and keys.txt there, too.

            Exit status: 0 printed, 4 the keys of this office never changed.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "A folder for keys.pdf and keys.txt.")
    var out: String?

    func run() async throws {
        let view = try await OfficeAtHand.view(office.directory)
        guard let found = try KeyNotice.current(view, at: OfficeClock.machine.now()) else {
            throw CommandFailure(
                .notFound,
                "the keys of this office never changed",
                hint: "`posthorn keys rotate --signing` changes one; a restore changes all"
            )
        }
        if let out {
            let folder = KeyNoticeFolder(path: out)
            let (files, flaw) = try folder.write(
                found.notice,
                view.directory,
                edition: view.edition
            )
            for file in files { Terminal.note("wrote \(file)") }
            if let flaw { Terminal.note("no PDF: \(flaw)") }
        }
        Terminal.write(found.notice.text, to: 1)
    }
}
