import ArgumentParser
import Glibc
import Journal
import Vault

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Prints the entries of a journal as JSON lines, each proven before it is read.",
        discussion: """
            EXAMPLES
              posthorn-rescue extract /mnt/vault
              posthorn-rescue extract office --keys office/keys
              posthorn-rescue extract /mnt/vault --keys recovery.txt --keys /mnt/escrow

            DIR is an office, a journal or a directory vault. Control records need no secret. What
            is sealed needs an identity and the wrapped keys: a keys/ folder has both; a recovery
            identity needs the escrow's folder too. Lines are one of
              {"index":0,"control":{…}}              {"index":9,"class":"personal","entry":{…}}
              {"index":9,"erased":"2021-03-personal"}  {"index":9,"locked":"<key id>"}

            Exit status: 0 done, 1 failed, 4 no journal there, 7 something does not verify.
            """
    )

    @Argument(help: "An office, a journal or a directory vault.")
    var directory: String

    @Option(help: "A keys/ folder, an escrow's folder, an age identity file or shares; repeatable.")
    var keys: [String] = []

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "A file with a witness policy (tlog-policy).")
    var policy: String?

    @Option(help: "The index of the first entry.")
    var from: UInt64 = 0

    @Option(help: "How many entries at most.")
    var count: UInt64 = .max

    func run() async throws {
        do {
            try await extract()
        } catch let fault as JournalFault {
            let status: Int32 = fault.code == .missing ? 4 : 7
            try RescueTerminal.fail("\(directory)/\(fault)", hint: fault.hint, status: status)
        } catch let fault as EntryFault {
            try RescueTerminal.fail("\(directory): \(fault)", hint: nil, status: 7)
        } catch let flaw as CheckpointFlaw {
            try RescueTerminal.fail("\(directory): \(flaw)", hint: nil, status: 7)
        } catch let flaw as CheckTrust.Flaw {
            try RescueTerminal.fail("\(flaw.path): \(flaw.detail)", hint: flaw.hint, status: 64)
        } catch let fault as KeysFault {
            let message = "\(fault.path): \(fault.detail)"
            try RescueTerminal.fail(message, hint: fault.hint, status: 1)
        }
    }

    private func extract() async throws {
        let keyring = try RescueKeys.sources(keys).keyring()
        var cursor = try SealedCursor(
            trustedReader(),
            from: EntryIndex(from),
            includingTail: true,
            keys: keyring,
            missing: .show
        )
        var (left, locked) = (count, 0)
        while left > 0 {
            let entries = try await cursor.next(max: Int(min(left, 1_024)))
            guard !entries.isEmpty else { break }
            left -= UInt64(entries.count)
            var output: [UInt8] = []
            for entry in entries {
                if case .locked = entry.content { locked += 1 }
                output += entry.line
                output.append(UInt8(ascii: "\n"))
            }
            guard RescueTerminal.write(output, to: STDOUT_FILENO) else { return }
        }
        guard locked > 0 else { return }
        let hint = keys.isEmpty ? "give --keys" : "give --keys for these months too"
        RescueTerminal.note(
            "\(locked) entries are sealed and no key at hand opens them\nhint: \(hint)"
        )
    }

    /// A reader of a tree that those whom the caller trusts have signed.
    private func trustedReader() throws -> JournalReader {
        switch try CheckTrust(vkey: vkey, policyFile: policy) {
        case .keyBesideLog: return try JournalReader(directory: journal)
        case .key(let key): return try JournalReader(directory: journal, keys: [key])
        case .policy(let policy):
            let reader = try JournalReader(directory: journal, keys: policy.logs)
            guard try policy.judge(reader.checkpoint.note).isQuorum else {
                try RescueTerminal.fail(
                    "\(directory): too few witnesses of the policy have signed the checkpoint",
                    hint: "compare with another copy, or say --vkey if this is all there is",
                    status: 7
                )
            }
            return reader
        }
    }

    /// The folder that holds the log: an office has it in `journal/`.
    private var journal: String {
        let inner = directory + "/journal"
        return unsafe access(inner + "/checkpoint", F_OK) == 0 ? inner : directory
    }
}
