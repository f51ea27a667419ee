import Foundation
import Mail
import Siege
import Testing

/// `posthorn siege` as people run it: every attack, and every attack without its defence.
///
/// Each run is one command, whose attacks are judged one by one. `make proof` runs them at full size.
@Suite("posthorn siege", .timeLimit(.minutes(60)))
struct SiegeCommandTests {
    struct Judged: Sendable {
        let verdict: String
        let text: String
        /// What kept it from being judged.
        let stuck: String?
    }

    static let isFull = ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
    static let armed = Task { try await run(isFull ? ["--json"] : ["--json", "--small"]) }
    static let disarmed = Task { try await run(["--json", "--small", "--disarm"]) }

    static let posthorn = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "posthorn")

    /// The command's status, and what it says of each attack.
    static func run(_ arguments: [String]) async throws -> (Int32, [String: Judged]) {
        let process = Process()
        process.executableURL = posthorn
        process.arguments = ["siege"] + arguments
        let output = FileManager.default.temporaryDirectory
            .appending(path: "posthorn-siege-\(getpid())-\(arguments.count).json")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        while process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        let json = try JSONReader.read(Array(try Data(contentsOf: output)))
        var judged: [String: Judged] = [:]
        for line in json["scenarios"]?.elements ?? [] {
            judged[line["attack"]?.text ?? ""] = Judged(
                verdict: line["verdict"]?.text ?? "",
                text: JSONText.write(line),
                stuck: line["stuck"]?.text
            )
        }
        return (process.terminationStatus, judged)
    }

    /// Whether an attack could not take place here, for a reason that is the machine's.
    private func isAbsent(_ judged: Judged) -> Bool {
        judged.verdict == "skipped"
            && ["no S3 store", "no private namespaces", "no strace", "no /usr", "small disk"]
                .contains { judged.text.contains($0) }
    }

    @Test("holds", arguments: ScenarioName.allCases)
    func holds(_ name: ScenarioName) async throws {
        let (_, lines) = try await Self.armed.value
        let line = try #require(lines[name.rawValue])
        #expect(line.verdict == "held" || isAbsent(line), "\(line.text)")
    }

    @Test("turns red without the defence that it is about", arguments: ScenarioName.allCases)
    func turnsRed(_ name: ScenarioName) async throws {
        let (status, lines) = try await Self.disarmed.value
        let line = try #require(lines[name.rawValue])
        #expect(line.verdict == "broken" || isAbsent(line), "\(line.text)")
        // Red for what the attack did, not because it did not take place.
        #expect(line.stuck == nil, "\(line.text)")
        #expect(status == (lines.values.contains { $0.verdict == "broken" } ? 7 : 1))
    }

    @Test("refuses an attack that nobody knows, and a folder that holds something")
    func refuses() async throws {
        for (arguments, status) in [(["A99"], 64), (["A3", "--keep", "/"], 64)] {
            let process = Process()
            process.executableURL = Self.posthorn
            process.arguments = ["siege"] + arguments
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == Int32(status))
        }
    }
}
