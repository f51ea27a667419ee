package import Journal

/// Desk snapshots in an office's folder: `snapshots/<~size>-<sha256>`, the newest few.
package struct SnapshotFolder: Sendable {
    package static let name = "snapshots"
    /// Those that are kept here; vaults keep what they were given.
    private static let kept = 3

    private let disk: PosixDisk

    package init(office: String) {
        disk = PosixDisk(root: "\(office)/\(Self.name)")
    }

    /// Their names, the newest first.
    package func names() throws(JournalFault) -> [String] {
        try disk.list("").filter { !$0.isFolder }.map(\.name)
            .filter { VaultLayout.parse(snapshotName: $0) != nil }.sorted()
    }

    /// The size of the newest; nil where there is none.
    package func newest() throws(JournalFault) -> TreeSize? {
        try names().first.flatMap { VaultLayout.parse(snapshotName: $0)?.size }
    }

    /// The bytes of one, if they are what its name says.
    package func read(_ name: String) throws(JournalFault) -> ShippedSnapshot? {
        guard let (size, sha256) = VaultLayout.parse(snapshotName: name),
            let bytes = try disk.read(name)
        else { return nil }
        let snapshot = ShippedSnapshot(size: size, bytes: bytes)
        return snapshot.sha256 == sha256 ? snapshot : nil
    }

    /// Keeps one, durably, and lets go of what newer ones have made needless.
    package func write(_ snapshot: ShippedSnapshot) throws(JournalFault) {
        try disk.makeFolder("")
        let name = VaultLayout.snapshotName(snapshot.size, sha256: snapshot.sha256)
        try disk.replace(name, with: snapshot.bytes)
        // A crash here leaves one that no entry names: nobody takes it for anything.
        try disk.remove(try names().dropFirst(Self.kept) + ["staging"])
    }
}

/// Carries an office's desk snapshots into a vault.
struct SnapshotShipment {
    let folder: SnapshotFolder
    let store: any VaultStore
    let layout: VaultLayout

    /// - Returns: What is there now, so that nobody asks for it again.
    func run(known: Set<String>) async throws(VaultFault) -> Set<String> {
        var there = known
        let names: [String]
        do throws(JournalFault) {
            names = try folder.names()
        } catch { throw VaultFault(error, at: SnapshotFolder.name) }
        for name in names where !there.contains(name) {
            let snapshot: ShippedSnapshot?
            do throws(JournalFault) {
                snapshot = try folder.read(name)
            } catch { throw VaultFault(error, at: SnapshotFolder.name) }
            // One that went while we looked has newer ones behind it.
            guard let snapshot else { continue }
            try await store.put([snapshot.object(in: layout)])
            there.insert(name)
        }
        return there.intersection(names)
    }
}
