import Testing

@testable import Journal

@Suite struct DisclosureTests {
    struct Made {
        let reader: JournalReader
        let keys: Keyring
        let ranges: [Range<EntryIndex>]
        let entries: [PlainEntry]
    }

    static func journal(_ folder: TemporaryFolder) async throws -> Made {
        let office = try await SealedJournal.create(
            at: SealedJournalTests.place(folder),
            origin: SealedJournalTests.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        let entries = [20, 30, 200_000, 40]
            .map {
                PlainEntry(.personal, RandomSource.system.bytes($0))
            }
        let ranges = try await office.writer.append(entries, at: .on("2026-11-24"))
        try await office.close()
        return Made(
            reader: try JournalReader(directory: folder.journal),
            keys: office.keys,
            ranges: ranges,
            entries: entries
        )
    }

    @Test("a stranger with the verifier key alone reads what is disclosed", arguments: 0..<4)
    func discloses(number: Int) async throws {
        let folder = try TemporaryFolder()
        let made = try await Self.journal(folder)
        let range = made.ranges[number]
        let last = range.upperBound.advanced(by: -1)
        let receipts = try Disclosure(of: last, from: made.reader, keys: made.keys).receipts
        let content = try Disclosure.verify(receipts.map(\.bytes), key: made.reader.keys[0])
        #expect(content.plaintext == made.entries[number].bytes)
        #expect(content.indices == range)
        #expect(content.checkpoint == made.reader.checkpoint.checkpoint)
    }

    @Test("receipts that were altered, mixed, cut or signed by another disclose nothing")
    func refused() async throws {
        let folder = try TemporaryFolder()
        let made = try await Self.journal(folder)
        func files(_ number: Int) throws -> [[UInt8]] {
            try Disclosure(
                of: made.ranges[number].lowerBound,
                from: made.reader,
                keys: made.keys
            )
            .receipts.map(\.bytes)
        }
        let (one, other, large) = (try files(0), try files(1), try files(2))
        let key = made.reader.keys[0]
        var swapped = try TlogProof(parsing: one[0])
        swapped.extra = try TlogProof(parsing: other[0]).extra
        var wrongKey = try TlogProof(parsing: one[0])
        wrongKey.extra?[1] ^= 1
        var silent = try TlogProof(parsing: one[0])
        silent.extra = nil
        let mixes: [[[UInt8]]] = [
            [], one + other, Array(large.dropLast()), Array(large.dropFirst()), large.reversed(),
            large + one, [swapped.bytes], [wrongKey.bytes], [silent.bytes],
        ]
        for mix in mixes {
            #expect(throws: (any Error).self) { try Disclosure.verify(mix, key: key) }
        }
        let stranger = try TestKeys.signing(SealedJournalTests.origin).verifierKey
        #expect(throws: TlogProof.Flaw.self) { try Disclosure.verify(one, key: stranger) }
    }

    @Test("what cannot be disclosed says why")
    func undisclosable() async throws {
        let folder = try TemporaryFolder()
        let made = try await Self.journal(folder)
        let first = made.ranges[0].lowerBound
        #expect(throws: DisclosureFlaw.plain(EntryIndex(0))) {
            try Disclosure(of: EntryIndex(0), from: made.reader, keys: made.keys)
        }
        #expect(throws: DisclosureFlaw.beyond(made.reader.size.next, size: made.reader.size)) {
            try Disclosure(of: made.reader.size.next, from: made.reader, keys: made.keys)
        }
        let id = made.keys.keys[0].id
        #expect(throws: DisclosureFlaw.keyMissing(id)) {
            try Disclosure(of: first, from: made.reader, keys: Keyring())
        }
        let epoch = made.keys.keys[0].epoch
        let now = UnixTime.on("2027-03-01")
        made.keys.apply(.epochForgotten(epoch, by: ["a", "b"], complete: now, time: now))
        #expect(throws: DisclosureFlaw.erased(epoch)) {
            try Disclosure(of: first, from: made.reader, keys: made.keys)
        }
    }
}
