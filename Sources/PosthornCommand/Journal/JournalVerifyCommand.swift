import ArgumentParser
import Journal
import Office

struct JournalVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hashes every byte of the journal again and accounts for every file of it.",
        discussion: """
            EXAMPLES
              posthorn journal verify --office office
              posthorn journal verify --office office --policy witnesses.policy --json

            `posthorn verify` compares the ledger too. Without --vkey or --policy the key beside the
            log is believed: then the journal is consistent, and whose it is is not shown.
            """
    )

    @OptionGroup var office: OfficeOption

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let journal = office.directory.journal
        let report: CheckReport
        do {
            let trust = try CheckTrust(vkey: vkey, policyFile: policy)
            report = try JournalCheck.run(directory: journal, trust: trust)
        } catch let flaw as CheckTrust.Flaw {
            throw CommandFailure(flaw)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: journal)
        }
        Terminal.say(json ? report.json : report.text)
        guard report.isWhole else { throw ExitStatus.verificationFailed.code }
    }
}
