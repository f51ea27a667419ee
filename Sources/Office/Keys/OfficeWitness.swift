package import Journal
import Mail
package import Vault

/// An office's witnesses, as its settings name them.
package enum OfficeWitness {
    /// Brings the journal to its witnesses; nil for an office that names none.
    ///
    /// - Throws: ``OfficeFault`` `settings_malformed` where the policy is none, or not of this
    ///   journal.
    package static func session(
        _ directory: OfficeDirectory,
        transport: @escaping WitnessTransport
    ) throws -> WitnessSession? {
        let settings = try OfficeReading.settings(directory).witnesses
        guard let path = settings.policyPath(in: directory) else { return nil }
        let trust: CheckTrust
        do throws(CheckTrust.Flaw) {
            trust = try CheckTrust(vkey: nil, policyFile: path)
        } catch {
            throw OfficeFault(
                .settingsMalformed,
                "\(error.path): \(error.detail)",
                hint: error.hint
            )
        }
        guard case .policy(let policy) = trust else { return nil }
        let key = try VerifierKey(text(directory.journal + "/vkey"))
        guard policy.logs.contains(key) else {
            throw OfficeFault(
                .settingsMalformed,
                "\(path): expected the log \(key), found others",
                hint: "add the line: log \(key)"
            )
        }
        return WitnessSession(
            journal: directory.journal,
            policy: policy,
            maxAge: settings.maxAge,
            transport: transport
        )
    }

    private static func text(_ path: String) throws -> String {
        let bytes = try SmallFile.read(path) ?? []
        return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes, as: UTF8.self)
    }

    /// Publishes once, now; nil for an office that names no witness.
    package static func publish(
        _ directory: OfficeDirectory,
        clock: OfficeClock,
        transport: @escaping WitnessTransport
    ) async throws -> (outcome: WitnessRound.Outcome, age: WitnessAge)? {
        try OfficeReading.requireOffice(directory)
        guard let session = try session(directory, transport: transport) else { return nil }
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
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
            let outcome = try await session.publish(journal.writer.journal, at: time)
            try await journal.close()
            return (outcome, try session.age(at: time))
        } catch {
            try? await journal.close()
            throw error
        }
    }

    /// Whether the office may start, by what its witnesses say now; takes no lock.
    ///
    /// `proven` is the largest checkpoint of this journal that a vault shows.
    package static func start(
        _ directory: OfficeDirectory,
        proven: Checkpoint? = nil,
        clock: OfficeClock,
        transport: @escaping WitnessTransport
    ) async throws -> WitnessStart {
        try OfficeReading.requireOffice(directory)
        guard let session = try session(directory, transport: transport) else {
            let ours = try JournalReader(directory: directory.journal).checkpoint.checkpoint
            return WitnessStart.decide(ours: ours, verdicts: [:], policy: nil, proven: proven)
        }
        let time = UnixTime(seconds: clock.now().milliseconds / 1000)
        let outcome = try await session.inquire(at: time)
        return WitnessStart.decide(
            ours: outcome.checkpoint,
            verdicts: outcome.verdicts,
            policy: session.policy,
            proven: proven
        )
    }
}
