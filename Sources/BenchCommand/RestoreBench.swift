import ArgumentParser
import Foundation

/// The bad day: an office of so many items is gone, and a vault and its keys are left.
///
/// Real lodgements, real commands: what is timed is what somebody at a bare machine types.
struct RestoreBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restoring a burned office: to the first new document, and all of it."
    )

    @Option(help: "Items of the lost office; repeatable. (default: 10000 100000)")
    var items: [Int] = []

    @Flag(help: "Measure an office of a million items, too.")
    var million = false

    func run() throws {
        let sizes = (items.isEmpty ? [10_000, 100_000] : items) + (million ? [1_000_000] : [])
        var table = BenchTable("restore from a vault in a folder")
        var first: Double?
        for size in sizes {
            let figures = try Self.measure(size)
            let name = "\(size) items"
            let bound = first.map { Self.seconds(max($0 * 1.2, $0 + 1)) } ?? "60 s"
            table.row(
                "\(name): first new document",
                Self.seconds(figures.document),
                target: "≤ \(bound)"
            )
            table.row("\(name): of it the restore", Self.seconds(figures.desk))
            table.row("\(name): history followed", Self.rate(size, figures.follow))
            table.row("\(name): all at once, journal", Self.rate(size, figures.whole))
            table.row("\(name): all at once, with its ledger", Self.rate(size, figures.ledger))
            first = first ?? figures.document
        }
        table.print()
    }

    /// Seconds from the start of the command, but for `follow`.
    private struct Figures {
        let desk: Double
        let document: Double
        let follow: Double
        let whole: Double
        let ledger: Double
    }

    private static func measure(_ count: Int) throws -> Figures {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-restore-\(ProcessInfo.processInfo.processIdentifier)-\(count)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appending(path: name).path }
        try Data(JobRows.csv(count).utf8).write(to: folder.appending(path: "rows.csv"))
        for (name, last) in [("one", "new-1"), ("two", "new-2")] {
            let row = JobRows.csv(1).replacing("job-1,", with: last + ",")
            try Data(row.utf8).write(to: folder.appending(path: name + ".csv"))
        }
        func lodge(_ name: String, _ office: String) throws -> Double {
            try command(
                "posthorn",
                [
                    "lodge", path(name + ".csv"), "--office", path(office), "--out",
                    path(office + "-out"), "--merged",
                ]
            )
        }
        _ = try command("posthorn", ["init", path("lost")])
        _ = try command(
            "posthorn",
            ["vault", "add", "away", path("vault"), "--office", path("lost")]
        )
        _ = try lodge("rows", "lost")
        try FileManager.default.moveItem(atPath: path("lost/keys"), toPath: path("keys"))
        for name in ["lost", "lost-out", "rows.csv"] {
            try FileManager.default.removeItem(atPath: path(name))
        }
        func restore(_ office: String, _ flags: [String]) throws -> Double {
            try command(
                "posthorn-rescue",
                ["restore", path("vault"), "--keys", path("keys"), "--to", path(office)] + flags
            )
        }
        let desk = try restore("desk", [])
        let document = try desk + lodge("one", "desk")
        let follow = try command("posthorn", ["vault", "follow", "--office", path("desk")])
        let whole = try restore("whole", ["--all"])
        let ledger = try whole + lodge("two", "whole")
        return Figures(
            desk: desk,
            document: document,
            follow: follow,
            whole: whole,
            ledger: ledger
        )
    }

    /// Runs one of our commands to its end, and returns the seconds that it took.
    static func command(
        _ name: String,
        _ arguments: [String],
        status: Int32 = 0
    ) throws -> Double {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
            .resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: name)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let began = ContinuousClock.now
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == status else {
            throw ValidationError(
                "\(name) \(arguments.joined(separator: " ")): \(process.terminationStatus)"
            )
        }
        let took = (ContinuousClock.now - began).components
        return Double(took.seconds) + Double(took.attoseconds) / 1e18
    }

    private static func seconds(_ value: Double) -> String {
        "\(Double(Int(value * 100)) / 100) s"
    }

    private static func rate(_ count: Int, _ took: Double) -> String {
        "\(Int(Double(count) / took)) items/s"
    }
}
