package import Journal

/// Publishes an open journal to its witnesses and keeps what they say.
package struct WitnessSession: Sendable {
    package let policy: TlogPolicy
    /// Seconds after which the witnesses' word is an alarm.
    package let maxAge: Int
    private let journal: String
    private let round: WitnessRound
    private let shelf: WitnessShelf

    /// For the journal in a folder.
    package init(
        journal: String,
        policy: TlogPolicy,
        maxAge: Int,
        transport: @escaping WitnessTransport
    ) {
        self.journal = journal
        self.policy = policy
        self.maxAge = maxAge
        round = WitnessRound(policy: policy, transport: transport)
        shelf = WitnessShelf(journal: journal)
    }

    /// Publishes now what is durable, with its tiles, and has it cosigned.
    ///
    /// Only whoever holds the journal's lock calls this.
    package func publish(
        _ writer: JournalWriter,
        at time: UnixTime
    ) async throws -> WitnessRound.Outcome {
        let signed = try await writer.publish()
        let outcome = try await ask(signed, key: writer.verifierKey, at: time)
        // A crash here loses cosignatures that the next round gets again.
        try shelf.keep(outcome, policy: policy)
        if !outcome.cosigned.isEmpty { writer.attach(outcome.note) }
        return outcome
    }

    /// Asks about what lies in the folder, without a lock: before an office opens it.
    package func inquire(at time: UnixTime) async throws -> WitnessRound.Outcome {
        let reader = try JournalReader(directory: journal, keys: policy.logs)
        return try await ask(reader.checkpoint, key: nil, at: time)
    }

    /// As `inquire`, and keeps what was cosigned: for a tree that nothing is appended to meanwhile.
    package func inquireAndKeep(at time: UnixTime) async throws -> WitnessRound.Outcome {
        let outcome = try await inquire(at: time)
        try shelf.keep(outcome, policy: policy)
        return outcome
    }

    /// How fresh the witnesses' word is.
    package func age(at now: UnixTime) throws -> WitnessAge {
        WitnessAge.judge(try shelf.last(), policy: policy, now: now, maxAge: maxAge)
    }

    private func ask(
        _ signed: SignedCheckpoint,
        key: VerifierKey?,
        at time: UnixTime
    ) async throws -> WitnessRound.Outcome {
        let journal = journal
        let keys = key.map { [$0] } ?? policy.logs
        let outcome = await round.run(signed, last: try? shelf.last()) { old in
            // Of the reader's checkpoint or a later one: its tiles hold both trees.
            try JournalReader(directory: journal, keys: keys)
                .consistencyProof(from: old, to: signed.checkpoint.size)
        }
        for evidence in outcome.evidence { try shelf.keep(evidence, at: time) }
        return outcome
    }
}
