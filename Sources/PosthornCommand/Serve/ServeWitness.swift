import Office
import Vault

/// What the witnesses say of an office that is about to be served.
struct ServeWitness {
    /// What whoever keeps the office running must read; nothing when all is well.
    let note: String?

    /// Asks, before anything is opened, whether what lies here is the newest.
    ///
    /// - Throws: A failure when a witness knows a later tree, or another one.
    static func ask(_ directory: OfficeDirectory) async throws -> ServeWitness {
        let start = try await WitnessHTTP.with { transport in
            try await OfficeWitness.start(directory, clock: .machine, transport: transport)
        }
        switch start {
        case .unwatched, .witnessed([]): return ServeWitness(note: nil)
        case .witnessed, .unwitnessed: return ServeWitness(note: start.text)
        case .behind, .forked:
            throw CommandFailure(.verificationFailed, start.text, hint: start.hint)
        }
    }
}
