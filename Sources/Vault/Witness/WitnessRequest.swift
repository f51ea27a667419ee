package import Journal

/// The body of `add-checkpoint` (C2SP tlog-witness): the size that the witness knows, proof that
/// the new tree continues that one, and the new checkpoint.
package struct WitnessRequest: Hashable, Sendable {
    package let old: TreeSize
    package let proof: ConsistencyProof
    package let note: SignedNote

    package init(old: TreeSize, proof: ConsistencyProof, note: SignedNote) {
        self.old = old
        self.proof = proof
        self.note = note
    }

    package var body: [UInt8] {
        let lines = proof.hashes.map { "\($0)\n" }.joined()
        return Array("old \(old)\n\(lines)\n".utf8) + note.bytes
    }
}

/// What a witness says to a request, by the status that tlog-witness gives it.
package enum WitnessAnswer: Hashable, Sendable {
    /// 200, with one or more signature lines.
    case lines([SignedNote.Signature])
    /// 409: another size is the newest that it has seen.
    case knows(TreeSize)
    /// 422: the tree does not continue the one that it has seen.
    case inconsistent
    /// 404, 403, 400, or what no witness should answer.
    case refused(String)

    package init(_ response: WitnessResponse) {
        switch response.status {
        case 200: self = Self.lines(in: response.body)
        case 409: self = Self.size(in: response)
        case 422: self = .inconsistent
        case 404: self = .refused("it does not know this log")
        case 403: self = .refused("it does not trust the key that signed")
        case 400: self = .refused("it could not read the request")
        default: self = .refused("it answered with status \(response.status)")
        }
    }

    private static func lines(in body: [UInt8]) -> WitnessAnswer {
        // The lines under a note are what a note's own reader reads.
        let note = Array("x\n\n".utf8) + body
        guard let parsed = try? SignedNote(parsing: note) else {
            return .refused("it answered 200 without a signature line")
        }
        return .lines(parsed.signatures)
    }

    private static func size(in response: WitnessResponse) -> WitnessAnswer {
        let text = String(decoding: response.body, as: UTF8.self)
        guard response.contentType.hasPrefix("text/x.tlog.size"), text.hasSuffix("\n"),
            let size = UInt64(text.dropLast()), String(size) == text.dropLast()
        else { return .refused("it answered 409 without the size that it knows") }
        return .knows(TreeSize(size))
    }
}
