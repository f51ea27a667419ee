package import Journal

/// Brings a whole office back from vaults: every entry hashed before anything starts.
///
/// Everything is written under `restoring/` first; the journal gets its name last, so a folder with
/// a journal is a whole one. Broken off anywhere, the same command goes on.
package struct Restore: Sendable {
    let plan: RestorePlan
    private let random: RandomSource

    package struct Progress: Hashable, Sendable {
        package var entries: UInt64
        package var of: UInt64

        package init(entries: UInt64, of: UInt64) {
            self.entries = entries
            self.of = of
        }
    }

    package init(_ plan: RestorePlan, random: RandomSource) {
        self.plan = plan
        self.random = random
    }

    @concurrent
    package func run(
        _ progress: @escaping @Sendable (Progress) -> Void
    ) async throws -> RestoreReport {
        let folder = RestoreFolder(plan.destination, plan.source.incarnation)
        try folder.refuseInUse()
        var report = RestoreReport(plan: plan)
        switch plan.way {
        case .whole: try await whole(folder, &report, progress)
        case .desk(let desk): try await self.desk(desk, folder, &report, progress)
        }
        report.ignored = plan.walk.salvage.notes.junk
        report.replaced = plan.walk.salvage.notes.replaced
        report.unreadable = plan.walk.salvage.notes.unreadable
        return report
    }

    /// Everything, from the first entry on.
    private func whole(
        _ folder: RestoreFolder,
        _ report: inout RestoreReport,
        _ progress: (Progress) -> Void
    ) async throws {
        try folder.begin(isDesk: false)
        let bulk = try BulkFolder(root: folder.working + "/journal")
        var rebuild = JournalRebuild(in: bulk)
        let result = try await plan.walk.run(upTo: plan.limit) { step in
            switch step {
            case .bundle(let bytes, let leaves): try rebuild.add(bundle: bytes, leaves: leaves)
            case .tail(let framed): try rebuild.add(tail: framed)
            }
            progress(Progress(entries: rebuild.size.count, of: plan.size.count))
        }
        report.findings = result.findings
        guard let signed = result.signed, let key = plan.source.key else { return }
        try rebuild.finish(signed, key: key)
        report.checkpoint = signed.checkpoint
        try await finish(folder, bulk, rebuild.paths, signed.checkpoint, &report)
    }

    /// What the next document needs; the rest follows while the office works.
    private func desk(
        _ desk: DeskPlan,
        _ folder: RestoreFolder,
        _ report: inout RestoreReport,
        _ progress: (Progress) -> Void
    ) async throws {
        try folder.begin(isDesk: true)
        let bulk = try BulkFolder(root: folder.working + "/journal")
        var rebuild = JournalRebuild(in: bulk, behind: desk.edge.tileEdge)
        guard let key = plan.source.key, try await writeDesk(desk, &rebuild, progress) else {
            let finding = HistoryWalk.Finding(
                path: plan.walk.salvage.layout.root,
                detail: "expected all entries from \(desk.found.firstBundle * TilePath.span) on, "
                    + "found them no more: restore with --all"
            )
            return report.findings.append(finding)
        }
        let signed = desk.edge.signed
        try rebuild.finish(signed, key: key)
        try writeSnapshot(desk, &rebuild)
        report.checkpoint = signed.checkpoint
        try await finish(folder, bulk, rebuild.paths, signed.checkpoint, &report)
    }

    /// All else that makes an office, then the journal's name.
    private func finish(
        _ folder: RestoreFolder,
        _ bulk: BulkFolder,
        _ paths: [String],
        _ checkpoint: Checkpoint,
        _ report: inout RestoreReport
    ) async throws {
        try folder.makeFolders()
        report.assets = try await restoreAssets(to: plan.destination)
        var keys = plan.keys
        if plan.isReadOnly { keys.dropSigning() }
        try keys.write(to: plan.destination)
        // The lost office may be alive in other hands: what this one ships has other names.
        let record = IncarnationRecord(
            .draw(random),
            after: IncarnationRecord.Predecessor(
                plan.source.incarnation,
                size: checkpoint.size,
                root: checkpoint.root
            )
        )
        try record.write(to: plan.destination)
        report.incarnation = record.incarnation
        try settings()
        // A crash here leaves all but the journal's name; the next run finds it written and whole.
        try bulk.finish(paths, movingTo: plan.destination + "/journal")
        try folder.end()
    }

    /// Settings are no secret and no history; an office starts with every default.
    private func settings() throws(JournalFault) {
        let disk = PosixDisk(root: plan.destination)
        guard try disk.read("office.yaml") == nil else { return }
        let text = "# Restored from a vault: every setting has its default.\n"
        try disk.writeResult(NewFile("office.yaml", Array(text.utf8)))
    }

    /// Fonts, subsets and templates: each is named by the SHA-256 of its bytes.
    private func restoreAssets(to office: String) async throws -> Int {
        let disk = PosixDisk(root: office)
        let salvage = plan.walk.salvage
        var names: [String] = []
        await salvage.walk(VaultLayout.assets) { name in
            names.append(name)
            return true
        }
        var count = 0
        for name in names {
            let digest = String(name.dropFirst(VaultLayout.assets.count))
            let good = await salvage.copies(of: name)
                .first { Hexadecimal.encode(TreeHash.sha256($0).array) == digest }
            guard let good else {
                salvage.notes.add(junk: name)
                continue
            }
            let path = "assets/\(digest)"
            if try disk.read(path) != good { try disk.writeResult(NewFile(path, good)) }
            count += 1
        }
        return count
    }
}

