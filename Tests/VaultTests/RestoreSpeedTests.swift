import Foundation
import Journal
import Testing

@testable import Vault

/// Figures, on request: `POSTHORN_MEASURE=1`, and how many entries in `POSTHORN_ENTRIES`.
@Suite("How fast a restore is", .enabled(if: RestoreSpeedTests.isWanted, "POSTHORN_MEASURE=1"))
struct RestoreSpeedTests {
    static let environment = ProcessInfo.processInfo.environment
    static var isWanted: Bool { environment["POSTHORN_MEASURE"] != nil }

    private static func cpuSeconds() -> Double {
        var usage = rusage()
        _ = unsafe getrusage(RUSAGE_SELF, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private func measured(_ what: String, _ work: () async throws -> Void) async throws {
        let cpu = Self.cpuSeconds()
        let time = try await ContinuousClock().measure { try await work() }
        let used = Self.cpuSeconds() - cpu
        print("\(what): \(time), \((used * 100).rounded() / 100) s of processor")
    }

    @Test("of synthetic entries of 1,000 bytes, from a folder")
    func restores() async throws {
        let count = Self.environment["POSTHORN_ENTRIES"].flatMap(Int.init) ?? 100_000
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
}
