import Ledger
import Mail
import Synchronization
import Testing

@testable import Office

@Suite("Promises")
struct PromiseTests {
    /// A vault in other hands that has what a test says it has.
    final class FakeVault: Sendable {
        private let reached = Mutex<UInt64>(0)
        /// Whether whoever waits is let through at once, the vault taking everything.
        let takes: Bool

        init(takes: Bool) {
            self.takes = takes
        }

        func reach(_ end: UInt64) { reached.withLock { $0 = max($0, end) } }

        var watch: VaultWatch {
            VaultWatch(
                outside: 1,
                count: { end in self.reached.withLock { $0 >= end ? 1 : 0 } },
                wait: { end, copies in
                    if self.takes { self.reach(end) }
                    return copies <= 1 && self.reached.withLock { $0 >= end }
                }
            )
        }
    }

    private func serving(
        _ vault: FakeVault,
        _ promise: Promise,
        _ body: (ServedOffice) async throws -> Void
    ) async throws {
        let place = try await Workplace()
        let (office, writer) = try await ServedOffice.open(
            place.directory,
            clock: place.clock,
            watch: vault.watch
        )
        async let done: Void = writer.run()
        let now = place.clock.now()
        let change = PromiseChange(
            to: promise,
            reason: "test",
            by: .local,
            approvedBy: nil,
            at: now
        )
        try await office.door.perform { desk in
            try await desk.record([.promiseChanged(change)], at: now)
        }
        do {
            try await body(office)
        } catch {
            office.door.close()
            try await done
            throw error
        }
        office.door.close()
        try await done
    }

    @Test func answersWhatIsInTheVault() async throws {
        let vault = FakeVault(takes: true)
        try await serving(vault, .vaulted(1)) { office in
            let item = try #require(try await office.lodge([try Example.packet("a")]).first?.item)
            #expect(office.promise(of: item) == .vaulted(1))
        }
    }

    @Test func refusesToAnswerWhatIsNotAndFindsItAgain() async throws {
        let vault = FakeVault(takes: false)
        // The numbers' mark is there; what follows is not.
        vault.reach(10_000)
        try await serving(vault, .vaulted(1)) { office in
            // An index that the vault has: the item is answered.
            let outcomes = try await office.lodge([try Example.packet("a")])
            #expect(outcomes.first?.item != nil)
        }
        let empty = FakeVault(takes: false)
        try await serving(empty, .vaulted(1)) { office in
            await #expect(throws: DeskRefusal.vaultUnavailable(wanted: 1, found: 0)) {
                _ = try await office.lodge([try Example.packet("a")])
            }
        }
    }

    @Test func drawsNumbersWhereAFolderTurnedOutToBeNoVault() async throws {
        let watch = VaultWatch(
            outside: 1,
            trusted: { 0 },
            count: { _ in 0 },
            wait: { _, copies in copies == 0 }
        )
        let place = try await Workplace()
        let (office, writer) = try await ServedOffice.open(
            place.directory,
            clock: place.clock,
            watch: watch
        )
        async let done: Void = writer.run()
        let outcomes = try await office.lodge([try Example.packet("a")])
        #expect(outcomes.first?.item != nil)
        office.door.close()
        try await done
    }

    @Test func refusesWhenMoreIsPromisedThanThereAreVaults() async throws {
        let vault = FakeVault(takes: true)
        try await serving(vault, .vaulted(2)) { office in
            await #expect(throws: DeskRefusal.vaultUnavailable(wanted: 2, found: 1)) {
                _ = try await office.lodge([try Example.packet("a")])
            }
        }
    }

    @Test(
        "less than before takes two people",
        arguments: [
            (Promise.local, Promise.vaulted(1), String?.none, PromiseRefusal?.none),
            (.vaulted(2), .vaulted(1), "ben", nil),
            (.vaulted(2), .local, nil, .needsApproval(from: .vaulted(2), to: .local)),
            (.vaulted(2), .local, "ada", .samePerson("staff:ada")),
            (.local, .vaulted(3), nil, .tooFewVaults(wanted: 3, found: 2)),
        ]
    )
    func lowering(
        _ from: Promise,
        _ to: Promise,
        _ approver: String?,
        _ refusal: PromiseRefusal?
    ) throws {
        let change = PromiseChange(
            to: to,
            reason: "r",
            by: .staff("ada"),
            approvedBy: approver.map { .staff($0) },
            at: Moment(milliseconds: 0)
        )
        var found: PromiseRefusal?
        do throws(PromiseRefusal) { try change.check(from: from, vaults: 2) } catch {
            found = error
        }
        #expect(found == refusal)
    }

    @Test func drawsNoNumberAboveAMarkThatIsInNoVault() async throws {
        let series = try #require(NumberSeries("LAGB"))
        let range = try #require(NumberRange(series: series, first: 0, last: 999_999))
        let row = NumberRow(series: series, next: 100, before: 500, ranges: [range])
        var desk = NumberDesk([row], vaulting: 40)
        #expect(desk.mustBeVaulted(series) == 40)
        desk.vaulted(before: 39)
        #expect(desk.mustBeVaulted(series) == 40)
        desk.vaulted(before: 40)
        #expect(desk.mustBeVaulted(series) == nil)
        #expect(try desk.draw(series).drawn.number == 100)
        // The next mark is asked for long before the old one is used up.
        let mark = try #require(desk.mark(for: 1, of: series))
        desk.recorded(mark, before: 60)
        #expect(desk.mark(for: 1, of: series) == nil)
        #expect(desk.mustBeVaulted(series) == nil)
    }
}
