import Foundation
import Journal
import Testing

@testable import Vault

@Suite("A round of witnesses")
struct WitnessRoundTests {
    /// A Python that has the foreign witness.
    static let python =
        ProcessInfo.processInfo.environment["POSTHORN_PYTHON312"].flatMap { $0.isEmpty ? nil : $0 }
        ?? NSHomeDirectory() + "/.cache/posthorn/judges312/bin/python3"
    static var isHere: Bool { FileManager.default.isExecutableFile(atPath: python) }

    /// A witness that runs until its input closes.
    private final class Foreign {
        let process = Process()
        let url: String
        let key: VerifierKey

        init(in folder: TemporaryFolder, origin: String, vkey: String) throws {
            let port = 41_000 + Int(getpid() % 20_000)
            let config = folder.file("witness.json")
            func run(_ arguments: [String]) throws -> String {
                let process = Process()
                process.executableURL = URL(filePath: WitnessRoundTests.python)
                process.arguments = ["-m", "aics_witness"] + arguments
                let output = Pipe()
                process.standardOutput = output
                try process.run()
                let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
                process.waitUntilExit()
                return String(decoding: bytes, as: UTF8.self)
            }
            let made = try run([
                "init", "-c", config, "--name", "witness.example/w", "--listen",
                "127.0.0.1:\(port)",
            ])
            _ = try run(["add-log", "-c", config, "--origin", origin, "--vkey", vkey])
            let status = try run(["status", "-c", config])
            let word = (made + status)
                .split(whereSeparator: { $0.isWhitespace || $0 == "\"" })
                .first { (try? VerifierKey($0))?.algorithm == .cosignature }
            key = try VerifierKey(try #require(word))
            url = "http://127.0.0.1:\(port)"
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = [
                "-c", "\"$@\" >\"$0\" 2>&1 </dev/null & p=$!; cat >/dev/null; kill -9 $p",
                folder.file("witness.log"), WitnessRoundTests.python, "-m", "aics_witness", "serve",
                "-c", config,
            ]
            process.standardInput = Pipe()
            try process.run()
        }

        deinit { (process.standardInput as? Pipe)?.fileHandleForWriting.closeFile() }
    }

    @Test(
        "a foreign witness cosigns as the tree grows, tells a rollback, and refuses a fork",
        .enabled(if: isHere, "needs aics-witness, Python 3.12"),
        .timeLimit(.minutes(2))
    )
    func foreign() async throws {
        let folder = try TemporaryFolder()
        var office = try TestOffice(in: folder)
        let vkey = office.writer.verifierKey
        let witness = try Foreign(in: folder, origin: vkey.name, vkey: "\(vkey)")
        let list = try WitnessList(
            "log \(vkey)\nwitness w \(witness.key) \(witness.url)\nquorum w\n"
        )
        let round = WitnessRound(list, transport: .http)
        try await office.append(0..<300)
        try await office.writer.publish()
        var report = try await round.run(JournalReader(directory: office.journal))
        for _ in 0..<200 where !report.isQuorum {
            // It has not started to listen.
            try await Task.sleep(for: .milliseconds(50))
            report = try await round.run(JournalReader(directory: office.journal))
        }
        #expect(report.isQuorum, "\(report.answers)")
        try await office.writer.close()
        try folder.copy("journal", to: "older")

        office = try TestOffice(reopening: folder)
        try await office.append(300..<700)
        try await office.writer.publish()
        report = try await round.run(JournalReader(directory: office.journal))
        #expect(report.isQuorum)
        let vault = MemoryVault()
        try await report.store(in: vault, TestOffice.layout)
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        let survey = await VaultSurvey.run([vault], trust: .policy(list.policy))
        #expect(survey.newest?.cosigned == TreeSize(700))
        try await office.writer.close()

        let older = try JournalReader(directory: folder.file("older"))
        report = try await round.run(older)
        #expect(report.ahead == TreeSize(700) && !report.isQuorum)

        // The stolen key signs another continuation.
        try folder.remove("journal")
        try folder.copy("older", to: "journal")
        let thief = try TestOffice(reopening: folder, incarnation: 66)
        try await thief.append(5_000..<5_600)
        try await thief.writer.publish()
        report = try await round.run(JournalReader(directory: thief.journal))
        guard case .refused(let status, _)? = report.answers["w"] else {
            Issue.record("it cosigned a fork: \(report.answers)")
            return
        }
        #expect(status == 422 && !report.isQuorum)
        try await thief.writer.close()
    }

    @Test("a silent witness and one with a wrong key give no quorum")
    func refuses() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<10)
        try await office.writer.close()
        let reader = try JournalReader(directory: office.journal)
        let key = try VerifierKey(
            name: "witness.example/w",
            algorithm: .cosignature,
            key: [UInt8](repeating: 3, count: 32)
        )
        let list = try WitnessList(
            "log \(reader.keys[0])\nwitness w \(key) http://127.0.0.1:9\nquorum w\n"
        )
        struct Silence: Error {}
        let silent = try await WitnessRound(
            list,
            transport: WitnessTransport { _, _ in throw Silence() }
        )
        .run(reader)
        #expect(!silent.isQuorum)
        let lines = Base64.encode([1, 2, 3, 4] + [UInt8](repeating: 5, count: 72))
        let wrong = try await WitnessRound(
            list,
            transport: WitnessTransport { _, _ in
                (200, Array("\u{2014} witness.example/w \(lines)\n".utf8))
            }
        )
        .run(reader)
        #expect(!wrong.isQuorum && wrong.note.signatures.count == 1)
    }
}
