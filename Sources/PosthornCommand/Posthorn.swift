import ArgumentParser
import Office

/// The command: parses, runs one subcommand, and ends with the status that says how it went.
@main
struct Posthorn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn",
        abstract: "Produces the documents that carry mail across a border.",
        discussion: """
            EXAMPLES
              posthorn init office
              posthorn lodge orders.csv --office office --out out
              posthorn show LA990000006GB --office office
              posthorn documents LA990000006GB --office office --out out
              posthorn verify --office office
              posthorn doctor --office office

            Exit status: 0 done, 1 failed, 2 stopped midway (run again), 3 some inputs refused,
            4 not found, 5 refused by lane or policy, 6 needs confirmation, 7 verification failed,
            64 usage, 69 service down, 75 try again.
            """,
        subcommands: [
            InitCommand.self, LodgeCommand.self, CheckCommand.self, ShowCommand.self,
            DocumentsCommand.self, VerifyCommand.self, NumbersCommand.self, RatesCommand.self,
            DoctorCommand.self, ForgetCommand.self, JournalCommand.self, ServeCommand.self,
            AccessCommand.self, PrintCommand.self, ConfigCommand.self, VaultCommand.self,
            KeysCommand.self, PostureCommand.self, SiegeCommand.self, LaneCommand.self,
            AdvisoryCommand.self, RehearseCommand.self,
        ]
    )

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            Terminal.report(failure)
            exit(withError: failure.status.code)
        } catch let fault as OfficeFault {
            Terminal.report(CommandFailure(fault.status, fault.detail, hint: fault.hint))
            exit(withError: fault.status.code)
        } catch DeskRefusal.vaultUnavailable(let wanted, let found) {
            let failure = CommandFailure(
                .tryAgain,
                "vault_unavailable: expected it in \(wanted) vaults, found it in \(found)",
                hint:
                    "what was recorded stays; run it again when they answer (posthorn vault status)"
            )
            Terminal.report(failure)
            exit(withError: failure.status.code)
        } catch DeskRefusal.notYetBack(let gap) {
            let failure = CommandFailure(
                .tryAgain,
                "not back yet: \(gap.text)",
                hint: "posthorn serve fetches the rest as it works, posthorn vault follow at once"
            )
            Terminal.report(failure)
            exit(withError: failure.status.code)
        } catch {
            exit(withError: error)
        }
    }
}

extension OfficeFault {
    /// How a command that met this fault ends.
    var status: ExitStatus {
        switch code {
        case .officeMissing: .notFound
        case .journalDamaged, .documentDiffers: .verificationFailed
        case .officeBusy, .notYetBack: .tryAgain
        case .rangeRefused: .usage
        case .officeExists, .settingsMalformed, .entryUnreadable, .messageRefused, .assetsMissing,
            .editionDiffers, .vaultFault, .snapshotUnusable, .fileSystem:
            .failed
        }
    }
}
