/// Changes the office's age identity, or who may recover it, and wraps every data key anew.
///
/// It can be broken off anywhere and run again: until its last step both identities are in the
/// file, and every wrapped key opens with one of them.
package struct IdentityRotation: Sendable {
    private let directory: KeysDirectory

    package init(_ directory: KeysDirectory) {
        self.directory = directory
    }

    /// Returns the control records to append: the digests of the new files.
    ///
    /// Copies in the escrow follow at the next `EscrowKeeper.tend`; old editions die with their
    /// lock.
    package func run(
        table: EpochTable,
        at time: UnixTime,
        recovery: [AgeRecipient]? = nil
    ) throws(KeysFault) -> [ControlRecord] {
        var identities = try directory.identities()
        if identities.count == 1 {
            identities.insert(AgeIdentity.generate(directory.random), at: 0)
            try directory.write(identities: identities)
        }
        // A crash here leaves two identities and all keys wrapped to the second: run again.
        if let recovery { try directory.write(recovery: recovery) }
        var records: [ControlRecord] = []
        for old in try Keyring.wrappedKeys(in: directory.files)
        where !table.forgotten.contains(old.epoch) {
            let key = try old.unwrap(identities, path: directory.files.path)
            let wrapped = try directory.wrap(key)
            try directory.files.write(wrapped.name, wrapped.file)
            // A crash here leaves some keys wrapped to each identity: run again.
            records.append(wrapped.digest(at: time))
        }
        try directory.write(identities: [identities[0]])
        // From here on the old identity opens nothing that is left in the folder.
        return records
    }
}
