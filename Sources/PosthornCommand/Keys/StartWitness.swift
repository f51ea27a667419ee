import Office
import Synchronization
import Vault

/// What witnesses and vaults say of an office that somebody is about to work with.
struct StartWitness {
    /// What whoever keeps the office running must read; nothing when all is well.
    let note: String?
    /// Whether no quorum says that what lies here is the newest.
    let isUnwitnessed: Bool

    /// What they said, kept for the log that begins later.
    final class Word: Sendable {
        private let start = Mutex<StartWitness?>(nil)

        var note: String? { start.withLock { $0?.note } }

        /// Whether no quorum says that this is the newest.
        func ask(_ directory: OfficeDirectory) async throws -> Bool {
            let asked = try await StartWitness.ask(directory)
            start.withLock { $0 = asked }
            return asked.isUnwitnessed
        }
    }

    /// Asks, before anything is written, whether what lies here is the newest, and ours.
    ///
    /// - Throws: A failure when a witness knows a later tree, or another one, or a vault does.
    static func ask(_ directory: OfficeDirectory) async throws -> StartWitness {
        let shown = try? await VaultShown.run(office: directory.root, clock: .machine)
        if let forks = shown?.forks, !forks.isEmpty {
            let start = WitnessStart.forked(by: forks)
            throw CommandFailure(.verificationFailed, start.text, hint: start.hint)
        }
        let start = try await WitnessHTTP.with { transport in
            try await OfficeWitness.start(
                directory,
                proven: shown?.proven,
                clock: .machine,
                transport: transport
            )
        }
        switch start {
        case .unwatched, .witnessed([]): return StartWitness(note: nil, isUnwitnessed: false)
        case .witnessed: return StartWitness(note: start.text, isUnwitnessed: false)
        case .unwitnessed: return StartWitness(note: start.text, isUnwitnessed: true)
        case .behind, .forked:
            throw CommandFailure(.verificationFailed, start.text, hint: start.hint)
        }
    }

    /// Asks for a command that writes once and ends, where the office names witnesses.
    static func askOnce(_ directory: OfficeDirectory) async throws -> StartWitness {
        guard try isConfigured(directory) else {
            return StartWitness(note: nil, isUnwitnessed: false)
        }
        return try await ask(directory)
    }

    static func isConfigured(_ directory: OfficeDirectory) throws -> Bool {
        try OfficeReading.settings(directory).witnesses.policy != nil
    }
}
