import Foundation
import Journal
import NIOHTTP1
import Synchronization
import Testing

@testable import Vault

/// A store with Object Lock that we did not write, on loopback: SeaweedFS from its wheel.
///
/// Started once for a run of the tests, with ports of its own, ended with the process that did.
final class SeaweedFS: Sendable {
    static let home =
        (ProcessInfo.processInfo.environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache")
        + "/posthorn/vaults/bin"
    static var isHere: Bool { FileManager.default.isExecutableFile(atPath: home + "/weed") }

    static let shared = Mutex<SeaweedFS?>(nil)

    let folder: TemporaryFolder
    let port: Int
    let filer: Int
    private let process: Process

    static let accessKey = "AKIAVAULTTEST"
    static let secret = "vaulttestsecretvaulttestsecret"

    /// The one of this run; the first caller waits until it answers.
    static func running() async throws -> SeaweedFS {
        if let running = shared.withLock({ $0 }) {
            try #require(running.process.isRunning, "it did not start")
            return running
        }
        let started = try SeaweedFS()
        let running = shared.withLock { shared in
            if shared == nil { shared = started }
            return shared ?? started
        }
        if running !== started { started.end() }
        try await running.ready()
        return running
    }

    private init() throws {
        folder = try TemporaryFolder()
        let base = 20_000 + Int(getpid() % 20_000)
        port = base
        filer = base + 1
        let identity = """
            {"identities":[{"name":"vault","credentials":[{"accessKey":"\(Self.accessKey)",\
            "secretKey":"\(Self.secret)"}],"actions":["Admin","Read","Write","List"]}]}
            """
        let config = folder.file("s3.json")
        try Data(identity.utf8).write(to: URL(filePath: config))
        try FileManager.default.createDirectory(
            atPath: folder.file("data"),
            withIntermediateDirectories: true
        )
        process = Process()
        // The shell ends the store when its own input closes, which this process's end does.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "\"$@\" >\"$0\" 2>&1 </dev/null & p=$!; cat >/dev/null; kill -9 $p",
            folder.file("log"), Self.home + "/weed", "server", "-dir=" + folder.file("data"),
            "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.port=\(base + 2)",
            "-volume.port=\(base + 3)", "-master.volumeSizeLimitMB=64", "-volume.max=500",
            "-filer", "-filer.port=\(filer)", "-s3", "-s3.port=\(port)", "-s3.config=" + config,
            "-master.port.grpc=\(base + 4)", "-volume.port.grpc=\(base + 5)",
            "-filer.port.grpc=\(base + 6)", "-s3.port.grpc=\(base + 7)", "-s3.port.iceberg=0",
        ]
        process.standardInput = Pipe()
        try process.run()
    }

    private func end() { process.terminate() }

    private func ready() async throws {
        for _ in 0..<600 where process.isRunning {
            let bucket = "ready-\(UInt32(getpid()))"
            if (try? await makeBucket(bucket)) == true { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        let log = (try? String(contentsOfFile: folder.file("log"), encoding: .utf8)) ?? ""
        Issue.record("SeaweedFS did not start: \(log.suffix(500))")
    }

    func client(_ place: String) throws -> S3Client {
        let place = try #require(S3Place("s3+http://127.0.0.1:\(port)/\(place)"))
        return S3Client(
            place,
            S3Credentials(accessKey: Self.accessKey, secret: Self.secret),
            clock: Self.clock
        )
    }

    /// Patient: a store on a busy machine takes longer than an office waits for a promise.
    static let clock = VaultClock(
        now: { .init(seconds: Int64(Date().timeIntervalSince1970)) },
        sleep: { milliseconds in
            let isPromise = milliseconds == VaultLimits.promiseMilliseconds
            try? await Task.sleep(for: .milliseconds(isPromise ? 600_000 : milliseconds))
        }
    )

    func makeBucket(_ name: String, locked: Bool = true) async throws -> Bool {
        try await client(name)
            .send(
                S3Client.Call(
                    method: .PUT,
                    headers: locked ? ["x-amz-bucket-object-lock-enabled": "true"] : [:]
                )
            )
            .isSuccess
    }

    /// A vault in a bucket of its own.
    func vault(_ name: String, locked: Bool = true) async throws -> S3Vault {
        let bucket = "\(name)-\(UInt32.random(in: 0 ... .max))"
        try #require(try await makeBucket(bucket, locked: locked))
        let place = try #require(S3Place("s3+http://127.0.0.1:\(port)/\(bucket)/gb"))
        return S3Vault(
            place,
            S3Credentials(accessKey: Self.accessKey, secret: Self.secret),
            clock: Self.clock
        )
    }
}
