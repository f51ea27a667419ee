import Glibc
package import Journal
import Ledger
import Mail
package import Vault

/// Gives an office somebody who can rescue it: a recovery identity that exists on paper alone.
///
/// ```
/// begin    identity (in memory) → shares → sheets → keys/recovery.pending
///          people print, hand out, and type the words back from paper
/// confirm  recipients, wrapped keys, escrow, journal → keys/recovery.pending is gone
/// ```
/// Until it is confirmed the office is as it was: sheets that nobody could read cost nothing.
package enum KeyCeremony {
    /// Sheets that were written; their words are in memory until the caller lets go of them.
    package struct Begun: Sendable {
        package let pending: RecoveryPending
        package let sheets: [RecoverySheet]
        /// The files, PDF and text for each sheet.
        package let files: [String]
    }

    /// What a confirmed ceremony changed.
    package struct Held: Hashable, Sendable {
        package let recipient: String
        /// Recovery recipients that the office has now.
        package let recipients: Int
        /// Data keys that were wrapped anew.
        package let wrapped: Int
        /// Objects that escrows got.
        package let escrowed: Int
        /// Escrows that could not be reached: they are tried again.
        package let faults: [String]
    }

    /// Makes an identity and writes its sheets into a folder outside the office.
    ///
    /// - Throws: `CeremonyRefusal`, ``OfficeFault``, `KeysFault`.
    package static func begin(
        _ directory: OfficeDirectory,
        mode: RecoveryPending.Mode,
        out: String,
        clock: OfficeClock,
        random: RandomSource = .system
    ) async throws -> Begun {
        let view = try await OfficeView(directory, clock: clock)
        let folder = try outside(directory, out)
        let origin = try OfficeReading.origin(directory)
        let (recipient, shares) = RecoveryShares.make(random: random)
        let sheets = shares.map { share in
            RecoverySheet(
                share: share,
                recipient: "\(recipient)",
                profile: view.profile,
                origin: origin,
                day: clock.now().day
            )
        }
        let printed = try RecoverySheetPrint.pdf(sheets, directory, edition: view.edition)
        var files: [String] = []
        for (sheet, pdf) in zip(sheets, printed) {
            let path = "\(folder.path)/\(sheet.name)"
            try PrivateFile.write(Array(sheet.text.utf8), to: path + ".txt")
            try PrivateFile.write(pdf, to: path + ".pdf")
            files += [path + ".pdf", path + ".txt"]
        }
        // A crash here leaves sheets of an identity that opens nothing.
        let pending = RecoveryPending(recipient: recipient, mode: mode, set: shares[0].identifier)
        try PosixKeyFiles(path: directory.keys)
            .write(RecoveryPending.file, Array(pending.text.utf8))
        return Begun(pending: pending, sheets: sheets, files: files)
    }

    /// Checks a single word that somebody read from a sheet.
    package static func check(
        _ typed: String,
        sheet: RecoverySheet,
        place: Int
    ) throws(CeremonyRefusal) {
        guard typed.lowercased() == sheet.share.words[place - 1] else {
            throw .otherWord(sheet: sheet.share.number, place: place)
        }
    }

    /// Takes the recipient in, all sheets having been typed back.
    package static func confirm(
        _ directory: OfficeDirectory,
        shares: [ShareSet.Named],
        clock: OfficeClock
    ) async throws -> Held {
        let pending = try pending(directory)
        let found = Set(shares.map(\.share.number)).count
        guard found >= ShareSet.count else {
            throw CeremonyRefusal.sheetsMissing(needed: ShareSet.count, found: found)
        }
        let identity = try RecoveryShares.identity(shares)
        guard "\(identity.recipient)" == pending.recipient else {
            throw CeremonyRefusal.otherSet(waiting: pending.set, typed: shares[0].share.identifier)
        }
        return try await takeIn(directory, pending, clock: clock)
    }

    /// Takes the recipient in of a ceremony that was begun in this process, and whose sheets were
    /// asked for word by word.
    package static func confirm(
        _ directory: OfficeDirectory,
        begun: Begun,
        clock: OfficeClock
    ) async throws -> Held {
        guard try pending(directory) == begun.pending else { throw CeremonyRefusal.notBegun }
        return try await takeIn(directory, begun.pending, clock: clock)
    }

    /// Takes in a recipient whose identity was made elsewhere, on a machine without a network.
    ///
    /// Nothing here can prove that somebody has the identity: `posthorn keys check` does.
    package static func adopt(
        _ recipient: AgeRecipient,
        _ directory: OfficeDirectory,
        mode: RecoveryPending.Mode,
        clock: OfficeClock
    ) async throws -> Held {
        try OfficeReading.requireOffice(directory)
        let made = RecoveryPending(recipient: recipient, mode: mode, set: 0)
        return try await takeIn(directory, made, clock: clock)
    }

    private static func pending(
        _ directory: OfficeDirectory
    ) throws -> RecoveryPending {
        try OfficeReading.requireOffice(directory)
        let bytes = try PosixKeyFiles(path: directory.keys).read(RecoveryPending.file)
        guard let bytes, let pending = RecoveryPending(String(decoding: bytes, as: UTF8.self))
        else {
            throw CeremonyRefusal.notBegun
        }
        return pending
    }

    private static func takeIn(
        _ directory: OfficeDirectory,
        _ pending: RecoveryPending,
        clock: OfficeClock
    ) async throws -> Held {
        let new = try AgeRecipient(pending.recipient)
        let old = try KeysDirectory(files: PosixKeyFiles(path: directory.keys)).recovery()
        let recipients = pending.mode == .replace ? [new] : old.filter { $0 != new } + [new]
        let act = KeyWork.Act(
            name: pending.mode == .replace ? "recovery.replace" : "recovery.add",
            object: pending.recipient
        )
        let done = try await KeyWork.rewrap(directory, recovery: recipients, act, clock: clock)
        // A crash here leaves a ceremony that was held and still waits: confirm it again.
        try PosixKeyFiles(path: directory.keys).remove(RecoveryPending.file)
        return Held(
            recipient: pending.recipient,
            recipients: recipients.count,
            wrapped: done.wrapped,
            escrowed: done.escrow.added.count,
            faults: done.escrow.faults.map { "\($0.path): \($0.detail)" }
        )
    }

    /// A folder that is not within the office, by what both really are.
    private static func outside(
        _ directory: OfficeDirectory,
        _ out: String
    ) throws -> OutputFolder {
        guard !RealPath.isInside(out, directory.root) else {
            throw CeremonyRefusal.insideOffice(out)
        }
        return try OutputFolder(out)
    }
}

/// Where a path leads, links followed.
enum RealPath {
    static func of(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Whether a path, which need not exist yet, leads to a folder or into it.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        guard let folder = of(folder), let place = ofNearest(path) else { return false }
        return place == folder || place.hasPrefix(folder + "/")
    }

    /// The deepest folder of a path that exists.
    private static func ofNearest(_ path: String) -> String? {
        if let found = of(path) { return found }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        if parts.isEmpty { return of(".") }
        return ofNearest(parts.count == 1 && parts[0].isEmpty ? "/" : parts.joined(separator: "/"))
    }
}
