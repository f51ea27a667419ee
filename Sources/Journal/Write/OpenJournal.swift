/// Making and opening a journal.
extension JournalWriter {
    /// Makes an empty journal in a folder that holds none, and opens it.
    ///
    /// The origin is the signing key's name. The public key is left beside the log as `vkey`.
    package static func create(
        in directory: String,
        signingKey: SigningKey,
        incarnation: UInt64,
        limits: JournalLimits = JournalLimits()
    ) throws(JournalFault) -> JournalWriter {
        let disk = PosixDisk(root: directory)
        try disk.makeFolder("")
        return try create(on: disk, signer: signingKey, incarnation: incarnation, limits: limits)
    }

    /// Opens a journal, recovering whatever a crash left.
    ///
    /// The signing key is the one that `vkey` names; the incarnation a number that no earlier
    /// writer of this journal had; `known` the largest signed checkpoint known elsewhere, from a
    /// vault or a witness.
    /// - Throws: `behind` when `known` is larger than what the disk holds.
    package static func open(
        in directory: String,
        signingKey: SigningKey,
        incarnation: UInt64,
        known: Checkpoint? = nil,
        limits: JournalLimits = JournalLimits()
    ) throws(JournalFault) -> JournalWriter {
        try open(
            on: PosixDisk(root: directory),
            signer: signingKey,
            incarnation: incarnation,
            known: known,
            limits: limits
        )
    }

    package static func create(
        on disk: some Disk,
        signer: some NoteSigner,
        incarnation: UInt64,
        limits: JournalLimits
    ) throws(JournalFault) -> JournalWriter {
        let lock = try disk.lock()
        try JournalFolder.make(on: disk, signer: signer)
        return try open(
            on: disk,
            lock: lock,
            signer: signer,
            incarnation: incarnation,
            known: nil,
            limits: limits
        )
    }

    package static func open(
        on disk: some Disk,
        signer: some NoteSigner,
        incarnation: UInt64,
        known: Checkpoint?,
        limits: JournalLimits
    ) throws(JournalFault) -> JournalWriter {
        try open(
            on: disk,
            lock: disk.lock(),
            signer: signer,
            incarnation: incarnation,
            known: known,
            limits: limits
        )
    }

    private static func open(
        on disk: some Disk,
        lock: any DiskLock,
        signer: some NoteSigner,
        incarnation: UInt64,
        known: Checkpoint?,
        limits: JournalLimits
    ) throws(JournalFault) -> JournalWriter {
        let keys = try JournalFolder.keys(on: disk, signer: signer)
        let (integrator, report) = try JournalLoader.load(disk: disk, keys: keys, limits: limits)
        try JournalFolder.refuseBehind(report.checkpoint, known: known)
        return JournalWriter(
            disk: disk,
            lock: lock,
            signer: signer,
            incarnation: incarnation,
            integrator: integrator,
            report: report,
            limits: limits
        )
    }
}

/// The few files of a journal that are neither tiles nor segments.
enum JournalFolder {
    /// Begins an empty journal.
    ///
    /// - Throws: `exists` when there is one.
    static func make(on disk: some Disk, signer: some NoteSigner) throws(JournalFault) {
        guard try disk.read("checkpoint") == nil else {
            throw JournalFault(
                .exists,
                path: "checkpoint",
                "there is a journal here already",
                hint: "choose another folder; a journal is never made over another"
            )
        }
        let key = signer.verifierKey
        try disk.publish(disk.stage([NewFile("vkey", Array("\(key)\n".utf8))]))
        // A crash here leaves a key without a journal; `make` can be run again.
        let empty = Checkpoint(origin: key.name, size: .zero, root: TreeHash.empty)
        guard let signed = try? SignedCheckpoint(empty, signer: signer) else {
            throw JournalFault(
                .wrongKey,
                path: "vkey",
                "the signing key does not sign",
                hint: "check the key file and start again"
            )
        }
        try disk.replace("checkpoint", with: signed.note.bytes)
    }

    /// The key beside the log, which must be the signer's.
    static func keys(
        on disk: some Disk,
        signer: some NoteSigner
    ) throws(JournalFault) -> [VerifierKey] {
        let key = try recordedKey(on: disk)
        guard key == signer.verifierKey else {
            throw JournalFault(
                .wrongKey,
                path: "vkey",
                "expected the key \(key), found \(signer.verifierKey)",
                hint: "use the signing key that belongs to this journal"
            )
        }
        return [key]
    }

    static func recordedKey(on disk: some Disk) throws(JournalFault) -> VerifierKey {
        guard let bytes = try disk.read("vkey") else {
            throw JournalFault(
                .missing,
                path: "vkey",
                "there is no journal here",
                hint: "check the path, or make an office with `posthorn init`"
            )
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasSuffix("\n"), let key = try? VerifierKey(text.dropLast()) else {
            throw JournalFault.damaged("vkey", "expected a verifier key and a new line")
        }
        return key
    }

    static func refuseBehind(
        _ checkpoint: Checkpoint,
        known: Checkpoint?
    ) throws(JournalFault) {
        guard let known else { return }
        guard known.size <= checkpoint.size else {
            throw JournalFault(
                .behind,
                path: "checkpoint",
                "expected at least size \(known.size), which was signed, found \(checkpoint.size)",
                hint: "run `posthorn-rescue survey`, then restore the newer copy from a vault"
            )
        }
    }
}
