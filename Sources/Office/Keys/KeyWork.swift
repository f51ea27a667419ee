package import Journal
import Ledger
import Mail
import Vault

/// Changes of an office's keys, each done with the journal open and told in it.
package enum KeyWork {
    /// How a change is told among the office's acts.
    struct Act {
        let name: String
        let object: String?
        var reason: String?
    }

    /// What wrapping all data keys anew did.
    package struct Rewrapped: Sendable {
        package let wrapped: Int
        package let escrow: EscrowKeeper.Report
    }

    /// Gives the office a new age identity; recovery recipients stay.
    package static func rotateIdentity(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> Rewrapped {
        let act = Act(name: "identity.rotate", object: nil)
        return try await rewrap(directory, recovery: nil, act, clock: clock)
    }

    /// Gives the journal a new signing key, which its old one introduces.
    ///
    /// Whoever trusts the old key has to be told: witnesses, partners, `--vkey` in scripts.
    package static func rotateSigning(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> VerifierKey {
        try OfficeReading.requireOffice(directory)
        // A restored office replaces this key and every other secret first.
        if try ResumeCeremony.isDue(directory) {
            try await OfficeOpening.open(directory, clock: clock).close()
        }
        let place = try OfficeOpening.place(directory)
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        let old = try SigningKey(place.keys.signingKey()).verifierKey
        let root = directory.root
        let key: VerifierKey
        do {
            key = try await SigningKeyRotation(place)
                .run(at: time) { signed, key in
                    // Another key begins another incarnation: what it signs has names of its own.
                    let earlier = try IncarnationRecord.load(office: root, random: .system)
                    try IncarnationRecord.rekeyed(key, after: earlier, at: signed.checkpoint)
                        .write(to: root)
                }
        } catch let fault as JournalFault {
            throw OfficeFault(fault, in: directory)
        }
        // A crash here leaves a policy that names the old key; the fault says which line to write.
        try WitnessPolicyFile.rekey(directory, from: old, to: key)
        // A crash here leaves the new key in no escrow until the next round of `tend`.
        try await work(directory, Act(name: "signing.rotate", object: "\(key)"), clock: clock) {
            _,
            _ in
        }
        return key
    }

    /// Brings the escrows up to date: what every start does, asked for.
    static func tend(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> EscrowKeeper.Report {
        try await work(directory, Act(name: "escrow.tend", object: nil), clock: clock) { _, _ in }
            .escrow
    }

    /// Records an act in an office that nobody serves.
    static func tell(
        _ act: Mail.Act,
        in directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws {
        let told = Act(name: act.name, object: act.object, reason: act.reason)
        try await work(directory, told, clock: clock) { _, _ in }
    }

    static func rewrap(
        _ directory: OfficeDirectory,
        recovery: [AgeRecipient]?,
        _ act: Act,
        clock: OfficeClock
    ) async throws -> Rewrapped {
        try OfficeReading.requireOffice(directory)
        let keys = try OfficeOpening.place(directory).keys
        let (wrapped, escrow) = try await work(directory, act, clock: clock) { journal, time in
            let records = try IdentityRotation(keys)
                .run(table: journal.keys.table, at: time, recovery: recovery)
            // A crash here leaves files whose digests no entry tells: run it again.
            let told = try keys.recoveryDigest(at: time).map { [$0] } ?? []
            try await journal.writer.append(control: records + told)
            return records.count
        }
        return Rewrapped(wrapped: wrapped, escrow: escrow)
    }

    /// Opens the journal, works, tells the act, brings the escrows up to date.
    @discardableResult
    private static func work<T: Sendable>(
        _ directory: OfficeDirectory,
        _ act: Act,
        clock: OfficeClock,
        _ body: (SealedJournal, UnixTime) async throws -> T
    ) async throws -> (result: T, escrow: EscrowKeeper.Report) {
        let now = clock.now()
        let time = UnixTime(seconds: now.milliseconds / 1000)
        let journal: SealedJournal
        do {
            journal = try await SealedJournal.open(
                at: try OfficeOpening.place(directory),
                time: time
            )
        } catch let fault as JournalFault {
            throw OfficeFault(fault, in: directory)
        }
        do {
            let result = try await body(journal, time)
            let told = Mail.Act(
                by: .local,
                name: act.name,
                outcome: .done,
                object: act.object,
                reason: act.reason,
                at: now
            )
            _ = try await EntryBook(journal).append([.acted(told)], at: now)
            let report = try await journal.escrow.tend(table: journal.keys.table, at: time)
            try await journal.close()
            return (result, report)
        } catch {
            try? await journal.close()
            throw error
        }
    }
}
