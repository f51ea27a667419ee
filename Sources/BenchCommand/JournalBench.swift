import ArgumentParser
import Foundation
import Journal

/// The journal: durable appends, reading and verifying, beside the peers of the same run.
struct JournalBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Appends, reads and verifies 1.5 KB entries, sealed and durable.",
        discussion: """
            SQLite takes the journal's place behind the same callers, and is filled through python3
            by one who waits for nobody; PostgreSQL 15 is measured with pgbench where it is
            installed, SHA-256 with openssl. The disk's own figure is an appended 4 KiB and its
            fdatasync.
            """
    )

    @Option(help: "Entries for the rows with 64 and 256 submitters.")
    var entries = 200_000

    @Option(help: "Where to write; on the disk that is meant.")
    var folder = FileManager.default.temporaryDirectory.path

    func run() async throws {
        let root = "\(folder)/posthorn-journal-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let load = try JournalLoad()
        var table = BenchTable("journal, 1.5 KB JSON entries, each sealed and durable")

        let sync = try JournalPeers.fdatasyncMedian(in: root)
        let lone = try await load.latency(in: root + "/one", entries: 3_000)
        table.row("fdatasync of an appended 4 KiB, median", "\(sync) µs")
        table.row("1 submitter: median latency", "\(lone) µs", target: "≤ \(2 * sync)")

        let postgres = try JournalPeers.postgres(in: root, bytes: load.sealedBytes)
        for submitters in [64, 256] {
            let path = "\(root)/j\(submitters)"
            let rate = try await load.rate(
                in: path,
                submitters: submitters,
                entries: submitters == 64 ? entries / 2 : entries
            )
            let sqlite = try await load.peerRate(
                at: "\(root)/peer\(submitters).sqlite",
                submitters: submitters,
                entries: entries / 2
            )
            let bulk = try JournalPeers.sqlite(
                in: root,
                bytes: load.sealedBytes,
                batch: submitters,
                rows: 60_000
            )
            table.row(
                "\(submitters) submitters: entries/s",
                "\(rate)",
                target: submitters == 64 ? "≥ 25,000" : "≥ 40,000"
            )
            table.row("  SQLite, same callers and group commit", "\(sqlite)", target: "not above")
            table.row("  SQLite, \(submitters) rows at a time, nobody waiting", "\(bulk)")
            if submitters == 64 {
                table.row("  PostgreSQL 15, 64 clients: rows/s", postgres, target: "ours ≥ 1.3 ×")
            }
        }
        let bulk = try await load.bulk(in: root + "/bulk", batch: 1_000, entries: entries / 2)
        table.row("1 caller, 1,000 entries at a time: entries/s", "\(bulk)")

        let verify = try load.verify(root + "/j256")
        let single = try JournalPeers.opensslBytesPerSecond(cores: 1)
        let both = try JournalPeers.opensslBytesPerSecond(cores: 2)
        table.row("verify: MB/s on two cores", "\(verify.bytesPerSecond / 1_000_000)")
        table.row("  openssl sha256 of 700 bytes: MB/s on two cores", "\(both / 1_000_000)")
        table.row("  openssl alone on one core: MB/s", "\(single / 1_000_000)")
        let share = verify.bytesPerSecond * 100 / max(1, both)
        table.row("  verify against openssl, both on two cores", "\(share) %", target: "≥ 40 %")
        let core = verify.bytesPerCore * 100 / max(1, single)
        table.row("  verify per core-second against openssl alone", "\(core) %")
        table.row("  memory that verifying added", "\(verify.megabytes) MB", target: "flat")
        let read = try await load.read(root + "/j256")
        table.row("read, unseal and inflate: entries/s", "\(read)", target: "≥ 100,000")
        table.print()
    }
}
