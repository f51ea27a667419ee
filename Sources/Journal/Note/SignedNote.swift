/// A text and the signatures under it (C2SP signed-note).
///
/// ```
/// text, ending in a new line
///
/// — name base64(key hash ‖ signature)
/// ```
package struct SignedNote: Hashable, Sendable {
    /// One signature line, not yet checked.
    package struct Signature: Hashable, Sendable {
        package var name: String
        package var keyID: UInt32
        package var bytes: [UInt8]

        package init(name: String, keyID: UInt32, bytes: [UInt8]) {
            self.name = name
            self.keyID = keyID
            self.bytes = bytes
        }
    }

    /// Why a note is refused, the first that applies.
    package enum Flaw: Error, Hashable, Sendable {
        case malformed
        /// A key we know is named, and its signature is wrong: the whole note is refused.
        case invalidSignature(name: String)
        /// No key that we know has signed.
        case noKnownSignature
    }

    /// Signature lines that a reader accepts; signed-note asks for at least 16.
    package static let maximumSignatures = 100

    package let text: String
    package private(set) var signatures: [Signature]

    /// - Precondition: the text is not empty and ends in a new line.
    package init(text: String, signatures: [Signature]) {
        precondition(text.hasSuffix("\n"), "a note's text ends in a new line")
        self.text = text
        self.signatures = signatures
    }

    /// Signs a text; the name and hash come from the signer's key.
    package init(text: String, signer: some NoteSigner) throws {
        self.init(text: text, signatures: [])
        let key = signer.verifierKey
        let bytes = try signer.signature(of: Array(text.utf8))
        signatures = [Signature(name: key.name, keyID: key.id, bytes: bytes)]
    }

    package init(parsing bytes: [UInt8]) throws(Flaw) {
        guard let note = String(validating: bytes, as: UTF8.self),
            bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }), bytes.last == 0x0A,
            let split = SignedNote.lastBlankLine(bytes)
        else { throw .malformed }
        let lines = note.utf8.dropFirst(split + 1)
        var signatures: [Signature] = []
        for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            guard let signature = Signature(line: Substring(line)),
                signatures.count < SignedNote.maximumSignatures
            else { throw .malformed }
            signatures.append(signature)
        }
        guard !signatures.isEmpty else { throw .malformed }
        text = String(decoding: bytes[..<split], as: UTF8.self)
        self.signatures = signatures
    }

    /// The offset of the blank line that parts text and signatures: just behind the text.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 2 else { return nil }
        for index in stride(from: bytes.count - 1, to: 0, by: -1)
        where bytes[index] == 0x0A && bytes[index - 1] == 0x0A {
            return index
        }
        return nil
    }

    package var bytes: [UInt8] {
        Array((text + "\n" + signatures.map(\.line).joined()).utf8)
    }

    package func adding(_ signature: Signature) -> SignedNote {
        SignedNote(text: text, signatures: signatures + [signature])
    }
}

extension SignedNote.Signature {
    /// `— name base64`, without its new line.
    init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isName(parts[1]),
            let raw = Base64.decode(parts[2]), raw.count > 4
        else { return nil }
        name = String(parts[1])
        keyID = raw[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        bytes = Array(raw[4...])
    }

    var line: String {
        let id = (0..<4).map { UInt8(truncatingIfNeeded: keyID >> UInt32(24 - 8 * $0)) }
        return "\u{2014} \(name) \(Base64.encode(id + bytes))\n"
    }

    /// Whether the line names that key; the signature itself is not checked.
    package func isNamed(like key: VerifierKey) -> Bool {
        keyID == key.id && name.utf8.elementsEqual(key.name.utf8)
    }
}

extension SignedNote {
    /// Which keys have signed, and which signatures nobody asked about.
    package struct Verdict: Hashable, Sendable {
        package var verified: [VerifierKey]
        package var unverified: [Signature]
    }

    /// Checks each signature whose key is given; the others are ignored, as signed-note asks.
    ///
    /// - Throws: `invalidSignature` when a known key's signature is wrong, `noKnownSignature` when
    ///   none of the keys has signed.
    package func verified(by keys: [VerifierKey]) throws(Flaw) -> Verdict {
        var verdict = Verdict(verified: [], unverified: [])
        for signature in signatures {
            guard let key = keys.first(where: { signature.isNamed(like: $0) }) else {
                verdict.unverified.append(signature)
                continue
            }
            guard accepts(signature, by: key) else { throw .invalidSignature(name: key.name) }
            if !verdict.verified.contains(key) { verdict.verified.append(key) }
        }
        guard !verdict.verified.isEmpty else { throw .noKnownSignature }
        return verdict
    }

    private func accepts(_ signature: Signature, by key: VerifierKey) -> Bool {
        switch key.algorithm {
        case .ed25519: key.accepts(signature.bytes, of: Array(text.utf8))
        case .cosignature: Cosignature(signature)?.isValid(for: self, by: key) ?? false
        }
    }
}

extension SignedNote.Flaw: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed: "not a signed note"
        case .invalidSignature(let name): "the signature by \(name) is wrong"
        case .noKnownSignature: "no key that is trusted here has signed"
        }
    }
}
