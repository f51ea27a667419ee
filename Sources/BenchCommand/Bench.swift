import ArgumentParser

@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn-bench",
        abstract: "Measures Posthorn beside its peers, in one run.",
        subcommands: [
            AllBenches.self, JobBench.self, JournalBench.self, DocumentsBench.self,
            MessagesBench.self, LanesBench.self, HTTPBench.self, RestoreBench.self, VaultBench.self,
            SoakBench.self,
        ]
    )
}

/// Every bench but the hour of load, one after the other: what `make bench` prints.
struct AllBenches: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all",
        abstract: "Every table, one after the other."
    )

    func run() async throws {
        let others = Bench.configuration.subcommands.filter {
            $0 != AllBenches.self && $0 != SoakBench.self
        }
        for bench in others {
            var command = try bench.parseAsRoot([])
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        }
    }
}
