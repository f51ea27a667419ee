/// The office's `keys/` folder: its identity, its signing key, who may recover it, its data keys.
///
/// Whoever reads this folder reads everything that is not forgotten (design.md §5, "what we
/// claim").
package struct KeysDirectory: Sendable {
    package let files: any KeyFiles
    package let random: RandomSource

    package init(files: any KeyFiles, random: RandomSource = .system) {
        self.files = files
        self.random = random
    }

    /// Makes the folder of a new office, or finishes making one; never replaces a secret.
    package func create(signingKey: String, recovery: [AgeRecipient]) throws(KeysFault) {
        // A crash between two of these leaves a folder without a journal; `init` runs again.
        if try files.read(KeysLayout.identity) == nil {
            try write(identities: [AgeIdentity.generate(random)])
        }
        if try files.read(KeysLayout.signingKey) == nil {
            try files.write(KeysLayout.signingKey, Array((signingKey + "\n").utf8))
        }
        try write(recovery: recovery)
    }

    /// The office's identities; the first is the one in use, others only while a rotation runs.
    package func identities() throws(KeysFault) -> [AgeIdentity] {
        let identities = try parse(KeysLayout.identity, AgeIdentity.list)
        guard !identities.isEmpty else { throw empty(KeysLayout.identity) }
        return identities
    }

    /// Those who can rescue the office; wrapped keys go to them and to the office.
    package func recovery() throws(KeysFault) -> [AgeRecipient] {
        guard try files.read(KeysLayout.recovery) != nil else { return [] }
        return try parse(KeysLayout.recovery, AgeRecipient.list)
    }

    package func signingKey() throws(KeysFault) -> String {
        try text(KeysLayout.signingKey).trimmed
    }

    package func write(recovery: [AgeRecipient]) throws(KeysFault) {
        let lines = recovery.map { "\($0)\n" }.joined()
        try files.write(KeysLayout.recovery, Array(lines.utf8))
    }

    func write(identities: [AgeIdentity]) throws(KeysFault) {
        let lines = identities.map { "# \($0.recipient)\n\($0.secretText)\n" }.joined()
        try files.write(KeysLayout.identity, Array(lines.utf8))
    }

    func text(_ name: String) throws(KeysFault) -> String {
        guard let bytes = try files.read(name) else { throw empty(name) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func parse<T>(
        _ name: String,
        _ list: (String) throws(AgeFlaw) -> [T]
    ) throws(KeysFault) -> [T] {
        let text = try text(name)
        do {
            return try list(text)
        } catch {
            throw KeysFault(
                .content,
                path: "\(files.path)/\(name)",
                detail: "\(error)",
                hint: "restore the file from the escrow"
            )
        }
    }

    private func empty(_ name: String) -> KeysFault {
        KeysFault(
            .missing,
            path: "\(files.path)/\(name)",
            detail: "expected a key, found none",
            hint: "restore the file from the escrow"
        )
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
