import Glibc
package import Journal
import Mail

/// Adds escrows to an office, and says how they stand.
package enum EscrowDesk {
    /// Why a folder does not become an escrow.
    package enum Refusal: Error, Hashable, Sendable {
        case notAbsolute(String)
        case insideOffice(String)
        /// A vault keeps entries for ever, and a forgotten month's key would live as long.
        case holdsLog(String)
        case alreadyAdded(String)
        /// `office.yaml` is written in a way that we do not write into.
        case settingsUnfit

        package var hint: String {
            switch self {
            case .notAbsolute: "give the whole path, from /"
            case .insideOffice: "name a folder on another disk, better on another machine"
            case .holdsLog: "keys are kept apart from what they open: name another folder"
            case .alreadyAdded: "see `posthorn keys escrow status`"
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
        let text = String(decoding: try SmallFile.read(directory.settings) ?? [], as: UTF8.self)
        let more = EscrowSettings.adding(path, to: text)
        guard let parsed = try? OfficeSettings(yaml: more),
            parsed.escrows.directories.contains(path),
            parsed.escrows.directories.count == settings.directories.count + 1
        else { throw Refusal.settingsUnfit }
        try replaceSettings(directory, Array(more.utf8))
        // A crash here leaves an escrow that the next start fills.
        let report = try await KeyWork.tend(directory, clock: clock)
        return Added(report: report, isSameDevice: device(path) == device(directory.root))
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
        case .settingsUnfit: "office.yaml is written in a way that cannot be added to"
        }
    }
}
