import Testing

@testable import Journal

@Suite struct SealedJournalTests {
    static let origin = "office.example/gb"

    /// A journal folder, a keys folder and an escrow under one temporary folder.
    static func place(_ folder: TemporaryFolder) -> SealedJournal.Place {
        let stick = DirectoryEscrow(files: PosixKeyFiles(path: "\(folder.path)/stick"))
        return SealedJournal.Place(
            journal: folder.journal,
            keys: "\(folder.path)/keys",
            escrows: [stick]
        )
    }

    static func plaintext(_ number: Int, bytes: Int = 20) -> [UInt8] {
        let noise = (0..<bytes).map { UInt8(truncatingIfNeeded: ($0 &* $0 &+ number) &* 2_654_435) }
        return Array("{\"n\":\(number)}".utf8) + noise
    }

    static func all(_ cursor: inout SealedCursor, max: Int = 100) async throws -> [OpenedEntry] {
        var all: [OpenedEntry] = []
        while true {
            let some = try await cursor.next(max: max)
            if some.isEmpty { return all }
            all += some
        }
    }

    @Test("what was appended is read back by class, from any index, after a restart")
    func roundTrip() async throws {
        let folder = try TemporaryFolder()
        let place = Self.place(folder)
        let recovery = AgeIdentity.generate(.system)
        var office = try await SealedJournal.create(
            at: place,
            origin: Self.origin,
            recovery: [recovery.recipient],
            time: .on("2026-11-24")
        )
        let entries = (0..<500)
            .map {
                PlainEntry($0 % 3 == 0 ? .state : .personal, Self.plaintext($0, bytes: $0))
            }
        let ranges = try await office.writer.append(entries, at: .on("2026-11-24"))
        #expect(ranges.count == 500 && ranges.allSatisfy { $0.count == 1 })
        try await office.close()

        office = try await SealedJournal.open(at: place, time: .on("2026-11-25"))
        #expect(office.keys.keys.count == 2)
        for start in [0, 6, 250, 505] {
            var cursor = try office.cursor(from: EntryIndex(UInt64(start)))
            let read = try await Self.all(&cursor)
            let plain = read.compactMap { entry -> [UInt8]? in
                guard case .plain(let bytes, let entryClass) = entry.content else { return nil }
                let number = Int(entry.indices.lowerBound.value) - 6
                #expect(entryClass == entries[number].entryClass)
                return bytes
            }
            #expect(plain == entries.dropFirst(max(0, start - 6)).map(\.bytes))
            #expect(read.first?.indices.lowerBound == EntryIndex(UInt64(start)))
        }
        var cursor = try office.cursor(from: EntryIndex(0))
        let names = try await cursor.next(max: 6)
            .map { entry -> String in
                guard case .control(let record) = entry.content else { return "" }
                return record.name
            }
        #expect(
            names == [
                "genesis", "incarnation begun", "epoch opened", "key-file digest", "epoch opened",
                "key-file digest",
            ]
        )
        try await office.close()
    }

    @Test(
        "a making broken off before its genesis is finished by the next; a second is refused"
    )
    func createdTwice() async throws {
        let folder = try TemporaryFolder()
        let place = Self.place(folder)
        let key = try SigningKey(name: Self.origin, seed: RandomSource.system.bytes(32))
        try place.keys.create(signingKey: key.secretText, recovery: [])
        try await JournalWriter.create(in: folder.journal, signingKey: key, incarnation: 1).close()
        for round in 0..<2 {
            let office = try? await SealedJournal.create(
                at: place,
                origin: Self.origin,
                recovery: [],
                time: .on("2026-11-24")
            )
            #expect((office != nil) == (round == 0))
            try await office?.close()
        }
    }

    @Test("who only looks leaves no trace; the first entries of a writer announce it")
    func announced() async throws {
        let folder = try TemporaryFolder()
        let place = Self.place(folder)
        try await SealedJournal.create(
            at: place,
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        .close()
        for _ in 0..<2 {
            let office = try await SealedJournal.open(at: place, time: .on("2026-11-25"))
            try await office.close()
            #expect(try JournalReader(directory: folder.journal).size.count == 1)
        }
        let office = try await SealedJournal.open(at: place, time: .on("2026-11-26"))
        let first = try await office.writer.append([PlainEntry(.state, [1])], at: .on("2026-11-26"))
        let second = try await office.writer.append(
            [PlainEntry(.state, [2])],
            at: .on("2026-11-26")
        )
        #expect(first == [EntryIndex(4)..<EntryIndex(5)])
        #expect(second == [EntryIndex(5)..<EntryIndex(6)])
        try await office.close()
        // Now the epoch is open: the announcement comes straight before the entry.
        let last = try await SealedJournal.open(at: place, time: .on("2026-11-27"))
        let third = try await last.writer.append([PlainEntry(.state, [3])], at: .on("2026-11-27"))
        #expect(third == [EntryIndex(7)..<EntryIndex(8)])
        try await last.close()
    }

    @Test("large plaintexts become parts, read as one, and a start within them skips them")
    func parts() async throws {
        let folder = try TemporaryFolder()
        let office = try await SealedJournal.create(
            at: Self.place(folder),
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        let sizes = [10, 70_000, 1 << 20, 10, 200_000]
        let entries = sizes.map { PlainEntry(.personal, RandomSource.system.bytes($0)) }
        let ranges = try await office.writer.append(entries, at: .on("2026-11-24"))
        #expect(ranges.map(\.count) == [1, 2, 17, 1, 4])
        var cursor = try office.cursor(from: ranges[0].lowerBound)
        let read = try await Self.all(&cursor, max: 2)
        #expect(read.map(\.indices) == ranges)
        for (entry, expected) in zip(read, entries) {
            guard case .plain(let bytes, .personal) = entry.content else {
                Issue.record("not plain")
                continue
            }
            #expect(bytes == expected.bytes)
        }
        var inside = try office.cursor(from: ranges[2].lowerBound.advanced(by: 3))
        #expect(try await Self.all(&inside).map(\.indices) == Array(ranges[3...]))
        let refusal = await #expect(throws: SealedRefusal.self) {
            try await office.writer.append(
                [PlainEntry(.state, [UInt8](repeating: 1, count: 1 << 20 + 1))],
                at: .on("2026-11-24")
            )
        }
        #expect(refusal?.code == "entry_too_large")
        try await office.close()
    }

    @Test("a forgotten month reads as erased, every other entry as before, every proof holds")
    func forgotten() async throws {
        let folder = try TemporaryFolder()
        let place = Self.place(folder)
        var office = try await SealedJournal.create(
            at: place,
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        for day in ["2026-11-24", "2026-12-01"] {
            _ = try await office.writer.append(
                [PlainEntry(.personal, [1]), PlainEntry(.state, [2])],
                at: .on(day)
            )
        }
        let epoch = try #require(Epoch("2026-11-personal"))
        let now = ClockReading.on("2027-03-01")
        let plan = try await office.forgetting.plan(epoch, at: now) { _ in 0 }
        let writer = office.writer
        try await office.forgetting.carryOut(
            plan,
            confirmations: ["ada", "ben"].map { .init(person: $0, typed: "2026-11-personal") },
            at: now
        ) { try await writer.append(control: $0) }
        for _ in 0..<2 {
            var cursor = try office.cursor(from: EntryIndex(0))
            let read = try await Self.all(&cursor)
            let contents = read.compactMap { entry -> String? in
                switch entry.content {
                case .control: nil
                case .plain(let bytes, let entryClass): "\(entryClass) \(bytes)"
                case .erased(let epoch): "erased \(epoch)"
                case .locked: "locked"
                }
            }
            #expect(contents == ["erased \(epoch)", "state [2]", "personal [1]", "state [2]"])
            try await office.close()
            office = try await SealedJournal.open(at: place, time: .on("2027-03-02"))
        }
        // A reader that has the escrow's keys and knows nothing of epochs sees the same.
        let stray = Keyring(office.keys.keys)
        var cursor = try SealedCursor(
            JournalReader(directory: folder.journal),
            from: EntryIndex(0),
            keys: stray
        )
        let erased = try await Self.all(&cursor)
            .filter {
                if case .erased = $0.content { true } else { false }
            }
        #expect(erased.count == 1)
        try await office.close()
    }

    @Test("without a key an entry is shown as locked, or refused, as the reader wants")
    func locked() async throws {
        let folder = try TemporaryFolder()
        let office = try await SealedJournal.create(
            at: Self.place(folder),
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        _ = try await office.writer.append([PlainEntry(.personal, [1])], at: .on("2026-11-24"))
        try await office.close()
        let reader = try JournalReader(directory: folder.journal)
        var cursor = try SealedCursor(
            reader,
            from: EntryIndex(0),
            keys: Keyring(),
            missing: .show
        )
        guard case .locked(_, let epoch) = try await Self.all(&cursor).last?.content else {
            Issue.record("not locked")
            return
        }
        #expect(epoch == Epoch("2026-11-personal"))
        var office2 = try SealedCursor(reader, from: EntryIndex(0), keys: Keyring())
        await #expect(throws: EntryFault.self) { try await Self.all(&office2) }
    }

    @Test("keys are readable by their owner alone")
    func modes() async throws {
        let folder = try TemporaryFolder()
        let office = try await SealedJournal.create(
            at: Self.place(folder),
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        _ = try await office.keeper.key(for: .state, at: .on("2026-11-24"))
        for root in ["keys", "stick"] {
            let found = String(
                decoding: try runCommand(
                    "/usr/bin/find",
                    ["\(folder.path)/\(root)", "-perm", "/077"]
                ),
                as: UTF8.self
            )
            #expect(found.isEmpty)
        }
        try await office.close()
    }

    @Test("many callers at once each get their own indices")
    func concurrent() async throws {
        let folder = try TemporaryFolder()
        let office = try await SealedJournal.create(
            at: Self.place(folder),
            origin: Self.origin,
            recovery: [],
            time: .on("2026-11-24")
        )
        let places = try await withThrowingTaskGroup(of: (UInt64, [UInt8]).self) { group in
            for number in 0..<256 {
                group.addTask {
                    let plaintext = Self.plaintext(number)
                    let ranges = try await office.writer.append(
                        [PlainEntry(.personal, plaintext)],
                        at: .on("2026-11-24")
                    )
                    return (ranges[0].lowerBound.value, plaintext)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(places.count == 256)
        var cursor = try office.cursor(from: EntryIndex(0))
        for entry in try await Self.all(&cursor) {
            guard case .plain(let bytes, _) = entry.content else { continue }
            #expect(places[entry.indices.lowerBound.value] == bytes)
        }
        try await office.close()
    }
}
