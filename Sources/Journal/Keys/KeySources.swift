/// Identities and wrapped data keys gathered from what a rescuer has at hand.
///
/// Each path is a `keys/` folder, an escrow's folder, or an age identity file.
package struct KeySources: Sendable {
    package private(set) var identities: [AgeIdentity] = []
    package private(set) var wrapped: [WrappedKey] = []

    /// `known` are identities that were put together elsewhere, from shares.
    package init(_ paths: [String], known: [AgeIdentity] = []) throws(KeysFault) {
        identities = known
        for path in paths { try add(path) }
    }

    /// The data keys that some identity opens; wrapped keys of others are left out.
    package func keyring() throws(KeysFault) -> Keyring {
        var keys: [EpochKey] = []
        for wrapped in wrapped {
            do throws(KeysFault) {
                keys.append(try wrapped.unwrap(identities, path: ""))
            } catch {
                guard error.code == .unopenable else { throw error }
            }
        }
        return Keyring(keys)
    }

    private mutating func add(_ path: String) throws(KeysFault) {
        let folder = PosixKeyFiles(path: path)
        // A file cannot be listed.
        guard let names = try? folder.names(in: "") else {
            return try addIdentities(path, from: PosixKeyFiles(path: ""), name: path)
        }
        let found = try Keyring.wrappedKeys(in: folder)
        wrapped += found
        if names.contains(KeysLayout.identity) {
            return try addIdentities(path, from: folder, name: KeysLayout.identity)
        }
        guard found.isEmpty else { return }
        throw KeysFault(
            .missing,
            path: path,
            detail: "expected keys, found none",
            hint: "give a keys/ folder, an escrow's folder, or an age identity file"
        )
    }

    private mutating func addIdentities(
        _ path: String,
        from files: any KeyFiles,
        name: String
    ) throws(KeysFault) {
        let text = String(decoding: try files.read(name) ?? [], as: UTF8.self)
        do throws(AgeFlaw) {
            identities += try AgeIdentity.list(text)
        } catch {
            throw KeysFault(
                .content,
                path: path,
                detail: "\(error)",
                hint: "give a keys/ folder, an escrow's folder, or an age identity file"
            )
        }
    }
}
