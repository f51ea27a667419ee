package import Journal

/// Where requests to a witness go: a body in, a status and a body out.
package struct WitnessTransport: Sendable {
    package let post: @Sendable (_ url: String, _ body: [UInt8]) async throws -> (Int, [UInt8])

    package init(
        post: @escaping @Sendable (_ url: String, _ body: [UInt8]) async throws -> (Int, [UInt8])
    ) {
        self.post = post
    }
}

/// Asks every witness of a policy to cosign a checkpoint (C2SP tlog-witness), and judges the quorum.
package struct WitnessRound: Sendable {
    /// What one witness said.
    package enum Answer: Hashable, Sendable {
        case cosigned(time: UInt64)
        /// It has seen a larger tree of ours: this journal went back, or there is another.
        case ahead(TreeSize)
        /// It has seen another tree, or cannot be convinced: kept as evidence.
        case refused(status: Int, String)
        case silent(String)
    }

    package struct Report: Sendable {
        /// The checkpoint with every cosignature that came.
        package var note: SignedNote
        package var answers: [String: Answer] = [:]
        package var isQuorum = false

        /// The largest size that a witness has seen beyond ours.
        package var ahead: TreeSize? {
            answers.values
                .compactMap { answer -> TreeSize? in
                    guard case .ahead(let size) = answer else { return nil }
                    return size
                }
                .max()
        }
    }

    private let list: WitnessList
    private let transport: WitnessTransport

    package init(_ list: WitnessList, transport: WitnessTransport) {
        self.list = list
        self.transport = transport
    }

    /// Has the reader's checkpoint cosigned; witnesses are asked one after another.
    ///
    /// `oldest` is the earliest time of a cosignature that counts.
    @concurrent
    package func run(_ reader: JournalReader, oldest: UInt64 = 0) async throws -> Report {
        var report = Report(note: reader.checkpoint.note)
        for witness in list.witnesses {
            let (answer, lines) = try await ask(witness, reader)
            report.answers[witness.name] = answer
            for line in lines { report.note = report.note.adding(line) }
        }
        report.isQuorum = try list.policy.judge(report.note, oldest: oldest).isQuorum
        return report
    }

    private func ask(
        _ witness: WitnessList.Witness,
        _ reader: JournalReader
    ) async throws -> (Answer, [SignedNote.Signature]) {
        // Nothing is remembered of a witness: it says itself where it is, and cannot lie to harm.
        var old = TreeSize.zero
        for _ in 0..<3 {
            let (status, body): (Int, [UInt8])
            do {
                (status, body) = try await transport.post(
                    witness.url + "/add-checkpoint",
                    try request(reader, old)
                )
            } catch { return (.silent("\(error)"), []) }
            let text = String(decoding: body, as: UTF8.self)
            switch status {
            case 200: return accept(text, witness, reader)
            case 409:
                let word = text.split(whereSeparator: \.isWhitespace).first ?? ""
                guard let size = UInt64(word) else { return (.refused(status: 409, text), []) }
                guard size <= reader.size.count else { return (.ahead(TreeSize(size)), []) }
                old = TreeSize(size)
            default: return (.refused(status: status, text), [])
            }
        }
        return (.refused(status: 409, "it moves faster than it is asked"), [])
    }

    /// The size it knows, the proof, an empty line, the checkpoint.
    private func request(_ reader: JournalReader, _ old: TreeSize) throws -> [UInt8] {
        let proof =
            old > .zero && old < reader.size ? try reader.consistencyProof(from: old).hashes : []
        let lines = proof.map { "\($0)\n" }.joined()
        return Array("old \(old)\n\(lines)\n".utf8) + reader.checkpoint.note.bytes
    }

    /// A cosignature counts only when its key is that of the policy and it is right.
    private func accept(
        _ text: String,
        _ witness: WitnessList.Witness,
        _ reader: JournalReader
    ) -> (Answer, [SignedNote.Signature]) {
        let base = reader.checkpoint.note
        guard let parsed = try? SignedNote(parsing: base.bytes + Array(text.utf8)) else {
            return (.refused(status: 200, "its answer is no cosignature"), [])
        }
        for line in parsed.signatures.dropFirst(base.signatures.count)
        where line.keyID == witness.key.id && line.name == witness.key.name {
            guard let cosignature = Cosignature(line),
                cosignature.isValid(for: base, by: witness.key)
            else { continue }
            return (.cosigned(time: cosignature.time), [line])
        }
        return (.refused(status: 200, "expected a cosignature by its key, found none"), [])
    }
}
