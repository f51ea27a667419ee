package import Journal

/// Brings an office's settings back from the asset that its journal names last.
package enum SettingsReturn {
    package struct Report: Hashable, Sendable {
        /// Files that were written.
        package var files: [String] = []
        /// Secrets that the settings refer to and that are not here: no copy of them was kept.
        package var missing: [String] = []

        package init() {}
    }

    /// How a restored office begins when nothing says what its settings were.
    package static let placeholder = "# Restored from a vault: every setting has its default.\n"
    /// The list of vaults that the lost office had; its credentials are not to be used again.
    package static let vaultsBefore = "vaults.before"
    /// Settings are told again at least so often, so they stand near the end.
    package static let toldEvery: UInt64 = 4_096
    private static let settings = "office.yaml"
    /// Bundles that are looked through, from the newest back.
    private static let bundles: UInt64 = 64

    /// Writes what is missing in the office's folder; nothing that is there is written over.
    ///
    /// - Returns: Nil where nothing was to be brought back, or nothing tells what.
    package static func run(office: String) throws(JournalFault) -> Report? {
        let disk = PosixDisk(root: office)
        let found = try disk.read(settings)
        guard found == nil || found == Array(placeholder.utf8),
            let bundle = try newest(office)
        else { return nil }
        var report = Report()
        for file in bundle.files {
            // The list of vaults would have the office use credentials that are not its any more.
            let name = file.name == VaultList.file ? vaultsBefore : file.name
            let isFree = try disk.read(name) == nil || name == settings
            guard isFree else { continue }
            try disk.writeResult(NewFile(name, file.bytes))
            report.files.append(name)
        }
        for path in bundle.needs {
            let isAbsolute = path.hasPrefix("/")
            let place = PosixDisk(root: isAbsolute ? "/" : office)
            if try place.read(isAbsolute ? String(path.dropFirst()) : path) == nil {
                report.missing.append(path)
            }
        }
        return report
    }

    /// The last bundle that the journal names and whose bytes are here.
    package static func newest(_ office: String) throws(JournalFault) -> SettingsBundle? {
        let reader = try JournalReader(directory: office + "/journal")
        let assets = PosixDisk(root: office + "/assets")
        let last = reader.size.count / TilePath.span
        for number in stride(from: Int64(last), through: 0, by: -1).prefix(Int(bundles)) {
            // A history that is still on its way ends the search, as the limit does.
            guard let told = try? digests(reader, bundle: UInt64(number)) else { return nil }
            for sha256 in told.reversed() {
                guard let bytes = try assets.read(Hexadecimal.encode(sha256)),
                    TreeHash.sha256(bytes).array == sha256, let found = SettingsBundle(bytes)
                else { continue }
                return found
            }
        }
        return nil
    }

    /// The digests of settings that are told in one bundle of entries, in order.
    private static func digests(
        _ reader: JournalReader,
        bundle number: UInt64
    ) throws(JournalFault) -> [[UInt8]] {
        var found: [[UInt8]] = []
        let first = number * TilePath.span
        guard first < reader.size.count else { return [] }
        var cursor = try reader.cursor(from: EntryIndex(first))
        for entry in try cursor.nextBatch() where entry.bytes.first == EntryKind.control.rawValue {
            guard
                case .assetDigest(SettingsBundle.asset, let sha256, _, _)? =
                    try? ControlRecord(json: entry.bytes.dropFirst())
            else { continue }
            found.append(sha256)
        }
        return found
    }
}
