import ArgumentParser
import Journal
import Vault

/// The vaults a command reads, and whose office it believes them to hold.
struct VaultOptions: ParsableArguments {
    @Argument(help: "A vault: a folder, or s3+https://host/bucket/prefix; repeatable.")
    var vaults: [String]

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    func survey() async throws -> VaultSurvey {
        var stores: [any VaultStore] = []
        for vault in vaults { stores.append(try VaultAddress(vault).open()) }
        return await VaultSurvey.run(stores, trust: try CheckTrust(vkey: vkey, policyFile: policy))
    }
}

extension RescueTerminal {
    /// Runs a command's work and ends it with the words and the status of what it throws.
    static func run(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let fault as VaultFault {
            let status: Int32 =
                switch fault.code {
                case .missing: 4
                case .usage: 64
                case .unreachable: 69
                case .damaged, .forked, .behind: 7
                default: 1
                }
            try fail("\(fault)", hint: fault.hint, status: status)
        } catch let fault as JournalFault {
            try fail("\(fault)", hint: fault.hint, status: fault.code == .missing ? 4 : 1)
        } catch let flaw as CheckTrust.Flaw {
            try fail("\(flaw.path): \(flaw.detail)", hint: flaw.hint, status: 64)
        } catch let fault as KeysFault {
            try fail("\(fault.path): \(fault.detail)", hint: fault.hint, status: 1)
        }
    }
}
