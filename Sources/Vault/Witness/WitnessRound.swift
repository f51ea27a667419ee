package import Journal

/// Asks all witnesses of a policy for one checkpoint, at the same time.
package struct WitnessRound: Sendable {
    /// What the witnesses said.
    package struct Outcome: Sendable {
        package let checkpoint: Checkpoint
        /// The checkpoint with the log's signature and those that were given.
        package let note: SignedNote
        package let verdicts: [String: WitnessVerdict]
        package let evidence: [WitnessEvidence]

        package var cosigned: Set<String> {
            Set(
                verdicts.filter {
                    if case .cosigned = $0.value { true } else { false }
                }
                .keys
            )
        }
    }

    private let policy: TlogPolicy
    private let client: WitnessClient

    package init(policy: TlogPolicy, transport: @escaping WitnessTransport) {
        self.policy = policy
        client = WitnessClient(transport)
    }

    /// Runs the round; `last` is what witnesses cosigned before, if anything.
    package func run(
        _ signed: SignedCheckpoint,
        last: SignedNote?,
        proof: @escaping WitnessClient.Proof
    ) async -> Outcome {
        let known = knownSizes(last)
        let client = client
        let answers = await withTaskGroup { group in
            for witness in policy.endpoints {
                group.addTask {
                    let (verdict, evidence) = await client.ask(
                        witness,
                        for: signed,
                        known: known[witness.name] ?? .zero,
                        proof: proof
                    )
                    return (witness.name, verdict, evidence)
                }
            }
            var all: [(String, WitnessVerdict, WitnessEvidence?)] = []
            for await answer in group { all.append(answer) }
            return all.sorted { $0.0 < $1.0 }
        }
        var note = signed.note
        for case (_, .cosigned(let line, _), _) in answers { note = note.replacing(line) }
        return Outcome(
            checkpoint: signed.checkpoint,
            note: note,
            verdicts: Dictionary(uniqueKeysWithValues: answers.map { ($0.0, $0.1) }),
            evidence: answers.compactMap(\.2)
        )
    }

    /// The size that each witness of the last round cosigned; a wrong guess costs a round trip.
    private func knownSizes(_ last: SignedNote?) -> [String: TreeSize] {
        guard let last, let seen = try? policy.judge(last) else { return [:] }
        return seen.cosignatures.mapValues { _ in seen.checkpoint.size }
    }
}

extension SignedNote {
    /// With one line of that key: a later word of a witness takes the place of its earlier one.
    fileprivate func replacing(_ line: Signature) -> SignedNote {
        let others = signatures.filter { $0.name != line.name || $0.keyID != line.keyID }
        return SignedNote(text: text, signatures: others + [line])
    }
}
