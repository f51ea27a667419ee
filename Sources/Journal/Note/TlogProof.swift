/// A receipt that anyone can check without us: C2SP tlog-proof.
///
/// ```
/// c2sp.org/tlog-proof@v1
/// extra <base64>          when there is any
/// index <index>
/// <base64 hash>           from the leaf up
///
/// <checkpoint with its signatures>
/// ```
package struct TlogProof: Hashable, Sendable {
    package var index: EntryIndex
    package var extra: [UInt8]?
    package var proof: InclusionProof
    package var note: SignedNote

    /// Why bytes are no receipt, or do not prove an entry; the first that applies.
    package enum Flaw: Error, Hashable, Sendable {
        case malformed
        case note(SignedNote.Flaw)
        case checkpoint(Checkpoint.Flaw)
        /// The checkpoint is another log's.
        case foreignOrigin(String)
        /// The entry is not the one at this index of that tree.
        case notIncluded
    }

    package static let header = "c2sp.org/tlog-proof@v1"

    package init(
        index: EntryIndex,
        extra: [UInt8]? = nil,
        proof: InclusionProof,
        note: SignedNote
    ) {
        self.index = index
        self.extra = extra
        self.proof = proof
        self.note = note
    }

    package init(parsing bytes: [UInt8]) throws(Flaw) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { Substring($0) }
        var rest = lines[...]
        guard rest.popFirst() == TlogProof.header[...] else { throw .malformed }
        if let line = rest.first, line.hasPrefix("extra ") {
            guard let decoded = Base64.decode(line.dropFirst(6)) else { throw .malformed }
            extra = decoded
            rest.removeFirst()
        }
        guard let line = rest.popFirst(), line.hasPrefix("index "),
            let number = UInt64(line.dropFirst(6)), line == "index \(number)"
        else { throw .malformed }
        index = EntryIndex(number)
        var hashes: [Digest] = []
        while let line = rest.popFirst(), !line.isEmpty {
            guard let digest = Base64.decode(line).flatMap({ Digest($0) }), hashes.count < 64 else {
                throw .malformed
            }
            hashes.append(digest)
        }
        proof = InclusionProof(hashes)
        do throws(SignedNote.Flaw) {
            note = try SignedNote(parsing: Array(rest.joined(separator: "\n").utf8))
        } catch { throw .note(error) }
    }

    package var bytes: [UInt8] {
        var text = TlogProof.header + "\n"
        if let extra { text += "extra \(Base64.encode(extra))\n" }
        text += "index \(index)\n"
        for hash in proof.hashes { text += "\(hash)\n" }
        return Array((text + "\n").utf8) + note.bytes
    }

    /// Checks that an entry is in a tree that this log's key signed.
    ///
    /// Whether enough witnesses have seen that tree is for a `TlogPolicy` to say.
    @discardableResult
    package func verify(entry: [UInt8], key: VerifierKey) throws(Flaw) -> Checkpoint {
        let checkpoint: Checkpoint
        do throws(SignedNote.Flaw) {
            _ = try note.verified(by: [key])
        } catch { throw .note(error) }
        do throws(Checkpoint.Flaw) {
            checkpoint = try Checkpoint(body: note.text)
        } catch { throw .checkpoint(error) }
        guard checkpoint.origin.utf8.elementsEqual(key.name.utf8) else {
            throw .foreignOrigin(checkpoint.origin)
        }
        let isIncluded = proof.proves(
            leaf: TreeHash.leaf(entry),
            index: index,
            range: TreeRange(checkpoint.size),
            root: checkpoint.root
        )
        guard isIncluded else { throw .notIncluded }
        return checkpoint
    }
}
