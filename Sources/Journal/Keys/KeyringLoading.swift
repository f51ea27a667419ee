extension Keyring {
    /// Opens every wrapped key in `files` (a `keys/` folder or an escrow) that `identities` open.
    ///
    /// - Throws: `KeysFault.unopenable` when none of the identities opens a key, `content` when a
    ///   file
    ///   holds another key than its name says.
    package static func load(
        from files: any KeyFiles,
        identities: [AgeIdentity],
        table: EpochTable = EpochTable()
    ) throws(KeysFault) -> Keyring {
        var keys: [EpochKey] = []
        for wrapped in try wrappedKeys(in: files) where !table.forgotten.contains(wrapped.epoch) {
            keys.append(try wrapped.unwrap(identities, path: files.path))
        }
        return Keyring(keys, table: table)
    }

    /// The wrapped keys in a `keys/` folder or an escrow, by name.
    package static func wrappedKeys(in files: any KeyFiles) throws(KeysFault) -> [WrappedKey] {
        var wrapped: [WrappedKey] = []
        for folder in ["", KeysLayout.epochs] {
            for name in try files.names(in: folder) where KeysLayout.parse(name) != nil {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                guard let bytes = try files.read(path) else { continue }
                if let key = WrappedKey(name: name, file: bytes) { wrapped.append(key) }
            }
        }
        return wrapped
    }
}

extension KeysDirectory {
    /// Loads the data keys, having finished whatever forgetting a crash broke off.
    package func keyring(table: EpochTable) throws(KeysFault) -> Keyring {
        for wrapped in try Keyring.wrappedKeys(in: files)
        where table.forgotten.contains(wrapped.epoch) {
            try files.remove(wrapped.name)
        }
        return try Keyring.load(from: files, identities: identities(), table: table)
    }

    /// Wraps a data key to the office and to all recovery recipients.
    func wrap(_ key: EpochKey) throws(KeysFault) -> WrappedKey {
        let recipients = [try identities()[0].recipient] + (try recovery())
        do {
            return try WrappedKey(wrapping: key, to: recipients, random: random)
        } catch {
            throw KeysFault(
                .content,
                path: "\(files.path)/\(KeysLayout.recovery)",
                detail: "\(error)",
                hint: "correct the recovery recipients"
            )
        }
    }
}
