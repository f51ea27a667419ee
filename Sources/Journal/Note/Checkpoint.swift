/// What a log states of its tree: origin, size and root (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
    package var origin: String
    package var size: TreeSize
    package var root: Digest
    /// Further lines, which we read and never write: cosignatures of newer kinds do not cover them.
    package var extensions: [String]

    package init(origin: String, size: TreeSize, root: Digest) {
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// Why a body is no checkpoint, the first that applies.
    package enum Flaw: String, Error, Hashable, CaseIterable, Sendable {
        case malformed
        case size
        case root
        /// The root is base64 and not 32 bytes.
        case rootLength = "root_length"
    }

    package init(body: String) throws(Flaw) {
        let parts = try CheckpointBody(body)
        guard let root = Digest(parts.root) else { throw .rootLength }
        self.init(origin: parts.origin, size: parts.size, root: root)
        extensions = parts.extensions
    }

    package var body: String {
        "\(origin)\n\(size)\n\(root)\n" + extensions.map { $0 + "\n" }.joined()
    }

    /// True when both state the same tree of the same log, byte for byte.
    package func states(_ other: Checkpoint) -> Bool {
        origin.utf8.elementsEqual(other.origin.utf8) && size == other.size && root == other.root
    }
}

/// The lines of a checkpoint before its root is known to be a SHA-256.
package struct CheckpointBody: Hashable, Sendable {
    package let origin: String
    package let size: TreeSize
    package let root: [UInt8]
    package let extensions: [String]

    package init(_ text: String) throws(Checkpoint.Flaw) {
        guard text.hasSuffix("\n") else { throw .malformed }
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
            .map { String(Substring($0)) }
        guard lines.count >= 3, !lines[0].isEmpty, lines.allSatisfy({ !$0.isEmpty }) else {
            throw .malformed
        }
        guard let size = UInt64(lines[1]), String(size).utf8.elementsEqual(lines[1].utf8) else {
            throw .size
        }
        guard let root = Base64.decode(lines[2]), !root.isEmpty else { throw .root }
        origin = lines[0]
        self.size = TreeSize(size)
        self.root = root
        extensions = Array(lines[3...])
    }
}

/// A checkpoint together with the note that signs it.
package struct SignedCheckpoint: Hashable, Sendable {
    package let checkpoint: Checkpoint
    package let note: SignedNote

    /// Signs a checkpoint.
    ///
    /// Only the append machine and `create` call this.
    init(_ checkpoint: Checkpoint, signer: some NoteSigner) throws {
        self.checkpoint = checkpoint
        note = try SignedNote(text: checkpoint.body, signer: signer)
    }

    /// Reads a checkpoint that one of the keys of its own log has signed.
    package init(parsing bytes: [UInt8], keys: [VerifierKey]) throws(CheckpointFlaw) {
        let signers: [VerifierKey]
        do throws(SignedNote.Flaw) {
            note = try SignedNote(parsing: bytes)
            signers = try note.verified(by: keys).verified
        } catch { throw .note(error) }
        do throws(Checkpoint.Flaw) {
            checkpoint = try Checkpoint(body: note.text)
        } catch { throw .body(error) }
        let origin = checkpoint.origin
        guard signers.contains(where: { $0.name.utf8.elementsEqual(origin.utf8) }) else {
            throw .foreignOrigin(origin)
        }
    }
}

/// Why bytes are not a checkpoint that we trust.
package enum CheckpointFlaw: Error, Hashable, Sendable {
    case note(SignedNote.Flaw)
    case body(Checkpoint.Flaw)
    case foreignOrigin(String)
}

extension CheckpointFlaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .note(let flaw): flaw.description
        case .body(let flaw): "not a checkpoint: \(flaw.rawValue)"
        case .foreignOrigin(let origin): "a checkpoint of another log, \(origin)"
        }
    }
}
