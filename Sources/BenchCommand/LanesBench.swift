import ArgumentParser
import Foundation
import Ledger
import Mail
import Office

/// What the lane plan costs: a decision among ten thousand rules, and letting a backlog go.
struct LanesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lanes",
        abstract: "Lanes: a decision among many rules, and a backlog that is let go."
    )

    @Option(help: "Rules of the plan.")
    var rules = 10_000

    @Option(help: "Items that are held and then let go.")
    var held = 100_000

    @Option(help: "Items that are held while the board is asked for.")
    var waiting = 1_000_000

    func run() async throws {
        try decisions()
        try days()
        try board()
        try backlog()
    }

    /// Thirty days of 200,000 items a day over capped, held and open lanes, in memory.
    private func days() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(
                path: "posthorn-days-\(ProcessInfo.processInfo.processIdentifier).sqlite"
            )
            .path
        defer {
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + ending)
            }
        }
        let ledger = try LedgerStore(path: path, origin: "bench")
        guard let calendar = OfficeCalendar("Europe/London"),
            let cap = LaneCap(perHour: 4_000, perDay: 60_000, over: .hold)
        else { return }
        let request = LaneRequest(
            settings: [
                LaneSetting(LaneSelector(data: true), .capped(cap)),
                LaneSetting(LaneSelector(product: .ems), .held(limit: nil)),
                LaneSetting(LaneSelector(product: .parcel), .closed),
            ],
            reason: "bench"
        )
        let now = Moment(milliseconds: 1_795_000_000_000)
        let change = LanePlan.normal.change(request, by: .office, at: now)
        let arrivals = Self.keys(2000)
            .map { LaneSimulation.Arrivals($0, customer: $0.country.code, perDay: 100) }
        var simulation = LaneSimulation(
            [],
            arrivals: arrivals,
            LaneJudge(LanePlan.normal.applying(change), calendar),
            ledger,
            at: now
        )
        let took = try ContinuousClock().measure { try simulation.run(days: 30) }
        var table = BenchTable("lanes, thirty days of 200,000 items")
        let all = simulation.days.reduce(0) { $0 + $1.lodged + $1.held + $1.refused }
        table.row("judged", "\(all) items")
        table.row("simulated in", "\(took)", target: "≤ 30 s")
        table.print()
    }

    /// The board while a million items wait: rows of the ledger as its fold keeps them.
    private func board() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-board-\(ProcessInfo.processInfo.processIdentifier)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let ledger = try LedgerStore(path: folder.path + "/ledger.sqlite", origin: "bench")
        let clock = ContinuousClock()
        let posted = try clock.measure { try HeldLedger.post(waiting, to: ledger) }
        guard let calendar = OfficeCalendar("Europe/London") else { return }
        let judge = LaneJudge(Self.plan(rules), calendar)
        let now = Moment(milliseconds: 1_795_000_000_000)
        var slowest = Duration.zero
        var board: LaneBoard?
        for _ in 0..<20 {
            let took = try clock.measure {
                board = LaneBoard(judge, try ledger.heldTally(), at: now)
            }
            slowest = max(slowest, took)
        }
        var table = BenchTable("lanes, a board of \(board?.held ?? 0) held items")
        table.row("posted", "\(Int(Double(waiting) / (posted / .seconds(1)))) items/s")
        table.row("the board, the slowest of 20", "\(slowest)", target: "≤ 1 s")
        table.print()
    }

    /// Real lodgements, real commands: what is timed is what somebody types.
    private func backlog() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-lanes-\(ProcessInfo.processInfo.processIdentifier)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (office, rows) = (folder.path + "/office", folder.path + "/rows.csv")
        try Data(JobRows.csv(held).utf8).write(to: URL(filePath: rows))
        func run(_ arguments: [String], status: Int32 = 0) throws -> Double {
            try RestoreBench.command(
                "posthorn",
                arguments + ["--office", office],
                status: status
            )
        }
        _ = try RestoreBench.command("posthorn", ["init", office])
        _ = try run(["lane", "set", "data=yes", "held", "--reason", "bench"])
        let lodged = try run(["lodge", rows, "--out", folder.path + "/out", "--merged"])
        _ = try run(["lane", "plan", "apply", "normal", "--reason", "bench"], status: 6)
        _ = try run(["lane", "approve", "p1", "--as", "ben"])
        let empty = try run(["lane", "release", "run"])
        let planned = try run(
            ["lane", "release", "plan", "any", "--per-hour", "100000000", "--reason", "bench"]
        )
        let released = try run(["lane", "release", "run"])
        var table = BenchTable("lanes, a backlog of \(held) items")
        table.row("held with papers", "\(Int(Double(held) / lodged)) items/s")
        table.row(
            "planned in",
            "\(Int((planned - empty) * 1000)) ms",
            target: "≤ 5,000 ms for 500,000"
        )
        table.row(
            "released",
            "\(Int(Double(held) / (released - empty))) items/s",
            target: "≥ 5,000 items/s"
        )
        table.print()
    }

    private func decisions() throws {
        var table = BenchTable("lanes, a plan of \(rules) rules")
        let plan = Self.plan(rules)
        let clock = ContinuousClock()
        let began = clock.now
        let index = LaneIndex(plan, at: Moment(milliseconds: 1))
        let compiled = clock.now - began
        let keys = Self.keys(4096)
        var decided = 0
        let rounds = 500
        let took = clock.measure {
            for _ in 0..<rounds {
                for key in keys where index.rule(for: key) != nil { decided += 1 }
            }
        }
        let nanoseconds =
            Double(took.components.attoseconds) / 1e9 + Double(took.components.seconds) * 1e9
        table.row("the plan's rules in force", "\(plan.inForce(at: Moment(milliseconds: 1)).count)")
        table.row("compiled in", "\(compiled)")
        let each = nanoseconds / Double(rounds * keys.count)
        table.row("a decision", "\(Int(each)) ns", target: "≤ 2,000 ns")
        table.row("decided by a rule", "\(decided * 100 / (rounds * keys.count)) %")
        table.print()
    }

    /// As many different selectors as asked: every country with every product, door and kind.
    private static func plan(_ count: Int) -> LanePlan {
        var settings: [LaneSetting] = []
        let cap = LaneCap(perHour: nil, perDay: 500)
        for round in 0... {
            for country in Country.all {
                guard settings.count < count else {
                    let request = LaneRequest(settings: settings, reason: "bench")
                    let at = Moment(milliseconds: 0)
                    return LanePlan.normal.applying(
                        LanePlan.normal.change(request, by: .office, at: at)
                    )
                }
                let selector = LaneSelector(
                    destination: .country(country),
                    product: Product.allCases[round % 8],
                    channel: Channel.allCases[round / 8 % 4],
                    kind: SenderKind.allCases[round / 32 % 2],
                    data: round % 2 == 0
                )
                let state: LaneState = cap.map { .capped($0) } ?? .closed
                settings.append(LaneSetting(selector, round % 3 == 0 ? .closed : state))
            }
        }
        return .normal
    }

    private static func keys(_ count: Int) -> [LaneKey] {
        let countries = Country.all
        return (0..<count)
            .map { number in
                let country = countries[number * 31 % countries.count]
                return LaneKey(
                    country: country,
                    territory: CustomsTerritory.of(country, postcode: nil),
                    product: Product.allCases[number % 8],
                    channel: Channel.allCases[number / 3 % 4],
                    kind: SenderKind.allCases[number / 5 % 2],
                    data: number % 7 != 0
                )
            }
    }
}
