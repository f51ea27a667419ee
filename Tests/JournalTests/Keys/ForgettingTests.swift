import Testing

@testable import Journal

@Suite struct ForgettingTests {
    static let epoch = Epoch(month: CalendarMonth(year: 2026, month: 11), entryClass: .personal)
    static let now = ClockReading.on("2026-12-10")
    static let both: [Forgetting.Confirmation] = [
        .init(person: "ada", typed: "2026-11-personal"),
        .init(person: "ben", typed: "2026-11-personal"),
    ]

    /// An office with one finished month.
    static func office() async throws -> OfficeKeys {
        let office = try await OfficeKeys()
        for day in ["2026-11-24", "2026-12-01"] {
            for entryClass in EntryClass.allCases {
                _ = try await office.keeper.key(for: entryClass, at: .on(day))
            }
        }
        _ = try await office.escrow.tend(table: office.log.table, at: .on("2026-12-01"))
        return office
    }

    @Test("forgetting removes every local copy and lists the others with the day they die")
    func forgets() async throws {
        let office = try await Self.office()
        let id = try #require(office.keyring.table.keys(of: Self.epoch).first)
        let forgetting = office.forgetting()
        let plan = try await forgetting.plan(Self.epoch, at: Self.now) { _ in 0 }
        #expect(plan.files.count == 1)
        #expect(plan.copies.map(\.lockedUntil) == [.on("2027-01-05")])
        #expect(plan.complete == .on("2027-01-05"))
        try await forgetting.carryOut(plan, confirmations: Self.both, at: Self.now) {
            try await office.log.append($0)
        }
        guard case .forgotten(Self.epoch) = office.keyring.lookup(id) else {
            Issue.record("the key is still usable")
            return
        }
        #expect(office.files.all.keys.allSatisfy { !$0.contains("2026-11-personal") })
        for (day, copies) in [("2027-01-04", 6), ("2027-01-05", 5), ("2027-03-01", 5)] {
            let report = try await office.escrow.tend(table: office.log.table, at: .on(day))
            #expect(report.copies.count == copies, "\(day)")
        }
        #expect(try await office.restarted().keyring.keys.count == 3)
    }

    @Test(
        "a forgetting that is broken off is finished by the next start or the next try",
        arguments: 0..<2
    )
    func brokenOff(step: Int) async throws {
        let office = try await Self.office()
        let plan = try await office.forgetting().plan(Self.epoch, at: Self.now) { _ in 0 }
        if step == 0 { await office.log.refuse(true) } else { office.files.failAfter(0) }
        await #expect(throws: (any Error).self) {
            try await office.forgetting()
                .carryOut(
                    plan,
                    confirmations: Self.both,
                    at: Self.now
                ) { try await office.log.append($0) }
        }
        let again = try await office.restarted()
        #expect(again.keyring.keys.count == (step == 0 ? 4 : 3))
        #expect(again.files.all.keys.contains { $0.contains("2026-11-personal") } == (step == 0))
    }

    @Test(
        "what must not be forgotten is refused",
        arguments: [
            ("2026-11-state", "2026-12-10", "2026-12-10", 9, "state_is_kept"),
            ("2026-12-personal", "2026-12-31", "2026-12-31", 9, "month_not_over"),
            ("2026-12-personal", "2031-01-01", "2026-12-31", 9, "month_not_over"),
            ("2026-10-personal", "2026-12-10", "2026-12-10", 9, "unknown_epoch"),
            ("2026-11-personal", "2026-12-10", "2026-12-10", 2, "items_open"),
        ]
    )
    func refused(
        epoch: String,
        time: String,
        confirmed: String,
        open: Int,
        code: String
    ) async throws {
        let office = try await Self.office()
        let epoch = try #require(Epoch(epoch))
        let now = ClockReading(time: .on(time), confirmed: .on(confirmed))
        let refusal = await #expect(throws: ForgetRefusal.self) {
            try await office.forgetting().plan(epoch, at: now) { _ in open }
        }
        #expect(refusal?.code == code)
    }

    @Test(
        "two different people confirm, each typing the epoch",
        arguments: [
            [], [both[0]], [both[0], both[0]],
            [both[0], .init(person: "ben", typed: "2026-11")],
            [both[0], .init(person: "", typed: "2026-11-personal")],
        ] as [[Forgetting.Confirmation]]
    )
    func confirmations(given: [Forgetting.Confirmation]) async throws {
        let office = try await Self.office()
        let plan = try await office.forgetting().plan(Self.epoch, at: Self.now) { _ in 0 }
        let refusal = await #expect(throws: ForgetRefusal.self) {
            try await office.forgetting()
                .carryOut(plan, confirmations: given, at: Self.now) {
                    try await office.log.append($0)
                }
        }
        #expect(refusal?.code == "needs_confirmation")
        #expect(office.keyring.keys.count == 4)
    }
}
