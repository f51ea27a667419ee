import Foundation
import Journal
import Vault

/// SeaweedFS on loopback, with ports of its own, for as long as a bench runs.
final class BenchStore: Sendable {
    static let accessKey = "AKIAVAULTBENCH"
    static let secret = "vaultbenchsecretvaultbenchsecret"
    private static let weed =
        (ProcessInfo.processInfo.environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache")
        + "/posthorn/vaults/bin/weed"

    private let process: Process
    private let port: Int

    /// Nil where it is not installed.
    init?(in folder: String) async throws {
        guard FileManager.default.isExecutableFile(atPath: Self.weed) else { return nil }
        try FileManager.default.createDirectory(
            atPath: folder + "/data",
            withIntermediateDirectories: true
        )
        let base = 24_000 + Int(ProcessInfo.processInfo.processIdentifier % 16_000)
        port = base
        let identity =
            "{\"identities\":[{\"name\":\"vault\",\"credentials\":[{\"accessKey\":"
            + "\"\(Self.accessKey)\",\"secretKey\":\"\(Self.secret)\"}],\"actions\":"
            + "[\"Admin\",\"Read\",\"Write\",\"List\"]}]}"
        try Data(identity.utf8).write(to: URL(filePath: folder + "/s3.json"))
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "\"$@\" >\"$0\" 2>&1 </dev/null & p=$!; cat >/dev/null; kill -9 $p",
            folder + "/log", Self.weed, "server", "-dir=\(folder)/data", "-ip=127.0.0.1",
            "-ip.bind=127.0.0.1", "-master.port=\(base + 2)", "-volume.port=\(base + 3)",
            "-master.volumeSizeLimitMB=256", "-volume.max=100", "-filer", "-filer.port=\(base + 1)",
            "-s3", "-s3.port=\(port)", "-s3.config=\(folder)/s3.json",
            "-master.port.grpc=\(base + 4)", "-volume.port.grpc=\(base + 5)",
            "-filer.port.grpc=\(base + 6)", "-s3.port.grpc=\(base + 7)", "-s3.port.iceberg=0",
        ]
        process.standardInput = Pipe()
        try process.run()
        for _ in 0..<600 where process.isRunning {
            if (try? await bucket()) != nil { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw CancellationError()
    }

    /// The shell ends the store when its input closes.
    func end() { (process.standardInput as? Pipe)?.fileHandleForWriting.closeFile() }

    /// A new bucket with Object Lock.
    func bucket() async throws -> S3Place {
        let name = "bench-\(Int(Date().timeIntervalSince1970 * 1_000_000))"
        let curl = Process()
        curl.executableURL = URL(filePath: "/usr/bin/curl")
        curl.arguments = [
            "-sf", "-X", "PUT", "--aws-sigv4", "aws:amz:us-east-1:s3", "--user",
            "\(Self.accessKey):\(Self.secret)", "-H", "x-amz-bucket-object-lock-enabled: true",
            "http://127.0.0.1:\(port)/\(name)",
        ]
        try curl.run()
        curl.waitUntilExit()
        guard curl.terminationStatus == 0,
            let place = S3Place("s3+http://127.0.0.1:\(port)/\(name)/gb")
        else { throw CancellationError() }
        return place
    }
}

extension VaultClock {
    static let bench = VaultClock(
        now: { UnixTime(seconds: Int64(Date().timeIntervalSince1970)) },
        sleep: { try? await Task.sleep(for: .milliseconds($0)) }
    )
}
