import Journal

/// A text that the office has signed, for whoever reads it away from the office.
enum OfficeNote {
    /// The note's bytes, signed with the office's key.
    static func signed(_ text: String, _ directory: OfficeDirectory) throws -> [UInt8] {
        let key = try SigningKey(OfficeOpening.place(directory).keys.signingKey())
        return try SignedNote(text: text, signer: key).bytes
    }

    /// The text of a note that the owner of a verifier key has signed, and the key's name.
    static func read(
        _ bytes: [UInt8],
        signedBy vkey: String
    ) throws -> (text: String, signer: String) {
        let key = try VerifierKey(vkey)
        let note = try SignedNote(parsing: bytes)
        _ = try note.verified(by: [key])
        return (note.text, key.name)
    }
}
