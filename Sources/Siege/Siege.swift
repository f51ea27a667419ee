import Foundation

/// Attackers against real offices, and what came of it.
///
/// Everything happens below one folder, in a namespace of its own: mounts, network and processes of
/// the machine are not touched.
package struct Siege: Sendable {
    package struct Plan: Sendable {
        package var scenarios: [ScenarioName]
        package var size = Field.Size.full
        package var seed: UInt64 = 1
        /// Takes each scenario's defence away, to show that it can fail.
        package var isDisarmed = false
        /// Where everything lies; removed at the end unless it is to be kept.
        package var folder: String
        package var keeps = false

        package init(scenarios: [ScenarioName], folder: String) {
            self.scenarios = scenarios
            self.folder = folder
        }
    }

    /// A scenario cannot take place here.
    struct Skip: Error {
        let why: String
        init(_ why: String) { self.why = why }
    }

    /// A scenario went no further, for a reason that is no measure of anything.
    struct Stuck: Error, CustomStringConvertible {
        let description: String
        init(_ why: String) { description = why }
    }

    private let plan: Plan
    private let kit: Kit

    package init(_ plan: Plan, kit: Kit) {
        self.plan = plan
        self.kit = kit
    }

    /// Runs the plan's scenarios one after the other; `tell` hears of each as it ends.
    package func run(_ tell: (SiegeLine) -> Void) async throws -> SiegeReport {
        let ground = try Ground(making: plan.folder)
        let stores = StoreYard(kit.weed, on: ground)
        var lines: [SiegeLine] = []
        for name in plan.scenarios {
            let line = await run(ScenarioTable.scenario(name), on: ground, stores)
            lines.append(line)
            tell(line)
        }
        if !plan.keeps { try? FileManager.default.removeItem(atPath: ground.root) }
        return SiegeReport(lines: lines, seed: plan.seed, isDisarmed: plan.isDisarmed)
    }

    private func run(
        _ scenario: Scenario,
        on ground: Ground,
        _ stores: StoreYard
    ) async -> SiegeLine {
        let begun = ContinuousClock.now
        var line = SiegeLine(scenario)
        do {
            let own = try ground.ground(scenario.name.rawValue.lowercased())
            let field = Field(
                ground: own,
                kit: kit,
                size: plan.size,
                seed: plan.seed,
                isDisarmed: plan.isDisarmed,
                stores: stores
            )
            line.outcome = try await scenario.run(field)
            if !plan.keeps { try? FileManager.default.removeItem(atPath: own.root) }
        } catch let skip as Skip {
            line.skipped = skip.why
        } catch {
            var outcome = Outcome()
            outcome.stuck = "\(error)"
            line.outcome = outcome
        }
        line.seconds = Clients.seconds(since: begun)
        return line
    }
}
