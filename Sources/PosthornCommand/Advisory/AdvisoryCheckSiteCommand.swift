import ArgumentParser
import Foundation
import Mail
import Office

struct AdvisoryCheckSiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-site",
        abstract: "Says of a static copy of the status who signed it and whether it is whole.",
        discussion: """
            EXAMPLES
              posthorn advisory check-site site --vkey "$(cat vkey)"

            It needs no office. Ends with 7 where a file is not what the office signed, with 75 where
            the copy is stale.
            """
    )

    @Argument(help: "The folder.")
    var folder: String

    @Option(help: "The office's verifier key, from somewhere else than the copy.")
    var vkey: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let site = SiteFolder(folder)
        guard let bytes = site.read(SiteManifest.name) else {
            throw CommandFailure(
                .notFound,
                "no \(SiteManifest.name) in '\(folder)'",
                hint: "posthorn advisory export writes one"
            )
        }
        let manifest: SiteManifest
        do throws(SiteManifest.Flaw) {
            manifest = try SiteManifest(bytes, signedBy: vkey)
        } catch {
            throw CommandFailure(
                .verificationFailed,
                "\(folder): \(error)",
                hint: "take the copy, or the key, from the office again"
            )
        }
        for (name, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
            guard let file = site.read(name) else {
                throw CommandFailure(
                    .verificationFailed,
                    "\(name): expected a file, found none",
                    hint: "fetch the copy again"
                )
            }
            let found = SiteManifest.digest(file)
            guard found == digest else {
                throw CommandFailure(
                    .verificationFailed,
                    "\(name): expected \(digest), found \(found)",
                    hint: "somebody changed it, or it was fetched half way: fetch the copy again"
                )
            }
        }
        let isStale = OfficeClock.machine.now() > manifest.stale
        say(manifest, isStale)
        if isStale { throw ExitStatus.tryAgain.code }
    }

    private func say(_ manifest: SiteManifest, _ isStale: Bool) {
        guard !json else {
            return Terminal.say(
                JSONText.write(
                    .members([
                        ("origin", .string(manifest.origin)), ("at", .string(manifest.at.text)),
                        ("stale_after", .string(manifest.stale.text)), ("stale", .bool(isStale)),
                        ("plan", .integer(manifest.plan)), ("checkpoint", .integer(manifest.size)),
                        ("files", .integer(manifest.digests.count)),
                    ])
                )
            )
        }
        Terminal.say("signed by \(manifest.origin)")
        Terminal.say(
            "plan \(manifest.plan) at \(manifest.at.text), \(manifest.digests.count) files as signed"
        )
        Terminal.say(isStale ? "stale since \(manifest.stale.text)" : "fresh")
    }
}
