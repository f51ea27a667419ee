import Testing

@testable import Journal

@Suite struct EpochTableCacheTests {
    @Test("a start reads only what is new, and believes a cache only of this very journal")
    func cache() async throws {
        let folder = try TemporaryFolder()
        let place = SealedJournalTests.place(folder)
        var office = try await SealedJournal.create(
            at: place,
            origin: SealedJournalTests.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        let entries = (0..<4_200).map { PlainEntry(.state, SealedJournalTests.plaintext($0)) }
        _ = try await office.writer.append(entries, at: .on("2026-11-24"))
        try await office.close()
        office = try await SealedJournal.open(at: place, time: .on("2026-11-25"))
        _ = try await office.writer.append([PlainEntry(.personal, [1])], at: .on("2026-12-01"))
        try await office.close()

        let files = MemoryKeyFiles()
        let reader = try JournalReader(directory: folder.journal)
        let cache = EpochTableCache(files: files)
        let saved = try #require(try place.keys.files.read("epochs.table"))
        try files.write("epochs.table", saved)
        let (table, end) = cache.load(for: reader)
        #expect(end.value >= 4_200 && end < reader.size.next)
        #expect(table.opened.count == 1)
        let whole = try EpochTable(reading: reader)
        #expect(whole.opened.count == 2)
        #expect(try EpochTable(reading: reader, from: end, into: table) == whole)
        for (from, to) in [("42", "43"), ("/", "+"), ("epoch opened", "epoch closed")] {
            let text = String(decoding: saved, as: UTF8.self).replacing(from, with: to)
            guard Array(text.utf8) != saved else { continue }
            try files.write("epochs.table", Array(text.utf8))
            #expect(cache.load(for: reader).end == EntryIndex(0), "\(from)")
        }
    }
}
