import ArgumentParser
import Journal

struct JournalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Looks at the journal itself: its entries, its tree, its proofs.",
        subcommands: [
            JournalTailCommand.self, JournalVerifyCommand.self, JournalProveCommand.self,
            JournalCheckpointCommand.self, JournalWitnessCommand.self,
        ]
    )
}

extension CommandFailure {
    /// How a command ends that met this fault of the journal's files.
    init(_ fault: JournalFault, in directory: String) {
        let status: ExitStatus =
            switch fault.code {
            case .missing: .notFound
            case .locked, .notYetBack: .tryAgain
            case .damaged, .differentBytes, .behind, .wrongKey: .verificationFailed
            case .io, .diskFull, .networkFileSystem, .exists, .newerFormat, .stopped: .failed
            }
        self.init(status, "\(directory)/\(fault)", hint: fault.hint)
    }

    init(_ flaw: CheckTrust.Flaw) {
        self.init(.usage, "\(flaw.path): \(flaw.detail)", hint: flaw.hint)
    }
}
