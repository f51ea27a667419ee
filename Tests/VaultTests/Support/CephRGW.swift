import Foundation
import Journal
import NIOHTTP1
import Testing

@testable import Vault

/// Ceph's gateway over a single node, on loopback: the store of the proof, other software than
/// SeaweedFS, under an operator of its own.
///
/// Started by `../shared/engines/ceph/start.sh`, ended with the value.
final class CephRGW {
    static let engine =
        #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
        + "/../shared/engines/ceph"
    /// A proof says so; a machine without Ceph is told by the skip.
    static let isHere =
        ProcessInfo.processInfo.environment["POSTHORN_PROOF"] != nil
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/radosgw")
        && FileManager.default.fileExists(atPath: engine + "/start.sh")

    let folder: TemporaryFolder
    let port: Int
    private let environment: [String: String]

    init() throws {
        folder = try TemporaryFolder()
        port = 42_000 + Int(getpid() % 10_000)
        environment = ProcessInfo.processInfo.environment.merging([
            "CEPH_ROOT": folder.path, "RGW_PORT": "\(port)", "MON_PORT": "\(port + 1)",
            "OSD_GB": "4",
        ]) { $1 }
        let started = try run("/bin/bash", [Self.engine + "/start.sh"])
        try #require(started.status == 0, "\(started.output)")
    }

    deinit { _ = try? run("/bin/bash", [Self.engine + "/stop.sh"]) }

    @discardableResult
    func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        // Daemons would inherit what this process waits by, and it would wait for them.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments =
            [
                "-c", "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)",
                program,
            ] + arguments
        process.environment = environment
        let log = folder.file("command-\(UUID().uuidString)")
        try Data().write(to: URL(filePath: log))
        let output = try FileHandle(forWritingTo: URL(filePath: log))
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: log, encoding: .utf8))
    }

    /// What only the storage's own operator can do.
    func operate(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try run("/usr/bin/radosgw-admin", ["-c", folder.file("ceph.conf")] + arguments)
    }

    /// A vault in a bucket of its own.
    func vault(_ name: String) async throws -> S3Vault {
        let bucket = "\(name)-\(UInt32.random(in: 0 ... .max))"
        let place = try #require(S3Place("s3+http://127.0.0.1:\(port)/\(bucket)/gb"))
        let credentials = S3Credentials(
            accessKey: SeaweedFS.accessKey,
            secret: SeaweedFS.secret
        )
        let maker = try #require(S3Place("s3+http://127.0.0.1:\(port)/\(bucket)"))
        let made = try await S3Client(maker, credentials, clock: SeaweedFS.clock)
            .send(
                S3Client.Call(
                    method: .PUT,
                    headers: ["x-amz-bucket-object-lock-enabled": "true"]
                )
            )
        try #require(made.isSuccess, "\(made.text)")
        return S3Vault(place, credentials, clock: SeaweedFS.clock)
    }
}
