import Journal
import Ledger
import Mail
import Vault

/// What the first opening of a restored office does before anything else: the life before may be
/// in other hands, so nothing that it knew may go on opening or signing.
///
/// ```
/// hand over   witnesses agree → new signing key, introduced by the old → witnesses see both sign
///             → new identity of the office
/// replace     API keys revoked, accounts begin anew, webhooks' secrets drawn, credentials marked
/// notice      a page for witnesses, partners and vaults; links for those who let others in
/// continued   the record that all of it was done
/// ```
package enum ResumeCeremony {
    /// Whether the office was restored and still has secrets of the life before.
    package static func isDue(_ directory: OfficeDirectory) throws -> Bool {
        try ResumeState(directory)?.isDue ?? false
    }

    /// The first half, with the journal at rest; nil where nothing is due.
    ///
    /// - Throws: ``OfficeFault`` `journal_damaged` where witnesses have seen more than was restored.
    static func handOver(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws -> ResumeState? {
        guard var state = try ResumeState(directory), state.isDue else { return nil }
        let rotation = SigningKeyRotation(try OfficeOpening.place(directory))
        if try state.change == nil || rotation.isUnderWay {
            if state.change == nil { try await refuseContested(directory, clock: clock) }
            do {
                _ = try await rotation.run(
                    at: UnixTime(seconds: clock.now().milliseconds / 1000)
                )
            } catch let fault as JournalFault {
                throw OfficeFault(fault, in: directory)
            }
            // A crash here leaves a new key under which the next start goes on.
            state = try ResumeState(directory) ?? state
        }
        if let change = state.change {
            try WitnessPolicyFile.rekey(directory, from: change.from, to: change.to)
            // The tree that both keys sign fences the old office: witnesses who cosigned it take no
            // other continuation, even before anybody has read the notice.
            if try JournalReader(directory: directory.journal).size == change.size {
                await show(directory, clock: clock)
            }
        }
        // What opens the data keys was on the lost machine, or is a rescuer's own.
        _ = try await KeyWork.rewrap(
            directory,
            recovery: nil,
            KeyWork.Act(name: "identity.rotate", object: nil, reason: state.reason),
            clock: clock
        )
        return state
    }

    /// The second half, by whoever owns the desk.
    static func replaceSecrets(
        _ desk: inout OfficeDesk,
        _ state: ResumeState,
        in directory: OfficeDirectory,
        clock: OfficeClock,
        random: RandomSource = .system
    ) async throws {
        let now = clock.now()
        let names = try exposed(directory)
        let links = try await desk.replaceSecrets(state, exposed: names, random, at: now)
        // A crash here leaves accounts whose links nobody has: the next start makes new ones.
        let folder = KeyNoticeFolder(directory, state.incarnation)
        try folder.write(links, at: now)
        let notice = try KeyNotice(state, desk.profile, desk.ledger, at: now)
        try folder.write(notice, directory, edition: desk.edition)
        try await desk.book.append(
            control: [state.continued(at: UnixTime(seconds: now.milliseconds / 1000))]
        )
    }

    /// Vaults and escrows whose credentials the office had.
    private static func exposed(_ directory: OfficeDirectory) throws -> [String] {
        var names: [String] = []
        for file in [VaultList.file, RestoredSettings.vaultsBefore] {
            names += try VaultList.load(office: directory.root, file: file).lines
                .filter { $0.credentials != nil }.map { "vault \($0.name)" }
        }
        names += try OfficeReading.settings(directory).escrows.stores.map { "escrow \($0.place)" }
        return Set(names).sorted()
    }

    /// A restored tree that witnesses have seen more of is not to be gone on from.
    private static func refuseContested(
        _ directory: OfficeDirectory,
        clock: OfficeClock
    ) async throws {
        guard try OfficeReading.settings(directory).witnesses.policy != nil else { return }
        let start = try await WitnessHTTP.with { transport in
            try await OfficeWitness.start(directory, clock: clock, transport: transport)
        }
        guard !start.mayStart else { return }
        throw OfficeFault(
            .journalDamaged,
            start.text,
            hint: "look for the missing entries on every copy (posthorn-rescue survey); if they "
                + "are nowhere, take `witnesses:` out of office.yaml, start, and have every witness "
                + "begin a new record of this log"
        )
    }

    /// Has the witnesses cosign the tree of both keys; whoever does not answer learns from the page.
    private static func show(_ directory: OfficeDirectory, clock: OfficeClock) async {
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        _ = try? await WitnessHTTP.with { transport in
            try await OfficeWitness.session(directory, transport: transport)?
                .inquireAndKeep(at: time)
        }
    }
}
