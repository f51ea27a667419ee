import ArgumentParser
import Journal
import Office
import Vault

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Who can rescue this office: ceremony, proof, rotation, escrow.",
        subcommands: [
            KeysCeremonyCommand.self, KeysCheckCommand.self, KeysRotateCommand.self,
            KeysEscrowCommand.self, KeysNoticeCommand.self,
        ]
    )

    /// Runs what works on keys, and says in the command line's voice why it did not.
    static func performing<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as CeremonyRefusal {
            let status: ExitStatus =
                switch refusal {
                case .insideOffice: .usage
                case .notBegun: .notFound
                case .sheetsMissing, .otherWord: .needsConfirmation
                case .otherSet: .verificationFailed
                }
            throw CommandFailure(status, "\(refusal)", hint: refusal.hint)
        } catch let refusal as EscrowDesk.Refusal {
            throw CommandFailure(.usage, "\(refusal)", hint: refusal.hint)
        } catch let flaw as SheetFlaw {
            throw CommandFailure(.verificationFailed, "\(flaw)", hint: flaw.flaw.hint)
        } catch let fault as KeysFault {
            throw CommandFailure(.failed, "\(fault.path): \(fault.detail)", hint: fault.hint)
        } catch let fault as JournalFault {
            throw CommandFailure(fault, in: "journal")
        }
    }

    /// The shares in files, each named as the person named it.
    static func shares(_ files: [String]) throws -> [ShareSet.Named] {
        try files.flatMap { file in
            guard let bytes = try SmallFile.read(file) else {
                throw CommandFailure(.notFound, "there is no \(file)")
            }
            return try ShareText.shares(in: String(decoding: bytes, as: UTF8.self), name: file)
        }
    }
}
