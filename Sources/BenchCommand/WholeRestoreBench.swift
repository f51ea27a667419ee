import Foundation
import Journal
import Ledger
import Mail
import Office
import Vault

/// A whole office brought back from a folder: every entry hashed, unsealed and posted.
struct WholeRestoreBench {
    let root: String
    let items: Int

    func run() async throws {
        let office = try await BenchOffice(root + "/history")
        _ = try await BenchLoad.lodge(items, 8, each: 256, in: office)
        let directory = office.directory
        var list = VaultList()
        try list.add(
            VaultList.Line(
                name: "folder",
                address: .directory(root + "/folder"),
                credentials: nil
            )
        )
        try list.save(office: directory.root)
        let began = ContinuousClock.now
        let shipping = try OfficeShipping.shipping(
            office: directory.root,
            clock: .bench,
            random: .system
        )
        _ = await shipping.shipOnce()
        let shipped = (ContinuousClock.now - began) / .seconds(1)
        var table = BenchTable("restoring \(items) items, load \(BenchLoad.machine())")
        let journal = try DiskUse(directory.journal)
        let vault = try DiskUse(root + "/folder")
        table.row("journal", "\(journal.total >> 20) MiB")
        let share = Double(vault.total - vault["/segment/"] - vault.outside) / Double(journal.total)
        table.row(
            "bundles, tiles and checkpoints in the vault",
            String(format: "%.2f ×", share),
            target: "≤ 1.1 ×"
        )
        table.row("  segments apart", "\(vault["/segment/"] >> 20) MiB")
        table.row("filling an empty vault: entries/s", "\(Int(Double(items) / shipped))")

        let (restored, posted) = try await restore(directory)
        let peer = try RestorePeer(root).run(ledger: directory.ledger)
        let rate = Int(Double(items) / (restored + posted))
        table.row("restored, every byte hashed", String(format: "%.2f s", restored))
        table.row("unsealed and posted to the ledger", String(format: "%.2f s", posted))
        table.row("together: items/s", "\(rate)", target: "≥ 50,000")
        if let peer {
            table.row("restic restore of the items as JSON", String(format: "%.2f s", peer.restic))
            table.row("  and SQLite from it, 3 indexes", String(format: "%.2f s", peer.sqlite))
            let times = (restored + posted) / (peer.restic + peer.sqlite)
            table.row("ours against both", String(format: "%.2f ×", times), target: "≤ 1.00 ×")
        } else {
            table.row("restic and python3", "not installed")
        }
        table.row("load of the machine behind it", BenchLoad.machine())
        table.print()
    }

    private func restore(
        _ directory: OfficeDirectory
    ) async throws -> (restored: Double, posted: Double) {
        let target = OfficeDirectory(root + "/restored")
        let start = ContinuousClock.now
        let survey = await VaultSurvey.run(
            [DirectoryVault(path: root + "/folder")],
            trust: .keyBesideLog
        )
        let plan = try await RestorePlan(
            survey,
            incarnation: nil,
            keys: [directory.keys],
            to: target.root,
            limit: nil
        )
        let report = try await Restore(plan, random: .system).run { _ in }
        precondition(report.isDone, "the bench's vault does not restore: \(report.text)")
        let restored = (ContinuousClock.now - start) / .seconds(1)
        let middle = ContinuousClock.now
        let desk = try await OfficeOpening.open(target, clock: BenchOffice.clock)
        let posted = (ContinuousClock.now - middle) / .seconds(1)
        try await desk.close()
        return (restored, posted)
    }
}

/// Bytes of the files below a folder.
struct DiskUse {
    private var files: [String: Int] = [:]

    init(_ folder: String) throws {
        for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String })
            ?? []
        {
            let facts = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            guard facts[.type] as? FileAttributeType == .typeRegular else { continue }
            files[name] = facts[.size] as? Int ?? 0
        }
    }

    var total: Int { files.values.reduce(0, +) }

    /// Files whose path holds a text.
    subscript(part: String) -> Int {
        files.filter { $0.key.contains(part) }.values.reduce(0, +)
    }

    /// What every office's vault holds besides history: fonts and the canary.
    var outside: Int {
        files.filter { $0.key.hasPrefix("asset/") || $0.key.hasPrefix("canary/") }.values
            .reduce(0, +)
    }
}