/// How a restore went.
package struct RestoreReport: Sendable {
    package let plan: RestorePlan
    package var checkpoint: Checkpoint?
    package var incarnation: Incarnation?
    package var assets = 0
    package var findings: [HistoryWalk.Finding] = []
    package var ignored: [String] = []
    package var replaced: [String] = []
    package var unreadable: [String] = []

    package init(plan: RestorePlan) {
        self.plan = plan
    }

    package var isDone: Bool { incarnation != nil }

    package var text: String {
        var lines: [String] = []
        if let checkpoint {
            lines.append("restored \(checkpoint.size) entries, root \(checkpoint.root)")
        }
        if let incarnation { lines.append("incarnation \(incarnation) begins") }
        lines.append("\(assets) assets, \(plan.keys.wrapped) data keys")
        if isDone, case .desk(let desk) = plan.way { lines += desk.text(in: plan.destination) }
        if !ignored.isEmpty { lines.append("\(ignored.count) objects were not ours, ignored") }
        for name in replaced { lines.append("bad copies beside a good one: \(name)") }
        for fault in unreadable { lines.append("unreadable: \(fault)") }
        for finding in findings { lines.append("\(finding.path): \(finding.detail)") }
        lines.append(verdict)
        return lines.joined(separator: "\n")
    }

    private var verdict: String {
        guard isDone, let checkpoint else {
            return "NOT RESTORED: no signed tree can be made of what there is"
        }
        if plan.limit == nil, plan.source.signed > checkpoint.size {
            return "PARTLY: size \(plan.source.signed) was signed, "
                + "entries \(checkpoint.size) to \(plan.source.signed.count - 1) are in no vault here"
        }
        if case .desk = plan.way {
            return "nothing that was promised as vaulted is missing; what was acknowledged as "
                + "local behind size \(checkpoint.size) is lost"
        }
        return "whole: nothing that was promised as vaulted is missing; what was acknowledged as "
            + "local behind size \(checkpoint.size) is lost"
    }

    package var json: String {
        JSONLine.object([
            ("restored", "\(isDone)"),
            ("size", checkpoint.map { "\($0.size)" } ?? "null"),
            ("root", checkpoint.map { JSONLine.text("\($0.root)") } ?? "null"),
            ("incarnation", incarnation.map { JSONLine.text("\($0)") } ?? "null"),
            ("signed", "\(plan.source.signed)"), ("assets", "\(assets)"),
            ("dataKeys", "\(plan.keys.wrapped)"), ("readOnly", "\(plan.isReadOnly)"),
            ("present", isDone ? "\(plan.present)" : "0"),
            ("ignored", JSONLine.list(ignored.map(JSONLine.text))),
            ("replaced", JSONLine.list(replaced.map(JSONLine.text))),
            ("unreadable", JSONLine.list(unreadable.map(JSONLine.text))),
            (
                "findings",
                JSONLine.list(
                    findings.map {
                        JSONLine.object([
                            ("path", JSONLine.text($0.path)), ("detail", JSONLine.text($0.detail)),
                        ])
                    }
                )
            ),
        ])
    }
}
