import Journal
import Mail
import Testing

@testable import Office

@Suite("When copies are looked after")
struct WatchMachineTests {
    private static let start = UnixTime(seconds: 1_800_000_000)

    private static func later(_ seconds: Int64) -> UnixTime {
        UnixTime(seconds: start.seconds + seconds)
    }

    /// Runs a machine for a while, every look being well, and counts the looks.
    private static func run(
        _ machine: inout WatchMachine,
        seconds: Range<Int64>,
        step: Int64,
        bundles: UInt64,
        errors: (UInt64) -> Int = { _ in 0 }
    ) -> (counts: [String: Int], read: [UInt64: Int]) {
        var counts: [String: Int] = [:]
        var read: [UInt64: Int] = [:]
        for second in stride(from: seconds.lowerBound, to: seconds.upperBound, by: Int(step)) {
            let now = later(second)
            machine.name(["a"], at: now)
            for task in machine.due(at: now, bundles: bundles) {
                switch task {
                case .canary:
                    counts["canary", default: 0] += 1
                    machine.looked(.canary, "a", alarm: nil, at: now)
                case .listing:
                    counts["listing", default: 0] += 1
                    machine.looked(.listing, "a", alarm: nil, at: now)
                case .renewal:
                    counts["renewal", default: 0] += 1
                    machine.looked(.renewal, "a", alarm: nil, at: now)
                case .escrow:
                    counts["escrow", default: 0] += 1
                    machine.escrowTended(alarm: nil, isDone: true, at: now)
                case .sweep(_, let range, let isLast):
                    for bundle in range { read[bundle, default: 0] += 1 }
                    let wrong = range.reduce(0) { $0 + errors($1) }
                    machine.swept("a", range, errors: wrong, isLast: isLast, at: now)
                }
            }
        }
        return (counts, read)
    }

    @Test("in a day: a canary each quarter of an hour, one listing, one round of locks")
    func day() {
        var machine = WatchMachine()
        let (counts, _) = Self.run(&machine, seconds: 0..<86_400, step: 20, bundles: 100)
        #expect(counts == ["canary": 96, "listing": 1, "renewal": 1, "escrow": 1])
        #expect(machine.alarms(at: Self.later(86_400)) == [])
    }

    @Test("in thirty days every bundle is read, spread evenly", arguments: [0, 1, 40, 5_000])
    func month(bundles: UInt64) throws {
        var machine = WatchMachine()
        let (_, early) = Self.run(
            &machine,
            seconds: 0..<(3 * 86_400),
            step: 300,
            bundles: bundles
        )
        #expect(UInt64(early.count) <= bundles / 8 + 1)
        let (_, late) = Self.run(
            &machine,
            seconds: (3 * 86_400)..<(30 * 86_400),
            step: 300,
            bundles: bundles
        )
        let read = early.merging(late) { $0 + $1 }
        #expect(UInt64(read.count) == bundles)
        let whole = try #require(machine.vaults["a"]?.whole)
        #expect(whole <= Self.later(30 * 86_400) && machine.vaults["a"]?.wholeErrors == 0)
    }

    @Test("an object that is not as it was stays an alarm until a whole sweep is well")
    func wrong() {
        var machine = WatchMachine()
        _ = Self.run(&machine, seconds: 0..<(30 * 86_400), step: 300, bundles: 50) {
            $0 == 7 ? 1 : 0
        }
        #expect(machine.alarms(at: Self.later(30 * 86_400)).contains { $0.contains("sweep") })
        _ = Self.run(&machine, seconds: (30 * 86_400)..<(90 * 86_400), step: 300, bundles: 50)
        #expect(machine.alarms(at: Self.later(90 * 86_400)) == [])
    }

    @Test("what fails is tried again soon, and told meanwhile; a look not taken is told, too")
    func failures() {
        var machine = WatchMachine()
        machine.name(["a"], at: Self.start)
        machine.failed(.canary, "a", "no answer", at: Self.start)
        let canary = WatchMachine.Task.canary(vault: "a")
        #expect(!machine.due(at: Self.later(60), bundles: 0).contains(canary))
        #expect(machine.due(at: Self.later(120), bundles: 0).contains(canary))
        #expect(machine.alarms(at: Self.later(60)) == ["a canary: no answer"])
        machine.looked(.canary, "a", alarm: nil, at: Self.later(120))
        #expect(machine.alarms(at: Self.later(130)) == [])
        #expect(machine.alarms(at: Self.later(120 + 2_000)).count == 1)
        machine.looked(.canary, "a", alarm: "a canary was destroyed", at: Self.later(3_000))
        #expect(machine.alarms(at: Self.later(3_001)) == ["a canary: a canary was destroyed"])
    }

    @Test("a clock that goes back puts nothing off")
    func clock() {
        var machine = WatchMachine()
        machine.name(["a"], at: Self.start)
        machine.looked(.canary, "a", alarm: nil, at: Self.later(86_400 * 365))
        #expect(machine.due(at: Self.later(1), bundles: 0).contains(.canary(vault: "a")))
    }

    @Test("the state survives a restart; what cannot be read begins anew")
    func survives() {
        var machine = WatchMachine()
        _ = Self.run(&machine, seconds: 0..<200_000, step: 300, bundles: 900) { $0 == 3 ? 1 : 0 }
        machine.failed(.listing, "a", "no \"answer\"", at: Self.later(200_000))
        machine.canary("a", isVault: true, published: 77)
        let text = JSONText.bytes(machine.json)
        let again = WatchMachine(text, WatchTerms())
        #expect(again.vaults == machine.vaults && again.escrow.done == machine.escrow.done)
        #expect(WatchMachine(Array("[{".utf8), WatchTerms()).vaults.isEmpty)
        #expect(WatchMachine(Array("{\"vaults\":7}".utf8), WatchTerms()).vaults.isEmpty)
    }
}
