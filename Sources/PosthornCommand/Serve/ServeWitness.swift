import Office
import Synchronization
import Vault

/// What the witnesses say of an office that is about to be served.
struct ServeWitness {
    /// What whoever keeps the office running must read; nothing when all is well.
    let note: String?
    /// Whether no quorum says that what lies here is the newest.
    let isUnwitnessed: Bool

    /// What they said, kept for the log that begins later.
    final class Word: Sendable {
        private let start = Mutex<ServeWitness?>(nil)

        var note: String? { start.withLock { $0?.note } }

        /// Whether no quorum says that this is the newest.
        func ask(_ directory: OfficeDirectory) async throws -> Bool {
            let asked = try await ServeWitness.ask(directory)
            start.withLock { $0 = asked }
            return asked.isUnwitnessed
        }
    }

    /// Asks, before anything is written, whether what lies here is the newest.
    ///
    /// - Throws: A failure when a witness knows a later tree, or another one.
    static func ask(_ directory: OfficeDirectory) async throws -> ServeWitness {
        let start = try await WitnessHTTP.with { transport in
            try await OfficeWitness.start(directory, clock: .machine, transport: transport)
        }
        switch start {
        case .unwatched, .witnessed([]): return ServeWitness(note: nil, isUnwitnessed: false)
        case .witnessed: return ServeWitness(note: start.text, isUnwitnessed: false)
        case .unwitnessed: return ServeWitness(note: start.text, isUnwitnessed: true)
        case .behind, .forked:
            throw CommandFailure(.verificationFailed, start.text, hint: start.hint)
        }
    }
}
