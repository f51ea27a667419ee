import ArgumentParser

@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "posthorn-bench",
        abstract: "Measures Posthorn beside its peers, in one run.",
        subcommands: [JobBench.self, JournalBench.self, MessagesBench.self]
    )
}
