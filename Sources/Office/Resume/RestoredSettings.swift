import Documents
package import Journal
package import Vault

/// The office's settings, told in its journal so that they come back with it.
package enum RestoredSettings {
    static let vaultsBefore = SettingsReturn.vaultsBefore
    /// What was told last, and at what size; losing it has it told once more.
    private static let told = "settings.told"

    /// Writes what a restore has left out, in an office that was restored.
    ///
    /// - Throws: ``OfficeFault``.
    @discardableResult
    package static func bringBack(
        _ directory: OfficeDirectory
    ) throws -> SettingsReturn.Report? {
        guard try IncarnationRecord.read(office: directory.root)?.predecessor?.cause == .restored
        else { return nil }
        do {
            return try SettingsReturn.run(office: directory.root)
        } catch {
            throw OfficeFault(error, in: directory)
        }
    }

    /// Names in the journal what the settings are now, where that is new or was long ago.
    package static func tell(
        _ directory: OfficeDirectory,
        _ book: EntryBook,
        at time: UnixTime
    ) async throws {
        let bytes = try bundle(directory).bytes
        let sha256 = TreeHash.sha256(bytes).array
        let before = String(decoding: try SmallFile.read(path(directory)) ?? [], as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        let size = before.count == 2 ? UInt64(before[1]) ?? 0 : 0
        guard
            before.first.map(String.init) != Hexadecimal.text(sha256)
                || book.durable >= size + SettingsReturn.toldEvery
        else { return }
        do {
            _ = try AssetDirectory(path: directory.assets).write(bytes)
        } catch {
            throw OfficeAssets.fault(error)
        }
        // A crash here leaves an asset that nothing names.
        try await book.append(control: [
            .assetDigest(
                name: SettingsBundle.asset,
                sha256: sha256,
                bytes: UInt64(bytes.count),
                time: time
            )
        ])
        try OutputFolder(directory.root)
            .write(Array("\(Hexadecimal.text(sha256)) \(book.durable)\n".utf8), to: told)
    }

    private static func path(_ directory: OfficeDirectory) -> String {
        "\(directory.root)/\(told)"
    }

    /// The files without a secret, and the names of those with one.
    static func bundle(_ directory: OfficeDirectory) throws -> SettingsBundle {
        var bundle = SettingsBundle(files: [], needs: [])
        func add(_ name: String) throws(OfficeFault) {
            guard let bytes = try SmallFile.read("\(directory.root)/\(name)") else { return }
            bundle.files.append(SettingsBundle.File(name, bytes))
        }
        try add("office.yaml")
        try add(VaultList.file)
        let settings = try OfficeReading.settings(directory)
        if let policy = settings.witnesses.policy {
            if policy.hasPrefix("/") { bundle.needs.append(policy) } else { try add(policy) }
        }
        bundle.needs += try VaultList.load(office: directory.root).lines.compactMap(\.credentials)
        bundle.needs += settings.escrows.stores.map(\.credentials)
        if let tls = settings.serve.tls { bundle.needs += [tls.certificate, tls.key] }
        let root = directory.root + "/"
        bundle.needs = bundle.needs.map {
            $0.hasPrefix(root) ? String($0.dropFirst(root.count)) : $0
        }
        return bundle
    }
}
