import Crypto
import Glibc
import Journal
import Ledger
import Mail
import Vault

/// Finds out how an office stands; takes no lock, changes nothing.
package enum PostureSurvey {
    /// `vaults` are the copies that somebody else vouches for.
    ///
    /// - Complexity: reads and hashes the whole journal.
    package static func facts(
        _ directory: OfficeDirectory,
        vaults: [PostureFacts.Copy] = [],
        clock: OfficeClock
    ) async throws -> PostureFacts {
        try OfficeReading.requireOffice(directory)
        let now = UnixTime(seconds: clock.now().milliseconds / 1000)
        let session = try OfficeWitness.session(directory) { _, _ in throw Unasked() }
        return PostureFacts(
            now: now,
            recovery: try recovery(directory),
            copies: [own(directory, at: now)] + vaults,
            escrows: try await EscrowDesk.status(directory, clock: clock),
            witnesses: try session?.age(at: now),
            exposed: try exposed(directory)
        )
    }

    private static func exposed(_ directory: OfficeDirectory) throws -> [String] {
        guard unsafe access(directory.ledger, F_OK) == 0 else { return [] }
        let origin = try OfficeReading.origin(directory)
        return try LedgerStore(reading: directory.ledger, origin: origin).exposedCredentials()
    }

    /// A survey asks nobody outside.
    private struct Unasked: Error {}

    private static func own(_ directory: OfficeDirectory, at now: UnixTime) -> PostureFacts.Copy {
        let report = try? JournalCheck.run(directory: directory.journal, trust: .keyBesideLog)
        return PostureFacts.Copy(
            name: directory.journal,
            kind: .officeDisk,
            isOffSite: false,
            hold: .nothing,
            // A journal that cannot be checked at all is one error at least.
            errors: report?.findings.count ?? 1,
            checked: now
        )
    }

    private static func recovery(_ directory: OfficeDirectory) throws -> PostureFacts.Recovery {
        let keys = try OfficeOpening.place(directory).keys
        let recipients = try keys.recovery()
        let unwrapped = try Keyring.wrappedKeys(in: keys.files)
            .filter { wrapped in
                (try? wrapped.recipientCount()) ?? 0 < recipients.count + 1
            }
        return PostureFacts.Recovery(
            recipients: recipients.count,
            isRecorded: try isRecorded(directory, keys),
            unwrapped: unwrapped.map(\.name)
        )
    }

    /// Whether the last digest that the journal tells of the recipients is that of the file.
    private static func isRecorded(
        _ directory: OfficeDirectory,
        _ keys: KeysDirectory
    ) throws -> Bool {
        guard let bytes = try keys.files.read(KeysLayout.recovery) else { return false }
        let found = Array(SHA256.hash(data: bytes))
        let reader = try JournalReader(directory: directory.journal)
        var cursor = try reader.cursor(from: EntryIndex(0), includingTail: true)
        var told: [UInt8]?
        while let entry = try cursor.next() {
            guard entry.bytes.first == EntryKind.control.rawValue,
                case .keyFileDigest(KeysLayout.recovery, let sha256, _)? =
                    try? ControlRecord(json: entry.bytes.dropFirst())
            else { continue }
            told = sha256
        }
        return told == found
    }
}
