/// Re-hashes a whole journal, and accounts for every file in its folder.
///
/// Reads only; needs no secret and takes no lock. Memory does not grow with the journal.
package struct JournalCheck {
    let disk: any Disk
    let trust: CheckTrust
    private var report = CheckReport()

    /// The journal in a folder, or in the office that the folder is.
    ///
    /// - Throws: `missing` when there is neither.
    package static func run(
        directory: String,
        trust: CheckTrust,
        threads: Int = 2
    ) throws(JournalFault) -> CheckReport {
        for folder in [directory, directory + "/journal"] {
            let disk = PosixDisk(root: folder)
            if try disk.read("checkpoint") != nil {
                return try run(disk: disk, trust: trust, threads: threads)
            }
        }
        throw JournalFault(
            .missing,
            path: directory,
            "expected a journal or an office, found no checkpoint",
            hint: "name the folder that holds `checkpoint` and `tile`"
        )
    }

    package static func run(
        disk: some Disk,
        trust: CheckTrust,
        threads: Int = 2
    ) throws(JournalFault) -> CheckReport {
        var check = JournalCheck(disk: disk, trust: trust)
        try check.run(threads: threads)
        check.report.sort()
        return check.report
    }

    private init(disk: some Disk, trust: CheckTrust) {
        self.disk = disk
        self.trust = trust
    }

    private mutating func run(threads: Int) throws(JournalFault) {
        let keys = try trustedKeys()
        guard let checkpoint = try signedCheckpoint(keys) else {
            // Nothing below can be judged without a tree to judge it by.
            return
        }
        report.origin = checkpoint.origin
        report.size = checkpoint.size
        report.root = checkpoint.root
        let tiles = try provenTiles(checkpoint)
        if checkpoint.size > .zero {
            let found = TreeCheck(disk: disk, size: checkpoint.size, tiles: tiles)
                .run(threads: threads, except: try notYetBack())
            report.entries = found.entries
            report.bytes = found.bytes
            report.findings += found.findings
        }
        var wal = WalCheck(disk: disk, keys: keys, checkpoint: checkpoint, tiles: tiles)
        try wal.run()
        report.findings += wal.findings
        report.tailEntries = wal.tail.count
        report.entries += UInt64(wal.tail.count)
        var inventory = InventoryCheck(
            disk: disk,
            source: CheckSource(tiles: tiles, published: checkpoint.size, tail: wal.tail),
            walStart: wal.start
        )
        try inventory.run()
        report.findings += inventory.findings
        report.leftovers = inventory.leftovers
    }

    /// Bundles that a restore has not brought back yet.
    private mutating func notYetBack() throws(JournalFault) -> Range<UInt64> {
        guard let record = try RestoringRecord.load(on: disk) else { return 0..<0 }
        let progress = try HistoryProgress(record, on: disk)
        report.history = progress
        return progress.missing(record)
    }

    /// The keys to believe; the key beside the log has to be among them.
    private mutating func trustedKeys() throws(JournalFault) -> [VerifierKey] {
        let beside: VerifierKey?
        do throws(JournalFault) {
            beside = try JournalFolder.recordedKey(on: disk)
        } catch {
            beside = nil
            report.findings.append(CheckFinding(.checkpoint, "vkey", error.detail))
        }
        let keys: [VerifierKey]
        switch trust {
        case .policy(let policy): keys = policy.logs
        case .key(let key): keys = [key]
        case .keyBesideLog: return [beside].compactMap { $0 }
        }
        if let beside, !keys.contains(beside) {
            let names = keys.map(\.description).joined(separator: " or ")
            report.findings.append(
                CheckFinding(.checkpoint, "vkey", "expected \(names), found \(beside)")
            )
        }
        return keys
    }

    private mutating func signedCheckpoint(
        _ keys: [VerifierKey]
    ) throws(JournalFault) -> Checkpoint? {
        guard let bytes = try disk.read("checkpoint") else {
            report.findings.append(
                CheckFinding(.missing, "checkpoint", "expected a file, found none")
            )
            return nil
        }
        do throws(CheckpointFlaw) {
            let signed = try SignedCheckpoint(parsing: bytes, keys: keys)
            if signed.note.bytes != bytes {
                report.findings.append(
                    CheckFinding(.checkpoint, "checkpoint", "expected one spelling, found another")
                )
            }
            if case .policy(let policy) = trust {
                let verdict = try policy.judge(signed.note)
                report.cosignatures = verdict.cosignatures
                if !verdict.isQuorum {
                    report.findings.append(
                        CheckFinding(
                            .quorum,
                            "checkpoint",
                            "expected the quorum of the policy, found "
                                + "\(verdict.cosignatures.count) cosignatures"
                        )
                    )
                }
            }
            if case .keyBesideLog = trust {} else { report.identityIsProven = true }
            return signed.checkpoint
        } catch {
            report.findings.append(CheckFinding(.checkpoint, "checkpoint", "\(error)"))
            return nil
        }
    }

    private mutating func provenTiles(
        _ checkpoint: Checkpoint
    ) throws(JournalFault) -> VerifiedTiles? {
        do throws(JournalFault) {
            return try VerifiedTiles(disk: disk, checkpoint: checkpoint)
        } catch {
            guard error.code == .damaged else { throw error }
            report.findings.append(CheckFinding(.root, error.path, error.detail))
            report.findings += try EdgeCheck(disk: disk, size: checkpoint.size).run()
            return nil
        }
    }
}
