import Foundation
import Testing

@testable import Journal
@testable import Vault

/// `aics-witness` from the Python package index, on loopback, for as long as a test runs.
///
/// `POSTHORN_PYTHON312` names an interpreter that has it.
final class ForeignWitness {
    static let python = ProcessInfo.processInfo.environment["POSTHORN_PYTHON312"] ?? ""
    static let isHere = !python.isEmpty && (try? run(["-c", "import aics_witness"])) != nil

    let url: String
    let vkey: VerifierKey
    private var server: Int32
    private let folder: String

    /// Makes a witness, starts it on its own and ends once it listens.
    ///
    /// A child of this process would inherit whatever other tests have open.
    private static let driver = """
        import socket, subprocess, sys, time
        folder, origin, vkey = sys.argv[1:]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        listen = "127.0.0.1:%d" % port
        tool, config = [sys.executable, "-m", "aics_witness"], ["-c", folder + "/witness.json"]
        run = dict(check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        named = ["--name", "witness.example/w", "--listen", listen]
        made = subprocess.run(tool + ["init"] + config + named, **run).stdout
        subprocess.run(tool + ["add-log"] + config + ["--origin", origin, "--vkey", vkey], **run)
        made += subprocess.run(tool + ["status"] + config, **run).stdout
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(
            tool + ["serve"] + config, stdin=quiet, stdout=quiet, stderr=quiet,
            start_new_session=True)
        for attempt in range(400):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        print("%d http://%s %s" % (server.pid, listen, made))
        """

    init(for log: VerifierKey) throws {
        folder =
            FileManager.default.temporaryDirectory
            .appending(path: "posthorn-foreign-witness-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let words = try Self.run(["-c", Self.driver, folder, log.name, log.description])
            .split(whereSeparator: { $0.isWhitespace || $0 == "\"" }).map(String.init)
        server = try #require(words.first.flatMap { Int32($0) })
        url = words[1]
        vkey = try #require(
            words.compactMap { try? VerifierKey($0) }.first { $0.algorithm == .cosignature }
        )
    }

    /// Puts another key of the log in the place of the one it was made with: what its operator does
    /// who has read a notice.
    func trust(_ key: VerifierKey) throws {
        kill(server, SIGKILL)
        let listen = url.replacing("http://", with: "")
        let words = try Self.run(["-c", Self.retrust, folder, "\(key)", listen])
        server = try #require(Int32(words.prefix { !$0.isWhitespace }))
    }

    private static let retrust = """
        import json, pathlib, socket, subprocess, sys, time
        folder, vkey, listen = sys.argv[1:]
        path = pathlib.Path(folder, "witness.json")
        config = json.loads(path.read_text())
        for log in config["logs"]: log.pop("vkey", None); log["vkeys"] = [vkey]
        path.write_text(json.dumps(config))
        quiet = subprocess.DEVNULL
        server = subprocess.Popen(
            [sys.executable, "-m", "aics_witness", "serve", "-c", str(path)], stdin=quiet,
            stdout=quiet, stderr=quiet, start_new_session=True)
        host, port = listen.split("/")[0].split(":")
        for attempt in range(400):
            try:
                socket.create_connection((host, int(port)), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        print(server.pid)
        """

    deinit {
        kill(server, SIGKILL)
        try? FileManager.default.removeItem(atPath: folder)
    }

    struct Failed: Error {
        let output: String
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw Failed(output: text) }
        return text
    }
}

@Suite(
    "A witness that we did not write",
    .enabled(
        if: ForeignWitness.isHere,
        "needs aics-witness; POSTHORN_PYTHON312 names an interpreter"
    ),
    .timeLimit(.minutes(30))
)
struct ForeignWitnessTests {
    private let now = UnixTime(seconds: Int64(Date.now.timeIntervalSince1970))

    private func policy(_ log: VerifierKey, _ witness: ForeignWitness) throws -> TlogPolicy {
        try TlogPolicy("log \(log)\nwitness w \(witness.vkey) \(witness.url)\nquorum w\n")
    }

    @Test("cosigns a journal as it grows, and refuses one that was rolled back or forked")
    func life() async throws {
        let journal = try WitnessedJournal()
        let witness = try ForeignWitness(for: journal.key.verifierKey)
        let policy = try policy(journal.key.verifierKey, witness)
        try await WitnessHTTP.with { transport in
            let session = WitnessSession(
                journal: journal.folder,
                policy: policy,
                maxAge: 600,
                transport: transport
            )
            let writer = try journal.create()
            for range in [0..<300, 300..<301] {
                _ = try await writer.append(WitnessedJournal.entries(range))
                #expect(try await session.publish(writer, at: now).cosigned == ["w"])
            }
            #expect(try !session.age(at: now).isAlarm)
            try await writer.close()
            #expect(
                try policy.judge(JournalReader(directory: journal.folder).checkpoint.note).isQuorum
            )

            let old = try journal.copy()
            let again = try journal.open()
            _ = try await again.append(WitnessedJournal.entries(301..<700))
            #expect(try await session.publish(again, at: now).cosigned == ["w"])
            try await again.close()

            try journal.replace(by: old)
            let back = try await session.inquire(at: now)
            #expect(back.verdicts == ["w": .ahead(TreeSize(700))])
            let start = WitnessStart.decide(
                ours: back.checkpoint,
                verdicts: back.verdicts,
                policy: policy
            )
            #expect(start == .behind(seen: TreeSize(700), by: ["w"]))

            let other = try journal.open()
            _ = try await other.append(WitnessedJournal.entries(301..<900, "another"))
            #expect(try await session.publish(other, at: now).verdicts == ["w": .forked])
            try await other.close()
            #expect(try WitnessShelf(journal: journal.folder).refusals().count == 2)
        }
    }

    @Test("does not know a stranger's log")
    func stranger() async throws {
        let journal = try WitnessedJournal()
        let other = try SigningKey(name: "other.example", seed: [UInt8](repeating: 9, count: 32))
        let witness = try ForeignWitness(for: other.verifierKey)
        let policy = try policy(journal.key.verifierKey, witness)
        try await WitnessHTTP.with { transport in
            let session = WitnessSession(
                journal: journal.folder,
                policy: policy,
                maxAge: 600,
                transport: transport
            )
            let writer = try journal.create()
            _ = try await writer.append(WitnessedJournal.entries(0..<3))
            let outcome = try await session.publish(writer, at: now)
            #expect(outcome.verdicts == ["w": .refused("it does not know this log")])
            try await writer.close()
        }
    }

    @Test("a witness that is gone is told as gone")
    func gone() async throws {
        let outcome = try await WitnessHTTP.with { transport in
            let key = try SigningKey(name: "log", seed: [UInt8](repeating: 9, count: 32))
            let witness = try PretendWitness("w", log: key.verifierKey)
            let client = WitnessClient(transport)
            let signed = try SignedCheckpoint(
                Checkpoint(origin: "log", size: .zero, root: TreeHash.empty),
                signer: key
            )
            // Port 9 discards, where anybody listens at all.
            let place = WitnessEndpoint(name: "w", key: witness.key, url: "http://127.0.0.1:9/")
            return await client.ask(place, for: signed, known: .zero) { _ in ConsistencyProof([]) }
        }
        #expect(outcome.verdict.word == "unreachable" && outcome.evidence == nil)
    }
}
