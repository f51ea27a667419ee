import Foundation
import Testing

@testable import Journal

/// A tlog-witness that we did not write, on loopback: it cosigns our checkpoints.
@Suite("A foreign witness", .enabled(if: ForeignTlog.isHere, "needs aics-witness, Python 3.12"))
struct ReadForeignWitnessTests {
    /// Starts the witness, sends each request in turn, prints status and body of each as JSON.
    private static let driver = """
        import json, socket, subprocess, sys, time, urllib.error, urllib.request
        folder, origin, vkey = sys.argv[1:4]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            listen = "127.0.0.1:%d" % probe.getsockname()[1]
        config = ["-c", folder + "/witness.json"]
        command = [sys.executable, "-m", "aics_witness"]
        named = ["--name", "witness.example/w", "--listen", listen]
        made = subprocess.run(command + ["init"] + config + named, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        added = ["add-log"] + config + ["--origin", origin, "--vkey", vkey]
        subprocess.run(command + added, check=True, capture_output=True)
        status = subprocess.run(command + ["status"] + config, capture_output=True, text=True)
        answers = []
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        server = subprocess.Popen(
            command + ["serve"] + config, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for path in sys.argv[4:]:
                body = open(path, "rb").read()
                for attempt in range(200):
                    try:
                        url = "http://%s/add-checkpoint" % listen
                        with direct.open(url, body, timeout=20) as answer:
                            answers.append([answer.status, answer.read().decode()])
                        break
                    except urllib.error.HTTPError as error:
                        answers.append([error.code, error.read().decode()])
                        break
                    except urllib.error.URLError:
                        time.sleep(0.05)
        finally:
            server.kill()
            server.wait()
        print(json.dumps({"made": made.stdout + status.stdout, "answers": answers}))
        """

    private struct Answers: Decodable {
        let made: String
        let answers: [[Field]]

        enum Field: Decodable {
            case status(Int)
            case body(String)

            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                if let status = try? value.decode(Int.self) {
                    self = .status(status)
                } else {
                    self = .body(try value.decode(String.self))
                }
            }
        }

        func status(_ index: Int) -> Int? {
            guard case .status(let status)? = answers[index].first else { return nil }
            return status
        }

        func body(_ index: Int) -> String {
            guard case .body(let body)? = answers[index].last else { return "" }
            return body
        }
    }

    @Test("it cosigns our trees as they grow, and our policy counts its cosignature")
    func cosigns() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        _ = try await writer.append(TestEntries.entries(0..<300))
        let first = try await writer.publish()
        _ = try await writer.append(TestEntries.entries(300..<700))
        let second = try await writer.publish()
        try await writer.close()
        let reader = try JournalReader(directory: folder.journal)
        let proof = try reader.consistencyProof(from: first.checkpoint.size)
        let wrong = ConsistencyProof(proof.hashes.reversed())
        let requests = [
            Self.request(old: 0, ConsistencyProof([]), first),
            Self.request(old: 300, wrong, second), Self.request(old: 300, proof, second),
            Self.request(old: 0, ConsistencyProof([]), first),
        ]
        var paths: [String] = []
        for (number, request) in requests.enumerated() {
            paths.append("\(folder.path)/request-\(number)")
            try Data(request).write(to: URL(filePath: paths[number]))
        }
        let vkey = key.verifierKey.description
        let result = try ForeignTlog.run(
            ["-c", Self.driver, folder.path, key.verifierKey.name, vkey] + paths
        )
        let answers = try JSONDecoder().decode(Answers.self, from: Data(result.output.utf8))
        #expect((0..<4).map(answers.status) == [200, 422, 200, 409], "\(result.output)")

        let word = answers.made.split(whereSeparator: { $0.isWhitespace || $0 == "\"" })
            .first { (try? VerifierKey($0))?.algorithm == .cosignature }
        let witness = try #require(word)
        let policy = try TlogPolicy("log \(vkey)\nwitness w \(witness)\nquorum w\n")
        let note = try SignedNote(parsing: second.note.bytes + Array(answers.body(2).utf8))
        #expect(try policy.judge(note).isQuorum)
        #expect(!(try policy.judge(second.note).isQuorum))
    }

    /// C2SP tlog-witness: the size it knows, the proof, a blank line, the checkpoint.
    private static func request(
        old: Int,
        _ proof: ConsistencyProof,
        _ signed: SignedCheckpoint
    ) -> [UInt8] {
        let lines = proof.hashes.map { "\($0)\n" }.joined()
        return Array("old \(old)\n\(lines)\n".utf8) + signed.note.bytes
    }
}
