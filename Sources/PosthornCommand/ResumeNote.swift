import Office
import Vault

/// Says what the first opening of a restored office has done, and where its pages lie.
enum ResumeNote {
    /// Runs what may open the office for the first time since it was restored.
    static func around<Value: ~Copyable>(
        _ directory: OfficeDirectory,
        _ open: () async throws -> Value
    ) async throws -> Value {
        try settings(directory)
        // What is wrong with an office is told by whoever opens it.
        let isDue = (try? ResumeCeremony.isDue(directory)) ?? false
        let opened = try await open()
        if isDue, let folder = try KeyNoticeFolder.of(directory) {
            Terminal.note(
                "this office was restored: signing key, API keys, accounts and webhook secrets are"
                    + " new or ended"
            )
            Terminal.note("print and send: \(folder.path)/keys.pdf (posthorn keys notice)")
            Terminal.note("links for admins and commanders: \(folder.path)/links-*.txt")
            Terminal.note("see posthorn posture for credentials that others have to replace")
        }
        return opened
    }

    /// Opens an office that was restored and not yet opened, so that nothing goes out under the key
    /// of the life before.
    static func resume(_ directory: OfficeDirectory) async throws {
        guard try ResumeCeremony.isDue(directory) else { return }
        try await around(directory) {
            _ = try await OfficeOpening.open(directory, clock: .machine, sources: .process).close()
        }
    }

    /// Brings the settings of a restored office back, and names the secrets that they miss.
    static func settings(_ directory: OfficeDirectory) throws {
        guard let report = try RestoredSettings.bringBack(directory) else { return }
        Terminal.note("settings are back from the vault: \(report.files.joined(separator: ", "))")
        for path in report.missing {
            Terminal.note("missing, for no vault keeps secrets: \(path)")
        }
    }
}
