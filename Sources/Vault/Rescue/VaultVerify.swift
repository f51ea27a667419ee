package import Journal

/// Reads every byte of one incarnation in one vault and accounts for every name.
///
/// Needs no secret. What is not ours is told and is no damage: a vault cannot keep others from
/// putting something beside.
package struct VaultVerify: Sendable {
    package struct Report: Sendable {
        package var survey: IncarnationSurvey
        package var signed: SignedCheckpoint?
        package var entries: UInt64 = 0
        package var findings: [HistoryWalk.Finding] = []
        package var ignored: [String] = []
        package var identityIsProven = false

        package var isWhole: Bool { findings.isEmpty && signed != nil }
    }

    @concurrent
    package static func run(
        _ survey: VaultSurvey,
        _ incarnation: IncarnationSurvey
    ) async throws -> Report {
        var report = Report(survey: incarnation)
        let salvage = survey.salvage(incarnation)
        let layout = salvage.layout
        let walk = await HistoryWalk(salvage)
        var rebuild = JournalRebuild(in: nil)
        var findings: [HistoryWalk.Finding] = []
        let result = try await walk.run { step in
            guard case .bundle(let bytes, let leaves) = step else { return }
            for file in try rebuild.add(bundle: bytes, leaves: leaves)
            where file.bytes != bytes {
                let name = layout.root + file.path
                guard let tile = TilePath(path: file.path),
                    await !salvage.copies(of: tile).contains(file.bytes)
                else { continue }
                findings.append(
                    HistoryWalk.Finding(
                        path: name,
                        detail: "expected the hash tile of the entries, found none such"
                    )
                )
            }
        }
        report.findings = result.findings + findings
        report.signed = result.signed
        report.entries = result.entries
        let reached = result.signed?.checkpoint.size ?? .zero
        if walk.largestSigned > reached {
            report.findings.append(
                HistoryWalk.Finding(
                    path: layout.root,
                    detail: "expected all entries up to the signed size \(walk.largestSigned), "
                        + "found \(reached)"
                )
            )
        }
        for fork in walk.tail.forks {
            report.findings.append(
                HistoryWalk.Finding(
                    path: layout.checkpoint(fork),
                    detail: "two trees of size \(fork) are signed"
                )
            )
        }
        report.judge(survey.trust, walk, reached)
        report.ignored = salvage.notes.junk + (await strangers(salvage))
        report.findings += salvage.notes.unreadable
            .map { HistoryWalk.Finding(path: layout.root, detail: $0) }
        return report
    }

    /// Names under the incarnation that this format does not have.
    private static func strangers(_ salvage: Salvage) async -> [String] {
        let layout = salvage.layout
        var out: [String] = []
        await salvage.walk(layout.root) { name in
            let isOurs =
                [layout.key, layout.begun, layout.hint].contains(name)
                || [layout.segments, layout.checkpoints, layout.cosigned, layout.snapshots]
                    .contains { name.hasPrefix($0) }
                || TilePath(path: String(name.dropFirst(layout.root.count))) != nil
            if !isOurs { out.append(name) }
            return true
        }
        return out
    }
}

extension VaultVerify.Report {
    fileprivate mutating func judge(_ trust: CheckTrust, _ walk: HistoryWalk, _ reached: TreeSize) {
        switch trust {
        case .keyBesideLog: break
        case .key: identityIsProven = true
        case .policy(let policy):
            identityIsProven = true
            let cosigned = walk.cosigned(by: policy)?.checkpoint.size
            guard policy.quorum != nil, cosigned.map({ $0 > reached }) ?? true else { return }
            findings.append(
                HistoryWalk.Finding(
                    path: walk.salvage.layout.cosigned,
                    detail: cosigned.map { "witnesses saw size \($0), found \(reached)" }
                        ?? "expected a checkpoint with the policy's quorum, found none"
                )
            )
        }
    }

    package var text: String {
        var lines = ["incarnation \(survey.incarnation) of \(survey.key?.name ?? "an unknown log")"]
        if let signed {
            lines.append("size \(signed.checkpoint.size), root \(signed.checkpoint.root)")
        }
        lines.append("\(entries) entries hashed")
        for name in ignored { lines.append("not ours, ignored: \(name)") }
        for finding in findings { lines.append("\(finding.path): \(finding.detail)") }
        lines.append(
            !isWhole
                ? "DAMAGED: \(max(findings.count, 1)) findings"
                : identityIsProven
                    ? "whole: every entry is the one that was signed"
                    : "self-consistent; identity not proven: give --vkey or --policy from elsewhere"
        )
        return lines.joined(separator: "\n")
    }

    package var json: String {
        let found = findings.map {
            JSONLine.object([
                ("path", JSONLine.text($0.path)), ("detail", JSONLine.text($0.detail)),
            ])
        }
        return JSONLine.object([
            ("incarnation", JSONLine.text("\(survey.incarnation)")),
            ("origin", survey.key.map { JSONLine.text($0.name) } ?? "null"),
            ("size", signed.map { "\($0.checkpoint.size)" } ?? "null"),
            ("root", signed.map { JSONLine.text("\($0.checkpoint.root)") } ?? "null"),
            ("entries", "\(entries)"), ("whole", "\(isWhole)"),
            ("identityIsProven", "\(identityIsProven)"), ("findings", JSONLine.list(found)),
            ("ignored", JSONLine.list(ignored.map(JSONLine.text))),
        ])
    }
}
