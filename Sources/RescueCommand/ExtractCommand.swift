import ArgumentParser
import Glibc
import Journal

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

    @Option(help: "A keys/ folder, an escrow's folder or an age identity file; repeatable.")
    var keys: [String] = []

    @Option(help: "The verifier key of the journal, as its owner published it.")
    var vkey: String?

    @Option(help: "The index of the first entry.")
    var from: UInt64 = 0

    @Option(help: "How many entries at most.")
    var count: UInt64 = .max

    func run() async throws {
        do {
            try await extract()
        } catch let fault as JournalFault {
            try fail("\(directory)/\(fault)", fault.hint, fault.code == .missing ? 4 : 7)
        } catch let fault as EntryFault {
            try fail("\(directory): \(fault)", nil, 7)
        } catch let fault as KeysFault {
            try fail("\(fault.path): \(fault.detail)", fault.hint, 1)
        }
    }

    private func extract() async throws {
        var trusted: [VerifierKey] = []
        if let vkey {
            do throws(VerifierKey.Flaw) {
                trusted = [try VerifierKey(vkey)]
            } catch { try fail("not a verifier key: \(error.rawValue)", nil, 64) }
        }
        let keyring = try KeySources(keys).keyring()
        let reader = try JournalReader(directory: journal, keys: trusted)
        var cursor = try SealedCursor(
            reader,
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
            try write(output, to: STDOUT_FILENO)
        }
        guard locked > 0 else { return }
        let hint = keys.isEmpty ? "give --keys" : "give --keys for these months too"
        try note("\(locked) entries are sealed and no key at hand opens them\nhint: \(hint)")
    }

    /// The folder that holds the log: an office has it in `journal/`.
    private var journal: String {
        let inner = directory + "/journal"
        return unsafe access(inner + "/checkpoint", F_OK) == 0 ? inner : directory
    }

    private func fail(_ message: String, _ hint: String?, _ code: Int32) throws -> Never {
        try note(hint.map { "\(message)\nhint: \($0)" } ?? message)
        throw ExitCode(code)
    }

    private func note(_ text: String) throws {
        try write(Array("posthorn-rescue: \(text)\n".utf8), to: STDERR_FILENO)
    }

    /// Ends the command quietly when nobody reads any more (`| head`).
    private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 || errno == EINTR else { throw ExitCode.success }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
