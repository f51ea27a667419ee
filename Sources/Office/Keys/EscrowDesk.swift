import Glibc
package import Journal
import Mail
import Vault

/// Adds escrows to an office, and says how they stand.
package enum EscrowDesk {
    /// Why a folder does not become an escrow.
    package enum Refusal: Error, Hashable, Sendable {
        case notAbsolute(String)
        case insideOffice(String)
        /// A vault keeps entries for ever, and a forgotten month's key would live as long.
        case holdsLog(String)
        case alreadyAdded(String)
        /// A bucket is opened by a credential of its own.
        case noCredentials(String)
        /// `office.yaml` is written in a way that we do not write into.
        case settingsUnfit

        package var hint: String {
            switch self {
            case .notAbsolute: "give the whole path, from /"
            case .insideOffice: "name a folder on another disk, better on another machine"
            case .holdsLog: "keys are kept apart from what they open: name another folder"
            case .alreadyAdded: "see `posthorn keys escrow status`"
            case .noCredentials:
                "give --credentials FILE, two lines, access key and secret; not a vault's"
            case .settingsUnfit: "write it there yourself: `escrows: [/mnt/stick/escrow]`"
            }
        }
    }

    /// What adding one found out.
    package struct Added: Sendable {
        package let report: EscrowKeeper.Report
        /// Same device as the office: a disk that fails takes both.
        package let isSameDevice: Bool
    }

    /// Makes a folder an escrow of this office, names it in the settings and fills it.
    package static func add(
        _ path: String,
        to directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> Added {
        try OfficeReading.requireOffice(directory)
        guard path.hasPrefix("/") else { throw Refusal.notAbsolute(path) }
        let settings = try OfficeReading.settings(directory).escrows
        guard !settings.directories.contains(path) else { throw Refusal.alreadyAdded(path) }
        guard !RealPath.isInside(path, directory.root) else { throw Refusal.insideOffice(path) }
        _ = try OutputFolder(path)
        for log in ["checkpoint", "vkey", "tile"]
        where unsafe access("\(path)/\(log)", F_OK) == 0 {
            throw Refusal.holdsLog(path)
        }
        let origin = try OfficeReading.origin(directory)
        try MarkedKeyFiles(PosixKeyFiles(path: path), origin: origin).claim()
        // A crash here leaves an empty escrow that no office names: add it again.
        try name(path, in: directory) { escrows in
            escrows.directories.contains(path)
                && escrows.directories.count == settings.directories.count + 1
        }
        // A crash here leaves an escrow that the next start fills.
        let report = try await KeyWork.tend(directory, clock: clock)
        return Added(report: report, isSameDevice: device(path) == device(directory.root))
    }

    /// Makes a bucket an escrow of this office, names it in the settings and fills it.
    ///
    /// - Throws: `KeysFault` where the bucket does not answer or cannot lock.
    package static func add(
        _ store: EscrowSettings.Store,
        to directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> Added {
        try OfficeReading.requireOffice(directory)
        let settings = try OfficeReading.settings(directory).escrows
        guard !settings.stores.contains(where: { $0.place == store.place }) else {
            throw Refusal.alreadyAdded("\(store.place)")
        }
        let escrow = EscrowSettings.open(store, root: directory.root)
        if let escrow = escrow as? S3Escrow, try await escrow.holdsLog() {
            throw Refusal.holdsLog("\(store.place)")
        }
        _ = try await escrow.copies()
        try name(store.text, in: directory) { $0.stores.contains(store) }
        // A crash here leaves an escrow that the next start fills.
        let report = try await KeyWork.tend(directory, clock: clock)
        let now = clock.now()
        // An escrow that a lost life of the office had is back under another credential.
        try await KeyWork.tell(
            .credential(.replace, "escrow \(store.place)", at: now),
            in: directory,
            clock: clock
        )
        return Added(report: report, isSameDevice: false)
    }

    /// Writes an escrow into the settings, where they then say what is meant.
    private static func name(
        _ escrow: String,
        in directory: OfficeDirectory,
        _ isMeant: (EscrowSettings) -> Bool
    ) throws {
        let text = String(decoding: try SmallFile.read(directory.settings) ?? [], as: UTF8.self)
        let more = EscrowSettings.adding(escrow, to: text)
        guard let parsed = try? OfficeSettings(yaml: more), isMeant(parsed.escrows) else {
            throw Refusal.settingsUnfit
        }
        try replaceSettings(directory, Array(more.utf8))
    }

    package static func status(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> [EscrowStatus] {
        try OfficeReading.requireOffice(directory)
        let place = try OfficeOpening.place(directory)
        let now = UnixTime(seconds: clock.now().milliseconds / 1000)
        return try await EscrowKeeper(directory: place.keys, escrows: place.escrows).status(at: now)
    }

    private static func replaceSettings(_ directory: OfficeDirectory, _ bytes: [UInt8]) throws {
        try PosixDisk(root: directory.root).replace("office.yaml", with: bytes)
        unsafe rmdir(directory.root + "/staging")
    }

    private static func device(_ path: String) -> dev_t? {
        var facts = stat()
        return unsafe stat(path, &facts) == 0 ? facts.st_dev : nil
    }
}

extension EscrowDesk.Refusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAbsolute(let path): "expected a path from /, found \(path)"
        case .insideOffice(let path): "\(path) lies inside the office, whose loss it is to survive"
        case .holdsLog(let path): "\(path) holds a journal or a vault"
        case .alreadyAdded(let path): "\(path) is an escrow of this office already"
        case .noCredentials(let place): "\(place): expected a file of credentials, found none"
        case .settingsUnfit: "office.yaml is written in a way that cannot be added to"
        }
    }
}
