import Foundation
import Testing

/// Every command of the walk-through, run as it stands there.
@Suite("examples/api.md", .timeLimit(.minutes(30)))
struct WalkThroughTests {
    /// The commands, in order.
    private static func commands() throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "examples/api.md"), encoding: .utf8)
        var commands: [String] = []
        var open: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```bash" {
                open = []
            } else if line == "```", let lines = open {
                commands.append(lines.joined(separator: "\n"))
                open = nil
            } else {
                open?.append(line)
            }
        }
        return commands
    }

    @Test func everyCommandWorks() async throws {
        let scratch = try Scratch()
        let place = try await ServedPlace(scratch)
        let commands = try Self.commands()
        #expect(commands.count >= 10)
        var script = "set -eu -o pipefail\ncd '\(scratch.url.path)'\n"
        for (number, command) in commands.enumerated() {
            script += "echo '== \(number + 1)' >&2\n\(command)\n"
        }
        let walked = try Binary(tool: "/usr/bin/bash")
            .start(
                ["-c", script],
                environment: ["OFFICE": place.address, "KEY": try place.key("admin")]
            )
            .finish()
        #expect(walked.status == 0, "\(walked.errors)\n\(walked.output)")
        #expect(place.stop().status == 0)
    }
}
