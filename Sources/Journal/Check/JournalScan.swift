/// Goes through a published journal bundle by bundle, for ever, while somebody else writes it.
///
/// A step hashes one bundle of entries, its hash tile and those above it, as the disk gives them.
/// Whoever owns the scan says how fast it goes. Takes no lock and needs no secret.
package struct JournalScan: Sendable {
    /// What a step looked at and found.
    package struct Step: Sendable {
        package var findings: [CheckFinding] = []
        /// Bytes of entries and hashes that were read.
        package var bytes = 0
        /// Whether this was the last bundle; the next step begins anew.
        package var endsPass = false
    }

    private let disk: UncachedDisk
    private let keys: [VerifierKey]
    private var next: UInt64 = 0

    package init(directory: String, keys: [VerifierKey]) {
        disk = UncachedDisk(PosixDisk(root: directory))
        self.keys = keys
    }

    /// Begins at the first bundle again.
    package mutating func rewind() { next = 0 }

    /// Looks at the next bundle.
    ///
    /// The writer may publish between two reads. What is found is therefore looked at once more,
    /// under the checkpoint of then, and only what is wrong both times is a finding.
    package mutating func step() -> Step {
        next = pastMissing(next)
        var step = look()
        if !step.findings.isEmpty {
            let again = Set(look().findings.map(\.path))
            step.findings.removeAll { !again.contains($0.path) }
        }
        next = step.endsPass ? 0 : next + 1
        return step
    }

    /// The first bundle from one on that is here: those of a restored journal that are not back yet
    /// are no damage.
    private func pastMissing(_ number: UInt64) -> UInt64 {
        guard let record = try? RestoringRecord.load(on: disk),
            let missing = try? HistoryProgress(record, on: disk).missing(record),
            missing.contains(number)
        else { return number }
        return missing.upperBound
    }

    private func look() -> Step {
        do throws(JournalFault) {
            guard let beside = try? JournalFolder.recordedKey(on: disk), keys.contains(beside)
            else {
                let detail = "expected the journal's verifier key, found another or none"
                return edge([CheckFinding(.checkpoint, "vkey", detail)])
            }
            let checkpoint = try JournalLoader.publishedCheckpoint(disk: disk, keys: keys)
                .checkpoint
            let bundles = (checkpoint.size.count + TilePath.span - 1) / TilePath.span
            guard bundles > 0 else { return Step(endsPass: true) }
            let tiles: VerifiedTiles
            do throws(JournalFault) {
                tiles = try VerifiedTiles(disk: disk, checkpoint: checkpoint)
            } catch {
                let found = try EdgeCheck(disk: disk, size: checkpoint.size).run()
                return edge([CheckFinding(.root, error.path, error.detail)] + found)
            }
            let number = min(next, bundles - 1)
            var check = BundleCheck(disk: disk, size: checkpoint.size, tiles: tiles)
            check.check(number)
            return Step(
                findings: check.found.findings.sorted { $0.path < $1.path },
                bytes: Int(check.found.bytes) + Int(TilePath.span) * Digest.size,
                endsPass: number == bundles - 1
            )
        } catch {
            return edge([CheckFinding(.checkpoint, error.path, error.detail)])
        }
    }

    /// Without a right edge nothing behind it can be judged: the pass ends here.
    private func edge(_ findings: [CheckFinding]) -> Step {
        Step(findings: findings, endsPass: true)
    }
}
