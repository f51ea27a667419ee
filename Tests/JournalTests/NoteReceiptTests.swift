import Testing

@testable import Journal

@Suite("Receipts and policies")
struct NoteReceiptTests {
    @Test("a receipt proves its entry, and no other, after it was written down")
    func receipt() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        _ = try await writer.append(TestEntries.entries(0..<700))
        try await writer.close()
        let reader = try JournalReader(directory: folder.journal)
        let receipt = try reader.receipt(for: EntryIndex(513), extra: [1, 2, 3])
        let read = try TlogProof(parsing: receipt.bytes)
        #expect(read == receipt)
        let checkpoint = try read.verify(entry: TestEntries.entry(513), key: key.verifierKey)
        #expect(checkpoint.size == TreeSize(700))
        #expect(throws: TlogProof.Flaw.notIncluded) {
            try read.verify(entry: TestEntries.entry(514), key: key.verifierKey)
        }
        let other = try SigningKey(name: "x.example", seed: [UInt8](repeating: 1, count: 32))
        #expect(throws: TlogProof.Flaw.note(.noKnownSignature)) {
            try read.verify(entry: TestEntries.entry(513), key: other.verifierKey)
        }
    }

    @Test(
        "a receipt that is not one is refused",
        arguments: [
            "", "c2sp.org/tlog-proof@v2\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 00\n\n",
            "c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n",
            "c2sp.org/tlog-proof@v1\nindex 0\nAA==\n\n",
        ]
    )
    func refused(text: String) {
        #expect(throws: TlogProof.Flaw.malformed) { try TlogProof(parsing: Array(text.utf8)) }
    }

    private struct Witness: NoteSigner {
        let seed: SigningKey
        let verifierKey: VerifierKey
        let time: UInt64

        init(_ name: String, time: UInt64) throws {
            seed = try SigningKey(
                name: name,
                seed: Array(repeating: UInt8(name.utf8.count), count: 32)
            )
            verifierKey = try VerifierKey(
                name: name,
                algorithm: .cosignature,
                key: seed.verifierKey.key
            )
            self.time = time
        }

        func signature(of text: [UInt8]) throws -> [UInt8] {
            let message = Array("cosignature/v1\ntime \(time)\n".utf8) + text
            var line: [UInt8] = []
            line.appendInteger(time)
            return line + (try seed.signature(of: message))
        }
    }

    @Test(
        "a quorum counts fresh cosignatures of its own witnesses",
        arguments: [
            (["w"], "quorum w", true), (["w"], "group g 2 w ww\nquorum g", false),
            (["w", "ww"], "group g 2 w ww\nquorum g", true),
            (["w", "ww"], "group g all w ww www\nquorum g", false),
            (["www"], "group g any w ww www\nquorum g", true), ([], "quorum none", true),
            (["www"], "group a 1 w ww\ngroup b all a www\nquorum b", false),
            (["ww", "www"], "group a 1 w ww\ngroup b all a www\nquorum b", true),
        ] as [([String], String, Bool)]
    )
    func quorum(signing: [String], tail: String, isQuorum: Bool) throws {
        let key = try TestKeys.signing()
        let checkpoint = Checkpoint(
            origin: key.verifierKey.name,
            size: .zero,
            root: TreeHash.empty
        )
        var note = try SignedCheckpoint(checkpoint, signer: key).note
        var text = "# whom to believe\nlog \(key.verifierKey) https://log.example\n\n"
        for name in ["w", "ww", "www"] {
            let witness = try Witness(name, time: 1_700_000_000)
            text += "witness \(name) \(witness.verifierKey)\n"
            if signing.contains(name) {
                let line = try SignedNote(text: checkpoint.body, signer: witness).signatures[0]
                note = note.adding(line)
            }
        }
        let policy = try TlogPolicy(text + tail)
        #expect(try policy.judge(note).isQuorum == isQuorum)
        let stale = try policy.judge(note, oldest: 1_700_000_001)
        #expect(stale.cosignatures.isEmpty && stale.isQuorum == (signing.isEmpty))
    }

    @Test(
        "a policy that cannot be meant is refused, with its line",
        arguments: [
            ("quorum w", 2), ("group g 1 w", 2), ("witness w bad", 2), ("log x", 2), ("hello", 2),
            ("quorum none\nquorum none", 3), ("", 0),
        ]
    )
    func refusedPolicy(text: String, line: Int) throws {
        let log = "log \(try TestKeys.signing().verifierKey)\n"
        let flaw = #expect(throws: TlogPolicy.Flaw.self) { try TlogPolicy(log + text) }
        #expect(flaw?.line == line)
    }
}
