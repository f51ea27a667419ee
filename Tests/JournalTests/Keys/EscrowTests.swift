import Testing

@testable import Journal

@Suite struct EscrowTests {
    static let start = UnixTime.on("2026-11-01")

    @Test("an escrow alone, with a recovery identity, gives back every key")
    func rescue() async throws {
        let office = try await OfficeKeys()
        let key = try await office.keeper.key(for: .personal, at: .on("2026-11-24"))
        let report = try await office.escrow.tend(table: office.log.table, at: Self.start)
        #expect(report.added.count == 2)
        let rescued = try Keyring.load(from: office.stick, identities: [office.recovery])
        #expect(rescued.keys.map(\.id) == [key.id])
        let identity = try #require(report.added.first { $0.hasPrefix("office.identity-") })
        let file = try #require(try office.stick.read(identity))
        let text = String(
            decoding: try AgeFile.decrypt(file, with: [office.recovery]),
            as: UTF8.self
        )
        #expect(try AgeIdentity.list(text) == office.directory.identities())
        #expect(throws: KeysFault.self) {
            try Keyring.load(from: office.stick, identities: [.generate(.system)])
        }
    }

    @Test("locks are renewed weekly while the epoch lives, also when keys/ was emptied")
    func renewal() async throws {
        let office = try await OfficeKeys()
        _ = try await office.keeper.key(for: .personal, at: ClockReading(unchecked: Self.start))
        for (day, renewals) in [(0, 0), (6, 0), (7, 3), (8, 0), (14, 3)] {
            let now = Self.start.adding(days: day)
            let report = try await office.escrow.tend(table: office.log.table, at: now)
            #expect(report.renewed.count == renewals, "day \(day)")
            #expect(report.copies.allSatisfy { $0.lockedUntil >= now.adding(days: 28) })
        }
        for name in office.files.all.keys where name.hasPrefix("epochs/") {
            try office.files.remove(name)
        }
        let report = try await office.escrow.tend(
            table: office.log.table,
            at: Self.start.adding(days: 21)
        )
        #expect(report.renewed.count == 3)
        #expect(report.removed.isEmpty)
    }

    @Test("a lock never comes nearer and holds until it ends")
    func lock() async throws {
        let stick = DirectoryEscrow(files: MemoryKeyFiles())
        let end = Self.start.adding(days: 35)
        try await stick.put("a.age", [1], lockedUntil: end)
        try await stick.renew("a.age", lockedUntil: Self.start)
        #expect(try await stick.copies().map(\.lockedUntil) == [end])
        await #expect(throws: KeysFault(.locked, path: "", detail: "", hint: "")) {
            try await stick.remove("a.age", at: UnixTime(seconds: end.seconds - 1))
        }
        await #expect(throws: KeysFault(.differs, path: "", detail: "", hint: "")) {
            try await stick.put("a.age", [2], lockedUntil: end)
        }
        try await stick.put("a.age", [1], lockedUntil: end)
        try await stick.remove("a.age", at: end)
        #expect(try await stick.copies().isEmpty)
    }

    @Test("a rotated identity opens everything, the old one nothing, and old copies die")
    func rotation() async throws {
        let office = try await OfficeKeys()
        let key = try await office.keeper.key(
            for: .personal,
            at: ClockReading(unchecked: Self.start)
        )
        _ = try await office.escrow.tend(table: office.log.table, at: Self.start)
        let old = try office.directory.identities()
        let records = try IdentityRotation(office.directory)
            .run(
                table: await office.log.table,
                at: Self.start
            )
        #expect(records.map(\.name) == ["key-file digest"])
        #expect(try office.directory.identities() != old)
        #expect(try await office.restarted().keyring.keys.map(\.id) == [key.id])
        #expect(throws: KeysFault.self) { try Keyring.load(from: office.files, identities: old) }
        var report = try await office.escrow.tend(table: office.log.table, at: Self.start)
        #expect(report.added.count == 2)
        let end = Self.start.adding(days: 35)
        report = try await office.escrow.tend(table: office.log.table, at: end)
        #expect(report.removed.count == 2)
        #expect(report.copies.count == 3)
    }

    @Test("a rotation that is broken off anywhere is finished by the next", arguments: 0..<5)
    func brokenRotation(step: Int) async throws {
        let office = try await OfficeKeys()
        _ = try await office.keeper.key(for: .personal, at: .on("2026-11-24"))
        _ = try await office.keeper.key(for: .state, at: .on("2026-11-24"))
        office.files.failAfter(step)
        _ = try? IdentityRotation(office.directory)
            .run(
                table: await office.log.table,
                at: Self.start
            )
        let again = try await office.restarted()
        #expect(again.keyring.keys.count == 2)
        _ = try IdentityRotation(again.directory).run(table: await again.log.table, at: Self.start)
        #expect(try again.directory.identities().count == 1)
        #expect(try await again.restarted().keyring.keys.count == 2)
    }
}
