import Testing

@testable import Journal

struct VerifierKeyCase: Decodable, Sendable {
    let vkey: String
    let expected: String
}

struct SignedNoteCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let noteB64: String
    let verifiers: [String]
    let expected: String
    let verified: [String]?
    let unverified: [String]?
    var testDescription: String { name }
}

struct NoteSignCase: Decodable, Sendable {
    let skey: String
    let vkey: String
    let text: String
    let signatureLine: String
}

struct CheckpointBodyCase: Decodable, Sendable, CustomTestStringConvertible {
    let desc: String
    let body: String
    let expected: String
    var testDescription: String { desc }
}

struct CosignatureCase: Decodable, Sendable {
    let signatureB64: String
    let expected: String
    let unixTime: UInt64?
}

@Suite("Notes", .enabled(if: Fixtures.areHere))
struct NoteTests {
    @Test(arguments: Fixtures.rows("verifier_keys", as: VerifierKeyCase.self))
    func verifierKey(row: VerifierKeyCase) throws {
        guard row.expected.hasPrefix("error") else {
            #expect(try VerifierKey(row.vkey).description == row.vkey)
            return
        }
        let flaw = #expect(throws: VerifierKey.Flaw.self) { try VerifierKey(row.vkey) }
        let expected: VerifierKey.Flaw =
            row.expected.contains("key length") ? .keyLength : .unknownAlgorithm
        #expect(flaw == expected)
    }

    @Test(arguments: Fixtures.rows("signed_notes", as: SignedNoteCase.self))
    func signedNote(row: SignedNoteCase) throws {
        let bytes = try #require(Base64.decode(row.noteB64))
        let keys = row.verifiers.compactMap { try? VerifierKey($0) }
        let result = Result { () throws(SignedNote.Flaw) in
            try SignedNote(parsing: bytes).verified(by: keys)
        }
        switch result {
        case .success(let verdict):
            #expect(row.expected == "ok")
            if let names = row.verified { #expect(verdict.verified.map(\.name) == names) }
            if let names = row.unverified { #expect(verdict.unverified.map(\.name) == names) }
        case .failure(.malformed): #expect(row.expected == "error: malformed note")
        case .failure(.invalidSignature): #expect(row.expected == "error: invalid signature")
        case .failure(.noKnownSignature): Issue.record("a key of the case has signed")
        }
    }

    @Test(arguments: Fixtures.rows("note_sign", as: NoteSignCase.self))
    func sign(row: NoteSignCase) throws {
        let key = try SigningKey(row.skey)
        #expect(key.verifierKey.description == row.vkey)
        #expect(key.secretText == row.skey)
        let note = try SignedNote(text: row.text, signer: key)
        #expect(note.bytes == Array("\(row.text)\n\(row.signatureLine)".utf8))
        #expect(try SignedNote(parsing: note.bytes) == note)
    }

    @Test(arguments: Fixtures.rows("checkpoint_bodies", as: CheckpointBodyCase.self))
    func checkpointBody(row: CheckpointBodyCase) {
        let body = try? CheckpointBody(row.body)
        #expect((body == nil) == (row.expected == "error"))
        // Their roots are words, not SHA-256: ours refuses them.
        #expect(throws: Checkpoint.Flaw.self) { try Checkpoint(body: row.body) }
    }

    @Test(arguments: Fixtures.rows("cosignature_timestamps", as: CosignatureCase.self))
    func cosignatureTime(row: CosignatureCase) {
        let line = SignedNote.Signature(line: "\u{2014} witness.example \(row.signatureB64)")
        let time = line.flatMap { Cosignature($0)?.time }
        #expect(time == row.unixTime)
        #expect((time == nil) == row.expected.hasPrefix("error"))
    }

    @Test("all cases were read")
    func count() {
        #expect(Fixtures.rows("verifier_keys", as: VerifierKeyCase.self).count == 5)
        #expect(Fixtures.rows("signed_notes", as: SignedNoteCase.self).count == 8)
        #expect(Fixtures.rows("note_sign", as: NoteSignCase.self).count == 1)
        #expect(Fixtures.rows("checkpoint_bodies", as: CheckpointBodyCase.self).count == 7)
        #expect(Fixtures.rows("cosignature_timestamps", as: CosignatureCase.self).count == 3)
    }
}
