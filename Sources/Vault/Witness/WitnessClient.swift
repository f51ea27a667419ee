package import Journal

/// Brings a checkpoint to one witness and checks what it gives back.
package struct WitnessClient: Sendable {
    /// Proof that the tree of a size is the beginning of the checkpoint's.
    package typealias Proof = @Sendable (_ from: TreeSize) throws -> ConsistencyProof

    private let transport: WitnessTransport

    package init(_ transport: @escaping WitnessTransport) {
        self.transport = transport
    }

    /// The first guess of what a witness knows, its correction, and one more in case another
    /// client of this log came between.
    private static let attempts = 3

    /// Asks for a cosignature; `known` is the size that the witness is believed to have seen.
    package func ask(
        _ witness: WitnessEndpoint,
        for signed: SignedCheckpoint,
        known: TreeSize,
        proof: Proof
    ) async -> (verdict: WitnessVerdict, evidence: WitnessEvidence?) {
        let size = signed.checkpoint.size
        // A witness asks for the log's signatures only; those of others are not its business.
        let note = signed.note
        var old = min(known, size)
        for _ in 0..<Self.attempts {
            let request: WitnessRequest
            do {
                request = WitnessRequest(old: old, proof: try proof(old), note: note)
            } catch {
                return (.refused("no proof from size \(old): \(error)"), nil)
            }
            let response: WitnessResponse
            do {
                response = try await transport(witness.addCheckpoint, request.body)
            } catch {
                return (.unreachable("\(error)"), nil)
            }
            let verdict: WitnessVerdict
            switch WitnessAnswer(response) {
            case .lines(let lines):
                return (Self.cosigned(lines, note, by: witness), nil)
            case .knows(let seen) where seen > size: verdict = .ahead(seen)
            case .knows(let seen):
                guard seen != old else {
                    return (.refused("it answered 409 to the size that it knows"), nil)
                }
                old = seen
                continue
            case .inconsistent: verdict = .forked
            case .refused(let why): return (.refused(why), nil)
            }
            let evidence = WitnessEvidence(
                witness: witness.name,
                verdict: verdict,
                request: request.body,
                answer: response
            )
            return (verdict, evidence)
        }
        return (.refused("the size that it knows kept changing"), nil)
    }

    private static func cosigned(
        _ lines: [SignedNote.Signature],
        _ note: SignedNote,
        by witness: WitnessEndpoint
    ) -> WitnessVerdict {
        for line in lines where line.isNamed(like: witness.key) {
            guard let cosignature = Cosignature(line),
                cosignature.isValid(for: note, by: witness.key)
            else { return .refused("its cosignature is not valid") }
            return .cosigned(line, time: cosignature.time)
        }
        return .refused("it answered with the signature of another key")
    }
}
