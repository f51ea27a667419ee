import Testing

@testable import Journal

@Suite("JournalWriter")
struct JournalWriterTests {
    @Test("what was appended is read back, in order, after close and reopen")
    func roundTrip() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        let first = try await writer.append(TestEntries.entries(0..<3))
        #expect(first == EntryIndex(0)..<EntryIndex(3))
        let second = try await writer.append(TestEntries.entries(3..<600))
        #expect(second == EntryIndex(3)..<EntryIndex(600))
        try await writer.close()

        let reopened = try JournalWriter.open(
            in: folder.journal,
            signingKey: key,
            incarnation: 2
        )
        #expect(reopened.report.checkpoint.size == TreeSize(600))
        #expect(reopened.report.recoveredEntries == 0)
        _ = try await reopened.append(TestEntries.entries(600..<601))
        try await reopened.close()
        #expect(try read(folder.journal) == TestEntries.entries(0..<601))
    }

    @Test("what was acknowledged and not integrated is there after the writer is dropped")
    func crash() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        var limits = JournalLimits()
        limits.publishMilliseconds = 86_400_000
        do {
            let writer = try JournalWriter.create(
                in: folder.journal,
                signingKey: key,
                incarnation: 1,
                limits: limits
            )
            for number in 0..<20 { _ = try await writer.append([TestEntries.entry(number)]) }
        }
        let reader = try JournalReader(directory: folder.journal)
        // The first turn of the integration may come before the first append or behind it.
        let integrated = reader.size
        #expect(integrated <= TreeSize(1))
        var cursor = try reader.cursor(from: EntryIndex(5), includingTail: true)
        var tail: [[UInt8]] = []
        while let entry = try cursor.next() { tail.append(entry.bytes) }
        #expect(tail == TestEntries.entries(5..<20))

        let writer = try JournalWriter.open(in: folder.journal, signingKey: key, incarnation: 2)
        #expect(writer.report.recoveredEntries == 20 - Int(integrated.count))
        try await writer.close()
        #expect(try read(folder.journal) == TestEntries.entries(0..<20))
    }

    @Test("256 callers at once are all answered, each with its own place")
    func concurrentCallers() async throws {
        let folder = try TemporaryFolder()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: TestKeys.signing(),
            incarnation: 1
        )
        let places = try await withThrowingTaskGroup(of: (Int, UInt64).self) { group in
            for number in 0..<256 {
                group.addTask {
                    let range = try await writer.append([TestEntries.entry(number)])
                    return (number, range.lowerBound.value)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.1] = $1.0 }
        }
        try await writer.close()
        #expect(places.count == 256)
        let entries = try read(folder.journal)
        for (place, number) in places {
            #expect(entries[Int(place)] == TestEntries.entry(number))
        }
    }

    @Test("a second writer is refused while the first lives, with what to do")
    func secondWriter() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        let fault = #expect(throws: JournalFault.self) {
            _ = try JournalWriter.open(in: folder.journal, signingKey: key, incarnation: 2)
        }
        #expect(fault?.code == .locked)
        #expect(fault?.hint.contains("posthorn serve") == true)
        try await writer.close()
        let next = try JournalWriter.open(in: folder.journal, signingKey: key, incarnation: 2)
        try await next.close()
    }

    @Test("create refuses a journal, open refuses another key")
    func refusals() async throws {
        let folder = try TemporaryFolder()
        let key = try TestKeys.signing()
        try await JournalWriter.create(
            in: folder.journal,
            signingKey: key,
            incarnation: 1
        )
        .close()
        #expect(throws: JournalFault(.exists, path: "", "", hint: "")) {
            _ = try JournalWriter.create(in: folder.journal, signingKey: key, incarnation: 1)
        }
        let other = try SigningKey(name: "other.example", seed: [UInt8](repeating: 9, count: 32))
        #expect(throws: JournalFault(.wrongKey, path: "", "", hint: "")) {
            _ = try JournalWriter.open(in: folder.journal, signingKey: other, incarnation: 1)
        }
    }

    @Test("publish makes the public checkpoint current")
    func publish() async throws {
        let folder = try TemporaryFolder()
        let writer = try JournalWriter.create(
            in: folder.journal,
            signingKey: TestKeys.signing(),
            incarnation: 1
        )
        _ = try await writer.append(TestEntries.entries(0..<300))
        let signed = try await writer.publish()
        #expect(signed.checkpoint.size == TreeSize(300))
        #expect(try JournalReader(directory: folder.journal).checkpoint == signed)
        try await writer.close()
    }

    private func read(_ directory: String) throws -> [[UInt8]] {
        var cursor = try JournalReader(directory: directory).cursor(from: EntryIndex(0))
        var out: [[UInt8]] = []
        while let entry = try cursor.next() { out.append(entry.bytes) }
        return out
    }
}
