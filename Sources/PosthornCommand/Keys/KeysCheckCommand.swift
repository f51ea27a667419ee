import ArgumentParser
import Journal
import Mail
import Office
import Vault

struct KeysCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Proves that shares or an identity open the office's newest keys. Changes nothing.",
        discussion: """
            EXAMPLES
              posthorn keys check --office office --shares 1.txt --shares 3.txt
              posthorn keys check --office office --identity recovery.identity --json

            Do it after each ceremony, and once a quarter. It ends with 7 when a key stays shut.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "A file with the words of a sheet. Give as many as are needed.")
    var shares: [String] = []

    @Option(help: "A file with an age identity.")
    var identity: [String] = []

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard shares.isEmpty != identity.isEmpty else {
            throw ValidationError("give --shares or --identity")
        }
    }

    func run() async throws {
        let report = try await KeysCommand.performing {
            try await RecoveryCheck.run(office.directory, identities: try identities())
        }
        Terminal.say(json ? JSONText.write(report.json) : text(report))
        guard report.isProven else { throw ExitStatus.verificationFailed.code }
    }

    private func identities() throws -> [AgeIdentity] {
        guard shares.isEmpty else {
            return [try RecoveryShares.identity(try KeysCommand.shares(shares))]
        }
        return try identity.flatMap { file in
            guard let bytes = try SmallFile.read(file) else {
                throw CommandFailure(.notFound, "there is no \(file)")
            }
            do throws(AgeFlaw) {
                return try AgeIdentity.list(String(decoding: bytes, as: UTF8.self))
            } catch {
                throw CommandFailure(.usage, "\(file): \(error)", hint: "give an age identity file")
            }
        }
    }

    private func text(_ report: RecoveryCheck.Report) -> String {
        var lines = report.recipients.map { "identity of \($0)" }
        if !report.isRecovery {
            lines.append("none of them is a recovery recipient of this office")
        }
        for line in report.lines {
            lines.append(
                line.flaw.map { "SHUT    \(line.file): \($0)" } ?? "opened  \(line.file)"
            )
        }
        let newest = report.newest.map { "newest month opened: \($0)" } ?? "no data key opened"
        lines.append("\(report.opened) of \(report.lines.count) opened; \(newest)")
        return lines.joined(separator: "\n")
    }
}

extension RecoveryCheck.Report {
    fileprivate var json: JSONValue {
        .members([
            ("proven", .bool(isProven)), ("recovery", .bool(isRecovery)),
            ("recipients", .array(recipients.map { .string($0) })), ("newest", .text(newest)),
            (
                "files",
                .array(
                    lines.map { line in
                        .members([("file", .string(line.file)), ("flaw", .text(line.flaw))])
                    }
                )
            ),
        ])
    }
}
