/// What stands in `journal/restoring` while the history behind a restored desk is not back yet.
///
/// The desk snapshot that the office began from is named here by its digest, with what the journal
/// said about epochs before it: so the office opens without reading what is not there.
package struct RestoringRecord: Hashable, Sendable {
    /// A vault that has the history: its address as people write it, and a file of credentials.
    package struct Source: Hashable, Sendable {
        package let address: String
        package let credentials: String?

        package init(address: String, credentials: String?) {
            self.address = address
            self.credentials = credentials
        }
    }

    /// The incarnation, in the vaults, whose history this is.
    package let incarnation: String
    package let sources: [Source]
    /// The tree that was restored.
    package let size: TreeSize
    /// Entries before are in the snapshot.
    package let position: EntryIndex
    /// The snapshot's file, and the SHA-256 of its bytes as an entry of the journal names it.
    package let snapshot: String
    package let sha256: [UInt8]
    /// What the journal says about epochs before `position`.
    package let epochs: EpochTable

    package init(
        incarnation: String,
        sources: [Source],
        size: TreeSize,
        position: EntryIndex,
        snapshot: String,
        sha256: [UInt8],
        epochs: EpochTable
    ) {
        self.incarnation = incarnation
        self.sources = sources
        self.size = size
        self.position = position
        self.snapshot = snapshot
        self.sha256 = sha256
        self.epochs = epochs
    }

    package static let path = "restoring"

    /// The first full bundle that the restore brought back; those behind it are here too.
    package var firstBundle: UInt64 { position.value / TilePath.span }

    /// The record of a journal; nil where all of its history is here.
    package static func load(on disk: any Disk) throws(JournalFault) -> RestoringRecord? {
        guard let bytes = try disk.read(path) else { return nil }
        do throws(RecordFlaw) {
            return try RestoringRecord(bytes)
        } catch {
            throw JournalFault(
                .damaged,
                path: path,
                "\(error)",
                hint: "restore once more, into another folder: `posthorn-rescue restore`"
            )
        }
    }

    package static func load(journal directory: String) throws(JournalFault) -> RestoringRecord? {
        try load(on: PosixDisk(root: directory))
    }

    /// Says, durably, that the desk begins there.
    package func write(journal directory: String) throws(JournalFault) {
        try PosixDisk(root: directory).replace(Self.path, with: bytes)
    }

    /// Has the record say nothing any more: everything is here, and was compared.
    package static func remove(journal directory: String) throws(JournalFault) {
        let disk = PosixDisk(root: directory)
        try disk.remove([path])
        try disk.syncFolder("")
    }
}

extension RestoringRecord {
    /// A line of canonical JSON, then a control record a line.
    package var bytes: [UInt8] {
        let places = sources.map { [$0.address, $0.credentials].compactMap(\.self) }
        let fields: [String: FlatJSON.Value] = [
            "record": .text("restoring"), "incarnation": .text(incarnation),
            "position": .number(position.value), "sha256": .text(Hexadecimal.encode(sha256)),
            "size": .number(size.count), "snapshot": .text(snapshot),
            "vaults": .text(places.map { $0.joined(separator: "\t") }.joined(separator: "\n")),
        ]
        var out = FlatJSON.encode(fields) + [UInt8(ascii: "\n")]
        for record in epochs.records { out += record.json + [UInt8(ascii: "\n")] }
        return out
    }

    package init(_ bytes: [UInt8]) throws(RecordFlaw) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        var fields = try ControlFields(try FlatJSON.decode(lines.first ?? []))
        guard fields.record == "restoring" else { throw .unknownRecord(fields.record) }
        incarnation = try fields.text("incarnation")
        position = EntryIndex(try fields.number("position"))
        sha256 = try fields.digest("sha256")
        size = TreeSize(try fields.number("size"))
        snapshot = try fields.text("snapshot")
        sources = try fields.text("vaults").split(separator: "\n")
            .map { line in
                let words = line.split(separator: "\t", maxSplits: 1).map(String.init)
                return Source(address: words[0], credentials: words.count > 1 ? words[1] : nil)
            }
        try fields.finish()
        epochs = try EpochTable(lines: lines.dropFirst())
    }
}
