/// Changes the key that signs checkpoints, while no writer runs.
///
/// The journal's last entry under the old key names the new one; the checkpoint of that tree is
/// then signed by both, so whoever trusts the old key can follow to the new.
package struct SigningKeyRotation: Sendable {
    private let place: SealedJournal.Place

    package init(_ place: SealedJournal.Place) {
        self.place = place
    }

    /// Whether a rotation was begun and has not ended.
    package var isUnderWay: Bool {
        get throws(KeysFault) { try place.keys.files.read(KeysLayout.nextSigningKey) != nil }
    }

    /// Returns the new verifier key; run it again when it was broken off.
    ///
    /// `handedOver` is told of the tree that both keys sign, before the old key is let go; told
    /// again by a run that ends an earlier one.
    @concurrent
    package func run(
        at time: UnixTime,
        handedOver: @Sendable (SignedCheckpoint, VerifierKey) throws -> Void = { _, _ in }
    ) async throws -> VerifierKey {
        let files = place.keys.files
        let old = try SigningKey(place.keys.signingKey())
        let new = try next(name: old.verifierKey.name)
        let disk = PosixDisk(root: place.journal)
        if try JournalFolder.recordedKey(on: disk) != new.verifierKey {
            try await record(old.verifierKey, new.verifierKey, at: time)
            // A crash here leaves a record that names the key in `signing.key.next`: run again.
            try cosign(disk, old, new)
            // A crash here leaves a checkpoint that either key proves: run again.
            try disk.replace("vkey", with: Array("\(new.verifierKey)\n".utf8))
        }
        // A crash here leaves a journal that only `signing.key.next` opens: run again.
        let signed = try JournalReader(disk: disk, keys: [new.verifierKey]).checkpoint
        try handedOver(signed, new.verifierKey)
        try files.write(KeysLayout.signingKey, Array("\(new.secretText)\n".utf8))
        try files.remove(KeysLayout.nextSigningKey)
        return new.verifierKey
    }

    /// The new key, which is durable before anything names it.
    private func next(name: String) throws -> SigningKey {
        let files = place.keys.files
        if let found = try files.read(KeysLayout.nextSigningKey) {
            return try SigningKey(String(decoding: found, as: UTF8.self).dropLast())
        }
        let new = try SigningKey(name: name, seed: place.keys.random.bytes(32))
        try files.write(KeysLayout.nextSigningKey, Array("\(new.secretText)\n".utf8))
        return new
    }

    private func record(_ old: VerifierKey, _ new: VerifierKey, at time: UnixTime) async throws {
        let journal = try await SealedJournal.open(at: place, time: time)
        let record = ControlRecord.signingKeyChanged(from: "\(old)", to: "\(new)", time: time)
        try await journal.writer.append(control: [record])
        try await journal.close()
    }

    private func cosign(_ disk: PosixDisk, _ old: SigningKey, _ new: SigningKey) throws {
        let reader = try JournalReader(disk: disk, keys: [old.verifierKey])
        let note = reader.checkpoint.note
        let signatures = try SignedNote(text: note.text, signer: new).signatures
        let both = SignedNote(text: note.text, signatures: note.signatures + signatures)
        try disk.replace("checkpoint", with: both.bytes)
    }
}
