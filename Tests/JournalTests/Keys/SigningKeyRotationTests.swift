import Testing

@testable import Journal

@Suite struct SigningKeyRotationTests {
    @Test("the journal goes on under the new key, and the old key proves the hand-over")
    func rotates() async throws {
        let folder = try TemporaryFolder()
        let place = SealedJournalTests.place(folder)
        let time = UnixTime.on("2026-11-24")
        try await SealedJournal.create(
            at: place,
            origin: SealedJournalTests.origin,
            recovery: [],
            time: time
        )
        .close()
        let old = try SigningKey(place.keys.signingKey()).verifierKey
        let new = try await SigningKeyRotation(place).run(at: time)
        #expect(new != old && new.name == old.name)
        // Before anything else is signed, both keys prove the tree that names the new one.
        let handover = try JournalReader(directory: folder.journal, keys: [old])
        #expect(try JournalReader(directory: folder.journal, keys: [new]).size == handover.size)
        let last = try #require(try handover.entry(handover.size.next.advanced(by: -1)))
        let expected = ControlRecord.signingKeyChanged(from: "\(old)", to: "\(new)", time: time)
        #expect(last == expected.entry)
        let office = try await SealedJournal.open(at: place, time: time)
        _ = try await office.writer.append([PlainEntry(.state, [1])], at: .on("2026-11-24"))
        try await office.close()
        #expect(throws: JournalFault.self) {
            try JournalReader(directory: folder.journal, keys: [old])
        }
        #expect(try place.keys.files.read(KeysLayout.nextSigningKey) == nil)
    }

    @Test("a rotation that was broken off is finished by the next", arguments: 0..<3)
    func brokenOff(step: Int) async throws {
        let folder = try TemporaryFolder()
        let place = SealedJournalTests.place(folder)
        let time = UnixTime.on("2026-11-24")
        try await SealedJournal.create(
            at: place,
            origin: SealedJournalTests.origin,
            recovery: [],
            time: time
        )
        .close()
        let files = place.keys.files
        let old = try #require(try files.read(KeysLayout.signingKey))
        let next = try SigningKey(name: SealedJournalTests.origin, seed: Array(1...32))
        let nextBytes = Array("\(next.secretText)\n".utf8)
        try files.write(KeysLayout.nextSigningKey, nextBytes)
        if step > 0 {
            _ = try await SigningKeyRotation(place).run(at: time)
            // As a crash before the last steps leaves them.
            try files.write(KeysLayout.signingKey, old)
            try files.write(KeysLayout.nextSigningKey, nextBytes)
        }
        if step > 1 {
            let vkey = try SigningKey(String(decoding: old.dropLast(), as: UTF8.self)).verifierKey
            try PosixDisk(root: folder.journal).replace("vkey", with: Array("\(vkey)\n".utf8))
        }
        #expect(try await SigningKeyRotation(place).run(at: time) == next.verifierKey)
        try await SealedJournal.open(at: place, time: time).close()
    }
}
