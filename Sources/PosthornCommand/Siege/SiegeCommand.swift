import ArgumentParser
import Foundation
import Siege

struct SiegeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "siege",
        abstract: "Attacks offices of its own making, and says what was lost and what held.",
        discussion: """
            EXAMPLES
              posthorn siege
              posthorn siege A16 A30
              posthorn siege --list
              posthorn siege A3 --seed 7 --keep evidence --json

            Each attack has an office of its own under load, in a private namespace: no file, mount,
            network or process of this machine is touched. At the end a table:

              attack  what happens                               promise    acked  lost  …  verdict
              A16     a vault's own operator deletes the vault   vaulted(1)    80     0  …  held

            acked: items that clients were told are recorded; lost: those of them that are not there
            afterwards; false: items that nobody lodged; detected: how long until Posthorn said so
            itself; next document: how long from there (or from the restore) to the next one printed.

            --disarm takes away the defence that an attack is about; its verdict must turn red.

            Exit status: 0 all held, 7 any broke, 1 none broke and some could not take place here.
            """
    )

    @Argument(help: "Attacks by name, as --list prints them; all without.")
    var scenarios: [String] = []

    @Flag(help: "List the attacks and run none.")
    var list = false

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Small loads: seconds for each attack.")
    var small = false

    @Flag(help: "Take each attack's defence away first, to see that its verdict can turn red.")
    var disarm = false

    @Option(help: "Decides what attackers choose; the same seed, the same choice.")
    var seed: UInt64 = 1

    @Option(help: "Keep everything in this folder, which must be new or empty.")
    var keep: String?

    @Option(help: "The program `weed` of SeaweedFS, as the store with Object Lock.")
    var weed: String?

    /// Set for the process that runs in the namespace.
    @Option(help: .private)
    var inside: String?

    func run() async throws {
        let names = try chosen()
        if list { return show(names) }
        if let inside { return try await besiege(names, in: inside) }
        if let flaw = await PrivateNamespace.flaw() { return try skip(names, flaw) }
        let folder = try folder()
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let status = try await PrivateNamespace.run(
            [program, "siege", "--inside", folder] + CommandLine.arguments.dropFirst(2)
        )
        if keep == nil { try? FileManager.default.removeItem(atPath: folder) }
        guard status == 0 else { throw ExitCode(status) }
    }

    private func chosen() throws -> [ScenarioName] {
        guard !scenarios.isEmpty else { return ScenarioName.allCases }
        return try scenarios.map { text in
            guard let name = ScenarioName(rawValue: text.uppercased()) else {
                throw CommandFailure(
                    .usage,
                    "no attack is named '\(text)'",
                    hint: "`posthorn siege --list` prints them"
                )
            }
            return name
        }
    }

    private func show(_ names: [ScenarioName]) {
        for scenario in names.map(ScenarioTable.scenario) {
            let name = scenario.name.rawValue
            let space = String(repeating: " ", count: max(1, 5 - name.count))
            Terminal.say("\(name)\(space)\(scenario.title)")
            Terminal.say("     --disarm takes away \(scenario.defence)")
        }
    }

    private func besiege(_ names: [ScenarioName], in folder: String) async throws {
        var plan = Siege.Plan(scenarios: names, folder: folder)
        plan.size = small ? .small : .full
        plan.seed = seed
        plan.isDisarmed = disarm
        plan.keeps = keep != nil
        let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let report = try await Siege(plan, kit: Kit(posthorn: program, weed: weed))
            .run { line in
                Terminal.note(
                    "\(line.name.rawValue) \(line.verdict.rawValue), \(Int(line.seconds)) s"
                )
            }
        try end(report)
    }

    private func skip(_ names: [ScenarioName], _ why: String) throws {
        let lines = names.map { name in
            var line = SiegeLine(ScenarioTable.scenario(name))
            line.skipped = why
            return line
        }
        try end(SiegeReport(lines: lines, seed: seed, isDisarmed: disarm))
    }

    private func end(_ report: SiegeReport) throws {
        Terminal.say(json ? report.json : report.text)
        if report.count(.broken) > 0 { throw ExitStatus.verificationFailed.code }
        if report.count(.skipped) > 0 { throw ExitStatus.failed.code }
    }

    /// The folder in which everything takes place.
    private func folder() throws -> String {
        guard let keep else {
            var name = Array((NSTemporaryDirectory() + "/posthorn-siege-XXXXXX").utf8CString)
            guard let made = unsafe mkdtemp(&name) else {
                throw CommandFailure(.failed, "no folder can be made in \(NSTemporaryDirectory())")
            }
            return unsafe String(cString: made)
        }
        let found = (try? FileManager.default.contentsOfDirectory(atPath: keep)) ?? []
        guard found.isEmpty else {
            throw CommandFailure(
                .usage,
                "\(keep): expected a new or empty folder, found \(found.count) files",
                hint: "name another with --keep"
            )
        }
        return keep
    }
}
