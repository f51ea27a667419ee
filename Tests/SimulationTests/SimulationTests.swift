import Foundation
import Synchronization
import Testing

/// Crashes, lost power, failing calls and lying disks, thousands of times, decided by a seed.
///
/// `POSTHORN_SEEDS` sets how many seeds, `POSTHORN_SEED` runs a single one.
@Suite("Simulation")
struct SimulationTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seeds: Range<UInt64> = {
        if let one = environment["POSTHORN_SEED"].flatMap({ UInt64($0) }) { return one..<one + 1 }
        return 0..<(environment["POSTHORN_SEEDS"].flatMap { UInt64($0) } ?? 10_000)
    }()
    private static let stepsOfASeed = 200

    @Test("no seed breaks a promise", .timeLimit(.minutes(30)))
    func promises() async {
        let progress = Progress()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
                group.addTask {
                    while let seed = progress.takeSeed() {
                        if let what = Self.run(seed) { progress.note(what) }
                    }
                }
            }
        }
        for what in progress.broken { Issue.record("\(what)") }
    }

    private final class Progress: Sendable {
        private let state = Mutex((next: SimulationTests.seeds.lowerBound, broken: [String]()))

        var broken: [String] { state.withLock(\.broken) }

        /// The next seed, until a few have failed.
        func takeSeed() -> UInt64? {
            state.withLock { state in
                guard state.broken.count < 5, seeds.contains(state.next) else { return nil }
                state.next += 1
                return state.next - 1
            }
        }

        func note(_ what: String) {
            state.withLock { $0.broken.append(what) }
        }
    }

    /// What broke, and the command that repeats it.
    private static func run(_ seed: UInt64) -> String? {
        do {
            var world = try SimulationWorld(seed: seed)
            try world.run(steps: stepsOfASeed)
            return nil
        } catch {
            return "seed \(seed): \(error)\n"
                + "POSTHORN_SEED=\(seed) swift test --filter SimulationTests"
        }
    }
}
