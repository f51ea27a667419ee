import ArgumentParser
import Journal

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hashes every byte of a journal again and accounts for every file of it.",
        discussion: """
            EXAMPLES
              posthorn-rescue verify office
              posthorn-rescue verify /mnt/vault --vkey 'post.example+1a2b3c4d+AbC…'
              posthorn-rescue verify office --policy witnesses.policy --json

            DIR is an office, a journal or a directory vault. No secret is needed. Without --vkey
            or --policy the key beside the log is believed: then the journal is shown to be
            consistent with itself, not whose it is.

            Exit status: 0 whole, 1 failed, 4 no journal there, 7 something does not verify.
            """
    )

    @Argument(help: "An office, a journal or a directory vault.")
    var directory: String

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let report: CheckReport
        do throws(JournalFault) {
            report = try JournalCheck.run(directory: directory, trust: try trust())
        } catch {
            let status: Int32 = error.code == .missing ? 4 : 1
            try RescueTerminal.fail("\(error)", hint: error.hint, status: status)
        }
        RescueTerminal.say(json ? report.json : report.text)
        guard report.isWhole else { throw ExitCode(7) }
    }

    private func trust() throws(JournalFault) -> CheckTrust {
        do throws(CheckTrust.Flaw) {
            return try CheckTrust(vkey: vkey, policyFile: policy)
        } catch {
            throw JournalFault(.wrongKey, path: error.path, error.detail, hint: error.hint)
        }
    }
}
