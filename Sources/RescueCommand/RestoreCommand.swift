import ArgumentParser
import Glibc
import Journal
import Synchronization
import Vault

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Brings an office back from vaults into an empty folder, every entry hashed.",
        discussion: """
            EXAMPLES
              posthorn-rescue restore /mnt/vault --keys /mnt/keys --to office --dry-run
              posthorn-rescue restore /mnt/vault --keys recovery.txt --keys /mnt/escrow --to office
              posthorn-rescue restore /mnt/vault /media/stick --keys /mnt/keys --to office
              posthorn-rescue restore /mnt/vault --keys /mnt/keys --to office --all
              posthorn-rescue restore /mnt/vault --keys /mnt/keys --to yesterday --size 120000

            Prints its plan first. What is needed to issue the next document comes back at once,
            however long the history is; the rest follows while `posthorn serve` runs, or with
            `posthorn vault follow`. --all brings everything now, also into an office whose history
            is still on its way. Without a desk snapshot that the journal names, everything comes.

            Of several vaults the best copy of each object is taken; what no hash and no signature
            speaks for is ignored. Works without a network from a copy. Broken off, the same command
            goes on; nothing is ever overwritten. A restore begins a new incarnation, so that the
            lost office, in whoever's hands, cannot write over this one.

            --keys takes a keys/ folder, an escrow's folder, an age identity file or a file of shares.
            Without keys the journal is restored and sealed entries stay closed.

            Exit status: 0 restored, 1 failed, 4 nothing there, 7 not all that was signed is there.
            """
    )

    @OptionGroup var options: VaultOptions

    @Option(help: "A keys/ folder, an escrow's folder, an age identity file or shares; repeatable.")
    var keys: [String] = []

    @Option(name: .customLong("to"), help: "The folder to restore into: new or empty.")
    var destination: String

    @Flag(help: "Restore all of history now, before the office opens.")
    var all = false

    @Option(help: "Restore the largest signed tree of at most this many entries, to read.")
    var size: UInt64?

    @Option(help: "The incarnation to restore; the newest without.")
    var incarnation: String?

    @Flag(help: "Print the plan and change nothing.")
    var dryRun = false

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() async throws {
        try await RescueTerminal.run {
            if all, let record = try RestoringRecord.load(journal: destination + "/journal") {
                return try await follow(record)
            }
            let plan = try await RestorePlan(
                options.survey(),
                incarnation: try chosen(),
                keys: keys,
                to: destination,
                limit: size.map { TreeSize($0) },
                deskFirst: all || size != nil ? nil : try options.sources()
            )
            if dryRun { return RescueTerminal.say(json ? plan.json : plan.text) }
            if !json { RescueTerminal.say(plan.text) }
            let meter = ProgressMeter()
            let report = try await Restore(plan, random: .system).run { meter.show($0) }
            meter.end()
            RescueTerminal.say(json ? report.json : report.text)
            let isAll = size != nil || plan.source.signed <= plan.size
            guard report.isDone, isAll else { throw ExitCode(7) }
        }
    }

    /// Brings the rest back into an office whose desk was restored before.
    private func follow(_ record: RestoringRecord) async throws {
        let history = try await HistoryReturn(
            record,
            office: destination,
            from: options.stores()
        )
        let before = try HistoryProgress.of(journal: destination + "/journal")
        if dryRun { return RescueTerminal.say(text(before, json: json)) }
        // An office that is served follows by itself, and holds this lock.
        let lock = try PosixDisk(root: destination + "/journal").lock()
        defer { lock.release() }
        let meter = ProgressMeter()
        try await history.run(progress: {
            meter.show(Restore.Progress(entries: $0.back, of: $0.total))
        })
        meter.end()
        RescueTerminal.say(
            text(try HistoryProgress.of(journal: destination + "/journal"), json: json)
        )
    }

    private func text(_ progress: HistoryProgress?, json: Bool) -> String {
        guard let progress else { return json ? "{}" : "all entries are back" }
        guard json else {
            return "\(progress.back) of \(progress.total) entries are back"
                + (progress.isWhole ? "; the next command on the office posts its ledger" : "")
        }
        return JSONLine.object([
            ("back", "\(progress.back)"), ("size", "\(progress.total)"),
            ("whole", "\(progress.isWhole)"),
        ])
    }

    private func chosen() throws -> Incarnation? {
        guard let incarnation else { return nil }
        guard let chosen = Incarnation(incarnation) else {
            throw VaultFault(
                .usage,
                "--incarnation",
                "expected 16 hexadecimal digits, found '\(incarnation)'",
                hint: "`posthorn-rescue survey` prints them"
            )
        }
        return chosen
    }
}

/// How far a restore has come, for a person who waits: at most a line for each per cent.
private final class ProgressMeter: Sendable {
    private let last = Mutex(UInt64(0))
    private let isTerminal = isatty(STDERR_FILENO) == 1

    func show(_ progress: Restore.Progress) {
        let percent = progress.entries * 100 / max(progress.of, 1)
        let isNew = last.withLock { last in
            defer { last = percent }
            return percent > last
        }
        guard isTerminal, isNew else { return }
        RescueTerminal.write(
            Array("\r\(percent) % of \(progress.of) entries".utf8),
            to: STDERR_FILENO
        )
    }

    func end() {
        if isTerminal { RescueTerminal.write(Array("\n".utf8), to: STDERR_FILENO) }
    }
}
