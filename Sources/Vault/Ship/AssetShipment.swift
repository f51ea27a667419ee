import Journal

/// Carries an office's assets into a vault: what documents depend on besides their entries.
///
/// Each is named by its SHA-256 here and there. A file here that is not what its name says stays.
struct AssetShipment {
    let folder: PosixDisk
    let store: any VaultStore

    func run() async throws(VaultFault) {
        let there = Set(try await store.names(VaultLayout.assets))
        var names: [String] = []
        do throws(JournalFault) {
            names = try folder.list("").filter { !$0.isFolder }.map(\.name).sorted()
        } catch { throw VaultFault(error, at: folder.root) }
        for name in names {
            guard Hexadecimal.decode(name)?.count == Digest.size,
                !there.contains(VaultLayout.assets + name)
            else { continue }
            let bytes: [UInt8]?
            do throws(JournalFault) {
                bytes = try folder.read(name)
            } catch { throw VaultFault(error, at: folder.root) }
            guard let bytes, Hexadecimal.encode(TreeHash.sha256(bytes).array) == name else {
                continue
            }
            try await store.put([VaultObject(VaultLayout.assets + name, bytes, term: .history)])
        }
    }
}
