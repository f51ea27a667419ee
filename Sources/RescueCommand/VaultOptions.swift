import ArgumentParser
import Glibc
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

    @Option(help: "A file with access key and secret, for vaults in S3.")
    var credentials: String?

    func stores() throws -> [any VaultStore] {
        try vaults.map { try RescueTerminal.open($0, credentials) }
    }

    func survey() async throws -> VaultSurvey {
        await VaultSurvey.run(try stores(), trust: try CheckTrust(vkey: vkey, policyFile: policy))
    }

    /// Where the vaults are, from wherever the office is opened.
    func sources() throws -> [RestoringRecord.Source] {
        try vaults.map { vault in
            let address = try VaultAddress(vault)
            let place =
                if case .directory(let path) = address { Self.absolute(path) } else { "\(address)" }
            return RestoringRecord.Source(
                address: place,
                credentials: credentials.map(Self.absolute)
            )
        }
    }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let here = unsafe getcwd(nil, 0) else { return path }
        defer { unsafe free(here) }
        return unsafe String(cString: here) + "/" + path
    }
}

extension VaultClock {
    /// The machine's clock: the rescue signs nothing with it, stores ask for it.
    static let machine = VaultClock(
        now: { UnixTime(seconds: Int64(time(nil))) },
        sleep: { try? await Task.sleep(for: .milliseconds($0)) }
    )
}

extension RescueTerminal {
    static func open(_ vault: String, _ credentials: String?) throws -> any VaultStore {
        try VaultAddress(vault).open(credentials: credentials, clock: .machine)
    }

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
