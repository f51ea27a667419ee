import Foundation
import Journal
import Mail
import Testing
import Vault

@testable import Office

/// An office that was lost, with a vault in another folder, and what a restore makes of it.
final class RestoredWorkplace {
    let lost: Workplace
    let vault: String
    let restored: OfficeDirectory
    let clock: OfficeClock

    init() async throws {
        lost = try await Workplace()
        vault = lost.directory.root + "-stick"
        restored = OfficeDirectory(lost.directory.root + "-restored")
        clock = lost.clock
    }

    deinit {
        for path in [vault, restored.root] { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Names the vault in the lost office, with a credential where there is none to need.
    func addVault(credentials: String? = nil) throws {
        var list = try VaultList.load(office: lost.directory.root)
        try list.add(
            VaultList.Line(name: "stick", address: .directory(vault), credentials: credentials)
        )
        try list.save(office: lost.directory.root)
    }

    func survey(_ trust: CheckTrust = .keyBesideLog) async throws -> VaultSurvey {
        await VaultSurvey.run([DirectoryVault(path: vault)], trust: trust)
    }

    /// Brings the office back with the lost one's own keys.
    func restore(to place: OfficeDirectory? = nil, keys: OfficeDirectory? = nil) async throws {
        let plan = try await RestorePlan(
            await survey(),
            incarnation: nil,
            keys: [(keys ?? lost.directory).keys],
            to: (place ?? restored).root,
            limit: nil
        )
        let report = try await Restore(plan, random: .system).run { _ in }
        #expect(report.isDone && report.findings.isEmpty)
    }

    /// Opens an office that waits for no vault: it ships when it is closed.
    func open(_ directory: OfficeDirectory) async throws -> OfficeDesk {
        try await OfficeOpening.open(directory, clock: clock, watch: VaultWatch.none)
    }

    static func key(_ directory: OfficeDirectory) throws -> VerifierKey {
        try JournalReader(directory: directory.journal).keys[0]
    }
}
