import Foundation
import Journal
import Testing

@testable import Vault

@Suite(
    "A vault on Ceph's gateway",
    .serialized,
    .enabled(if: CephRGW.isHere, "make proof, with ceph-mon ceph-mgr ceph-osd radosgw installed"),
    .timeLimit(.minutes(30))
)
struct CephVaultTests {
    /// What this release of Ceph is known not to do; none of it is a lock.
    private static let known = ["If-None-Match", "x-amz-checksum"]

    private static func conforms(_ ceph: CephRGW) throws {
        let probe = CephRGW.engine + "/../s3lock-test.py"
        let python = SeaweedFS.home + "/python3"
        let run = try ceph.run(
            python,
            [probe, "http://127.0.0.1:\(ceph.port)", SeaweedFS.accessKey, SeaweedFS.secret]
        )
        let failed = run.output.split(separator: "\n").filter { $0.hasPrefix("FAIL") }
        #expect(run.output.contains("passed"), "\(run.output)")
        for line in failed {
            #expect(Self.known.contains { line.contains($0) }, "\(line)")
        }
    }

    @Test("locks hold by the probe, an office ships, and its own credential destroys nothing")
    func ships() async throws {
        let ceph = try CephRGW()
        try Self.conforms(ceph)
        let vault = try await ceph.vault("ships")
        #expect(try await CanaryGuard().attack(vault, at: SeaweedFS.clock.now()).isVault)
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<600)
        try await office.writer.publish()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await shipper.publishHint()
        try await office.writer.close()
        let (entries, result) = try await TestOffice.entries(in: [vault])
        #expect(entries == (0..<600).map(TestOffice.entry) && result.findings.isEmpty)
        let report = try await RetentionRound(vault, TestOffice.layout).run()
        #expect(report.looked >= 4 && report.alarms.isEmpty)
    }

    @Test("the operator's own deletion of one vault is detected, and survived from the other")
    func operatorDeletes() async throws {
        let ceph = try CephRGW()
        let there = try await ceph.vault("first")
        let other: any VaultStore =
            SeaweedFS.isHere ? try await SeaweedFS.running().vault("second") : MemoryVault()
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<600)
        try await office.writer.publish()
        var shippers: [VaultShipper] = []
        for vault in [there, other] as [any VaultStore] {
            var shipper = try await office.shipper(to: vault)
            try await shipper.round()
            try await shipper.publishHint()
            shippers.append(shipper)
        }
        let source = ShippingSource(office.writer, directory: office.journal)
        let size = office.writer.checkpoint().checkpoint.size
        let look = VaultLook(there, TestOffice.incarnation, of: source)
        let now = SeaweedFS.clock.now()
        #expect(try await look.canary(expected: size, at: now).alarm == nil)

        // Object Lock does not bind whoever runs the store.
        let bucket = there.client.place.bucket
        let done = try ceph.operate(["bucket", "rm", "--bucket=\(bucket)", "--purge-objects"])
        try #require(done.status == 0, "\(done.output)")

        // What looks every quarter of an hour sees it, each by itself.
        await #expect(throws: VaultFault.self) { try await shippers[0].audit() }
        var isTold = false
        do {
            isTold = try await look.canary(expected: size, at: now).alarm != nil
        } catch { isTold = true }
        #expect(isTold)
        try await office.writer.close()
        let key = try TestOffice.key().verifierKey
        let lost = await VaultSurvey.run([there], trust: .key(key))
        #expect(lost.newest == nil)
        let (entries, result) = try await TestOffice.entries(in: [there, other])
        #expect(entries.count == 600 && result.findings.isEmpty)
    }
}
