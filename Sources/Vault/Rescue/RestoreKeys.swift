package import Journal

/// The keys that a restored office starts with, from what a rescuer has at hand.
///
/// Either somebody kept a `keys/` folder, or a recovery identity opens what the escrow holds.
package struct RestoreKeys: Sendable {
    /// File names in `keys/` with their bytes.
    package private(set) var files: [String: [UInt8]] = [:]
    /// The key that the restored office signs with; nil when none of ours was found.
    package private(set) var signing: VerifierKey?
    package private(set) var wrapped = 0

    /// Each path is a `keys/` folder, an escrow's folder, an age identity file or a file of shares.
    ///
    /// - Throws: `KeysFault`, ``SheetFlaw`` where shares give no secret.
    package init(_ paths: [String], of logs: [VerifierKey]) throws {
        let sources = try RescueKeys.sources(paths)
        for path in paths { try add(folder: path, sources.identities, logs) }
        let holders = holders(sources.identities)
        for key in sources.wrapped {
            wrapped += 1
            // Several editions of one key may lie here, as after a new set of sheets; one that the
            // restored office opens stays.
            let opens = (try? key.unwrap(holders, path: "")) != nil
            if opens || files[key.name] == nil { files[key.name] = key.file }
        }
        if files[KeysLayout.identity] == nil, !sources.identities.isEmpty, wrapped > 0 {
            // What the rescuer holds opens the wrapped keys: the office can work with it.
            adopt(sources.identities)
        }
    }

    /// The identities that the restored office will work with.
    private func holders(_ identities: [AgeIdentity]) -> [AgeIdentity] {
        guard let bytes = files[KeysLayout.identity] else { return identities }
        return (try? AgeIdentity.list(String(decoding: bytes, as: UTF8.self))) ?? identities
    }

    private mutating func add(
        folder path: String,
        _ identities: [AgeIdentity],
        _ logs: [VerifierKey]
    ) throws(KeysFault) {
        let folder = PosixKeyFiles(path: path)
        guard let names = try? folder.names(in: "") else { return }
        for name in names {
            guard let bytes = try folder.read(name) else { continue }
            switch name {
            case KeysLayout.signingKey: take(signing: bytes, logs)
            case KeysLayout.identity, KeysLayout.recovery: files[name] = bytes
            case _ where name.hasSuffix(".age") && KeysLayout.parse(name) == nil:
                // Several editions of one secret may lie here; one that opens and fits will do.
                guard let secret = try? AgeFile.decrypt(bytes, with: identities) else { continue }
                switch KeysLayout.subject(name) {
                case KeysLayout.signingKey: take(signing: secret, logs)
                case KeysLayout.identity: files[KeysLayout.identity] = secret
                default: break
                }
            default: break
            }
        }
    }

    /// A signing key counts only when it is the log's own.
    private mutating func take(signing bytes: [UInt8], _ logs: [VerifierKey]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let key = try? SigningKey(text.split(separator: "\n").first ?? ""),
            logs.contains(key.verifierKey)
        else { return }
        signing = key.verifierKey
        files[KeysLayout.signingKey] = bytes
    }

    private mutating func adopt(_ identities: [AgeIdentity]) {
        let lines = identities.map { "# \($0.recipient)\n\($0.secretText)\n" }.joined()
        files[KeysLayout.identity] = Array(lines.utf8)
    }

    /// For an office that is only to be read.
    mutating func dropSigning() {
        signing = nil
        files[KeysLayout.signingKey] = nil
    }

    func write(to office: String) throws(KeysFault) {
        let folder = PosixKeyFiles(path: office + "/keys")
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            try folder.write(name, bytes)
        }
    }
}
