import ArgumentParser
import Foundation
import Mail
import Siege

struct RehearseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Rehearses a bad day in an office of its own, and checks every number.",
        discussion: """
            EXAMPLES
              posthorn rehearse lanes --out out

            lanes: the closures, letters first, limited volumes and releases of January and February
            2023, hour by hour, with two hypothetical strike days. It writes lanes.html and
            lanes.json; each figure that the office told is counted again from its journal.

            Exit status: 0 every number is right, 7 one is not.
            """
    )

    enum Rehearsal: String, ExpressibleByArgument, CaseIterable {
        case lanes
    }

    @Argument(help: "What to rehearse: lanes.")
    var name: Rehearsal

    @Option(help: "The folder for the report.")
    var out: String

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-rehearsal-\(ProcessInfo.processInfo.processIdentifier)"
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = try await LanesDrill.run(in: folder.path)
        let place = URL(filePath: out)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(report.html.utf8).write(to: place.appending(path: name.rawValue + ".html"))
        try Data(JSONText.bytes(report.json))
            .write(to: place.appending(path: name.rawValue + ".json"))
        Terminal.say(
            "\(report.events.count) events, \(report.days.count) days,"
                + " \(report.checks.count) checks: \(out)/\(name.rawValue).html"
        )
        guard report.mismatches.isEmpty else {
            let wrong = report.mismatches.prefix(5)
                .map { "\($0.name): expected \($0.expected), found \($0.found)" }
            throw CommandFailure(
                .verificationFailed,
                "\(report.mismatches.count) numbers are wrong: " + wrong.joined(separator: "; "),
                hint: "\(out)/\(name.rawValue).html lists all of them"
            )
        }
    }
}
