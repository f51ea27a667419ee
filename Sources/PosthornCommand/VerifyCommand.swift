import ArgumentParser
import Journal
import Mail
import Office

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hashes every byte of the journal again, and compares the ledger with it.",
        discussion: """
            EXAMPLES
              posthorn verify --office office
              posthorn verify --office office --json
              posthorn verify --office office --vkey "$(cat vkey-from-elsewhere)"

            Without --vkey or --policy the key beside the log is believed: then the journal is shown
            to be consistent with itself, not whose it is.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        let trust: CheckTrust
        do {
            trust = try CheckTrust(vkey: vkey, policyFile: policy)
        } catch {
            throw CommandFailure(.usage, "\(error.path): \(error.detail)", hint: error.hint)
        }
        let report = try await OfficeVerification.run(office.directory, trust: trust)
        Terminal.say(json ? JSONText.write(report.json) : report.text)
        guard report.isSound else { throw ExitStatus.verificationFailed.code }
    }
}
