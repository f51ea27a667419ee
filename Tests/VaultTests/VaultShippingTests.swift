import Journal
import Synchronization
import Testing

@testable import Vault

@Suite("Following a writer into several vaults")
struct VaultShippingTests {
    private func shipping(
        _ office: TestOffice,
        _ vaults: [any VaultStore],
        clock: VaultClock = TestOffice.clock
    ) -> VaultShipping {
        VaultShipping(office.source, as: TestOffice.record, to: vaults, clock: clock)
    }

    @Test("an entry is in as many vaults as were waited for", .timeLimit(.minutes(30)))
    func waits() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        let vaults = [MemoryVault("a"), MemoryVault("b")]
        let shipping = shipping(office, vaults)
        let run = Task { await shipping.run() }
        for number in 0..<20 {
            let range = try await office.writer.append([TestOffice.entry(number)])
            let size = TreeSize(range.upperBound.value)
            try await shipping.wait(for: size, copies: 2)
            for vault in vaults {
                let (entries, _) = try await TestOffice.entries(in: [vault])
                #expect(entries.count == number + 1)
            }
        }
        shipping.stop()
        await run.value
        #expect(shipping.state().allSatisfy { $0.isCounting && $0.fault == nil })
        #expect(vaults[0].bytes(TestOffice.layout.hint) != nil)
        try await office.writer.close()
    }

    @Test("one vault down holds up no other, and is caught up", .timeLimit(.minutes(30)))
    func catchesUp() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        let (up, down) = (MemoryVault("up"), MemoryVault("down"))
        let isOver = Mutex(false)
        let clock = TestOffice.clock { isOver.withLock { $0 } }
        let shipping = shipping(office, [up, down], clock: clock)
        let run = Task { await shipping.run() }
        try await office.append(0..<300)
        try await shipping.wait(for: TreeSize(300), copies: 2)
        down.set { $0.isDown = true }
        try await office.append(300..<700)
        try await office.writer.publish()
        try await shipping.wait(for: TreeSize(700), copies: 1)
        isOver.withLock { $0 = true }
        await #expect(throws: VaultUnavailable(wanted: 2, found: 1, size: TreeSize(700))) {
            try await shipping.wait(for: TreeSize(700), copies: 2)
        }
        down.set { $0.isDown = false }
        while shipping.state()[1].vaulted != TreeSize(700) { await Task.yield() }
        let (entries, result) = try await TestOffice.entries(in: [down])
        #expect(entries == (0..<700).map(TestOffice.entry) && result.findings.isEmpty)
        shipping.stop()
        await run.value
        try await office.writer.close()
    }

    @Test("copies where the canary died, and the embedded one, count for nothing")
    func countsOnlyVaults() async throws {
        let folder = try TemporaryFolder()
        let office = try TestOffice(in: folder)
        try await office.append(0..<10)
        let weak = MemoryVault("weak")
        weak.set { $0.canBeDestroyed = true }
        let vaults: [any VaultStore] = [
            weak, DirectoryVault(path: folder.file("stick")),
            DirectoryVault(path: folder.file("vault"), isEmbedded: true), MemoryVault("strong"),
        ]
        let shipping = shipping(office, vaults, clock: TestOffice.clock { true })
        try await office.writer.publish()
        let states = await shipping.shipOnce()
        #expect(states.map(\.isCounting) == [false, false, false, true])
        #expect(states.map { $0.warning == nil } == [false, false, false, true])
        #expect(states.allSatisfy { $0.vaulted == TreeSize(10) })
        await #expect(throws: VaultUnavailable.self) {
            try await shipping.wait(for: TreeSize(10), copies: 2)
        }
        try await office.writer.close()
    }

    @Test("a command that ends ships to what answers and does not wait for the rest")
    func shipsOnce() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<10)
        try await office.writer.close()
        let (up, down) = (MemoryVault("up"), MemoryVault("down"))
        down.set { $0.isDown = true }
        let shipping = VaultShipping(
            try ShippingSource(directory: office.journal),
            as: TestOffice.record,
            to: [up, down],
            clock: TestOffice.clock
        )
        let states = await shipping.shipOnce()
        #expect(states.map(\.vaulted) == [TreeSize(10), nil])
        #expect(states[1].fault?.code == .unreachable)
    }

    @Test("a vault that was emptied is told and filled again", .timeLimit(.minutes(30)))
    func refills() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<300)
        try await office.writer.publish()
        let vault = MemoryVault()
        let seconds = Mutex(Int64(1_800_000_000))
        let shipping = VaultShipping(
            office.source,
            as: TestOffice.record,
            to: [vault],
            clock: VaultClock(
                now: { UnixTime(seconds: seconds.withLock { $0 }) },
                sleep: TestOffice.clock.sleep
            )
        )
        let run = Task { await shipping.run() }
        try await shipping.wait(for: TreeSize(300), copies: 1)
        vault.set { $0.versions = [:] }
        seconds.withLock { $0 += VaultLimits.auditSeconds }
        while vault.bytes(TestOffice.layout.tile(TilePath(.entries, number: 0))) == nil {
            await Task.yield()
        }
        shipping.stop()
        await run.value
        let (entries, result) = try await TestOffice.entries(in: [vault])
        #expect(entries.count == 300 && result.findings.isEmpty)
        try await office.writer.close()
    }

    @Test(
        "what nobody waits for goes out together, and nothing lags once somebody does",
        .timeLimit(.minutes(30))
    )
    func gathers() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<10)
        let vault = MemoryVault()
        let isOver = Mutex(false)
        let gathered = Mutex(0)
        let shipping = VaultShipping(
            office.source,
            as: TestOffice.record,
            to: [vault],
            clock: VaultClock(
                now: TestOffice.clock.now,
                sleep: { milliseconds in
                    await TestOffice.clock.sleep(milliseconds)
                    guard milliseconds == VaultLimits.gatherMilliseconds else { return }
                    gathered.withLock { $0 += 1 }
                    while !isOver.withLock({ $0 }) { await Task.yield() }
                }
            )
        )
        func segments() -> Int { vault.names.count { $0.contains("/segment/") } }
        func reach(_ size: UInt64) async {
            while shipping.state()[0].vaulted != TreeSize(size) { await Task.yield() }
        }
        let run = Task { await shipping.run() }
        await reach(10)
        #expect(segments() == 1)
        for number in 10..<16 {
            _ = try await office.writer.append([TestOffice.entry(number)])
            while gathered.withLock({ $0 }) == 0 { await Task.yield() }
        }
        isOver.withLock { $0 = true }
        await reach(16)
        #expect(segments() == 2)
        try await shipping.wait(for: TreeSize(16), copies: 1)
        let before = gathered.withLock { $0 }
        isOver.withLock { $0 = false }
        for number in 16..<20 {
            _ = try await office.writer.append([TestOffice.entry(number)])
            try await shipping.wait(for: TreeSize(UInt64(number + 1)), copies: 1)
        }
        #expect(segments() == 6 && gathered.withLock { $0 } == before)
        shipping.stop()
        await run.value
        try await office.writer.close()
    }

    @Test("an audit names what is gone")
    func audits() async throws {
        let office = try TestOffice(in: TemporaryFolder())
        try await office.append(0..<300)
        try await office.writer.publish()
        try await office.append(300..<310)
        let vault = MemoryVault()
        var shipper = try await office.shipper(to: vault)
        try await shipper.round()
        try await shipper.audit()
        let whole = vault.content.withLock { $0.versions }
        let newest = vault.names.first { $0.contains("/segment/") } ?? ""
        let bundle = TestOffice.layout.tile(TilePath(.entries, number: 0))
        for name in [TestOffice.layout.key, bundle, newest] {
            vault.set { $0.versions[name] = nil }
            await #expect(throws: VaultFault(.missing, "", "", hint: "")) {
                try await shipper.audit()
            }
            vault.set { $0.versions = whole }
        }
        try await office.writer.close()
    }
}
