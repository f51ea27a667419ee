import ArgumentParser
import Ledger
import Mail
import Office
import Web

struct AdvisoryExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the public status as a static site, signed.",
        discussion: """
            EXAMPLES
              posthorn advisory export --to site --office office
              posthorn advisory export --to site --stale-after 4 --office office

            The pages need no server, no script and no other host. Host them where the office's own
            machines are not: they go on saying what was so, and from when on they are not to be
            believed. A served office keeps a folder new by itself: `status-site: DIR` in office.yaml.
            """
    )

    @Option(help: "The folder to write.")
    var to: String

    @Option(help: "Hours after which the copy says that it is stale.")
    var staleAfter = 24

    @OptionGroup var office: OfficeOption

    func run() async throws {
        guard (1...8_760).contains(staleAfter) else {
            throw CommandFailure(
                .usage,
                "--stale-after: expected 1 to 8760 hours, found \(staleAfter)",
                hint: "a copy that is never stale cannot be believed"
            )
        }
        let view = try await OfficeAtHand.view(office.directory)
        let settings = try OfficeReading.settings(office.directory, sources: .process)
        let now = OfficeClock.machine.now()
        let site = StatusSite(
            try PublicStatus(view.ledger, settings.calendar, at: now),
            view.profile,
            try PublishedCheckpoint(office.directory),
            staleAfter: Int64(staleAfter) * 3_600_000
        )
        let (files, manifest) = site.make()
        try SiteFolder(to).write(files, manifest: try manifest.signed(office.directory))
        Terminal.say(
            "\(to): \(files.count) files of plan \(manifest.plan), stale after "
                + settings.calendar.text(manifest.stale)
        )
    }
}
