import Testing

@testable import Journal

@Suite struct EpochKeeperTests {
    @Test("a month and class has one key, opened once, before it is used")
    func once() async throws {
        let office = try await OfficeKeys()
        let ids = try await withThrowingTaskGroup(of: EpochKeyID.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await office.keeper.key(for: .personal, at: .on("2026-11-24")).id
                }
            }
            return try await group.reduce(into: Set<EpochKeyID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        let records = await office.log.records
        #expect(records.map(\.name) == ["epoch opened", "key-file digest"])
        let state = try await office.keeper.key(for: .state, at: .on("2026-11-24"))
        #expect(!ids.contains(state.id))
        #expect(office.files.all.keys.filter { $0.hasPrefix("epochs/") }.count == 2)
        #expect(try office.stick.names(in: "").count == 2)
    }

    @Test("each month has a key of its own, and the old ones stay readable")
    func months() async throws {
        let office = try await OfficeKeys()
        let november = try await office.keeper.key(for: .personal, at: .on("2026-11-30"))
        let december = try await office.keeper.key(for: .personal, at: .on("2026-12-01"))
        #expect(november.id != december.id)
        let again = try await office.restarted()
        #expect(again.keyring.keys.map(\.id) == [november.id, december.id])
        #expect(try await again.keeper.key(for: .personal, at: .on("2026-12-02")).id == december.id)
    }

    @Test(
        "a clock that nobody supports opens no epoch, and none goes backwards",
        arguments: [
            ("2026-10-05", "2026-10-05", "2026-11"), ("2031-01-01", "2026-11-24", "2026-11"),
            ("2026-12-01", "2026-12-01", "2026-12"), ("2026-12-01", "2026-11-30", "2026-11"),
            ("2026-11-24", "2031-01-01", "2026-11"),
        ]
    )
    func clock(time: String, confirmed: String, month: String) async throws {
        let office = try await OfficeKeys()
        _ = try await office.keeper.key(for: .state, at: .on("2026-11-24"))
        let reading = ClockReading(time: .on(time), confirmed: .on(confirmed))
        let key = try await office.keeper.key(for: .personal, at: reading)
        #expect("\(key.epoch)" == "\(month)-personal")
    }

    @Test(
        "a crash after any step of an opening loses nothing and opens no second key",
        arguments: 0..<4
    )
    func crash(step: Int) async throws {
        let office = try await OfficeKeys()
        // Changes in order: wrapped file; lock, object; then the journal.
        if step < 3 {
            if step == 0 { office.files.failAfter(0) } else { office.stick.failAfter(step - 1) }
        } else {
            await office.log.refuse(true)
        }
        await #expect(throws: (any Error).self) {
            try await office.keeper.key(for: .personal, at: .on("2026-11-24"))
        }
        let before = office.files.all.keys.filter { $0.hasPrefix("epochs/") }
        let again = try await office.restarted()
        let key = try await again.keeper.key(for: .personal, at: .on("2026-11-24"))
        let after = again.files.all.keys.filter { $0.hasPrefix("epochs/") }
        #expect(after.count == 1)
        if step > 0 { #expect(after == before) }
        #expect(await again.log.table.opened == [key.id: key.epoch])
    }

    @Test("when a new epoch cannot be opened the old one serves, and says why")
    func fallback() async throws {
        let office = try await OfficeKeys()
        let november = try await office.keeper.key(for: .personal, at: .on("2026-11-30"))
        office.stick.failAfter(0)
        let december = ClockReading.on("2026-12-01")
        #expect(try await office.keeper.key(for: .personal, at: december).id == november.id)
        #expect(await office.keeper.fault is KeysFault)
        office.stick.failAfter(nil)
        // It is not asked again at once.
        #expect(try await office.keeper.key(for: .personal, at: december).id == november.id)
        let later = ClockReading(unchecked: UnixTime(seconds: december.time.seconds + 61))
        #expect(try await office.keeper.key(for: .personal, at: later).id != november.id)
        #expect(await office.keeper.fault == nil)
    }

    @Test("a second key within the month is used from then on only when the first is gone")
    func renewed() async throws {
        let office = try await OfficeKeys()
        let first = try await office.keeper.key(for: .personal, at: .on("2026-11-24"))
        let second = try await office.keeper.renewKey(for: first.epoch, at: .on("2026-11-25"))
        let used = try await office.keeper.key(for: .personal, at: .on("2026-11-26"))
        #expect(used.id == second.id)
        let again = try await office.restarted()
        #expect(try await again.keeper.key(for: .personal, at: .on("2026-11-26")).id == second.id)
    }
}
