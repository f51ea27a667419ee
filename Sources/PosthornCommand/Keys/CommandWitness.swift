import Journal
import Mail
import Office
import Vault

/// Has the witnesses cosign what a command has written, before it ends.
enum CommandWitness {
    /// What was recorded is durable whatever they say: a witness that does not answer is told.
    static func publish(_ directory: OfficeDirectory, _ writer: JournalWriter) async {
        do {
            guard try StartWitness.isConfigured(directory) else { return }
            let time = UnixTime(seconds: OfficeClock.machine.now().milliseconds / 1000)
            let outcome = try await WitnessHTTP.with { transport in
                try await OfficeWitness.session(directory, transport: transport)?
                    .publish(writer, at: time)
            }
            for (name, verdict) in (outcome?.verdicts ?? [:]).sorted(by: { $0.key < $1.key }) {
                if case .cosigned = verdict { continue }
                Terminal.note("witness \(name): \(verdict.text)")
            }
        } catch {
            Terminal.note("witnesses were not asked: \(error)")
        }
    }
}
