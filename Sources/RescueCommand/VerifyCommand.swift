import ArgumentParser
import Journal
import Vault

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hashes every byte of a journal again and accounts for every file of it.",
        discussion: """
            EXAMPLES
              posthorn-rescue verify office
              posthorn-rescue verify /mnt/vault --vkey 'post.example+1a2b3c4d+AbC…'
              posthorn-rescue verify office --policy witnesses.policy --json

            DIR is an office, a journal or a vault: a folder or s3+https://host/bucket/prefix, of
            which the newest incarnation is read. No secret is needed. Without --vkey
            or --policy the key beside the log is believed: then the journal is shown to be
            consistent with itself, not whose it is.

            Exit status: 0 whole, 1 failed, 4 no journal there, 7 something does not verify.
            """
    )

    @Argument(help: "An office, a journal or a vault.")
    var directory: String

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    @Option(help: "A file with access key and secret, for a vault in S3.")
    var credentials: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        if try await verifyVault() { return }
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

    /// True when there is a vault, which is read to the last byte.
    private func verifyVault() async throws -> Bool {
        var isVault = false
        try await RescueTerminal.run {
            let store = try RescueTerminal.open(directory, credentials)
            let survey = await VaultSurvey.run([store], trust: try trust())
            guard let newest = survey.newest ?? survey.incarnations.last else { return }
            isVault = true
            if let flaw = newest.flaw {
                throw VaultFault(
                    .damaged,
                    directory,
                    "\(newest.incarnation): \(flaw)",
                    hint: "give the key of this office"
                )
            }
            let report = try await VaultVerify.run(survey, newest)
            RescueTerminal.say(json ? report.json : report.text)
            guard report.isWhole else { throw ExitCode(7) }
        }
        return isVault
    }

    private func trust() throws(JournalFault) -> CheckTrust {
        do throws(CheckTrust.Flaw) {
            return try CheckTrust(vkey: vkey, policyFile: policy)
        } catch {
            throw JournalFault(.wrongKey, path: error.path, error.detail, hint: error.hint)
        }
    }
}
