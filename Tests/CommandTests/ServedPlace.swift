import Foundation
import Testing

/// An office of a test's own that is served until the test is over.
final class ServedPlace {
    let scratch: Scratch
    let office: String
    /// Ends with a slash.
    let address: String
    let adminAddress: String
    let running: Running

    init(_ scratch: Scratch, settings: String = "") async throws {
        self.scratch = scratch
        office = scratch.path("office")
        if !FileManager.default.fileExists(atPath: office) {
            let made = try Binary.posthorn.run("init", office)
            try #require(made.status == 0, "\(made.errors)")
        }
        if !settings.isEmpty {
            try Data(settings.utf8).write(to: URL(filePath: office + "/office.yaml"))
        }
        running = try Binary.posthorn.start([
            "serve", "--office", office, "--port", "0", "--admin-port", "0",
        ])
        address = try #require(try await running.firstLine(), "it did not start")
        let admin = try running.errorsSoFar().split(separator: "\n")
            .first { $0.hasPrefix("admin: ") }
        adminAddress = String(try #require(admin).dropFirst("admin: ".count))
    }

    deinit {
        if running.isRunning { running.send(SIGKILL) }
    }

    func stop() -> Binary.Result {
        running.send(SIGTERM)
        return running.finish()
    }

    /// The body and the status of an answer, as curl has them.
    func curl(_ arguments: String...) throws -> (body: String, status: String) {
        let result = try Curl.run(arguments)
        return result
    }

    /// A key of that role, made on the machine itself.
    func key(_ role: String) throws -> String {
        let made = try Binary.posthorn.run(
            "access",
            "key",
            "add",
            "--office",
            office,
            "--role",
            role,
            "--mode",
            "test"
        )
        try #require(made.status == 0, "\(made.errors)")
        return made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// A foreign client.
enum Curl {
    static func run(_ arguments: [String]) throws -> (body: String, status: String) {
        let curl = Binary(tool: "/usr/bin/curl")
        let usual = [
            "--silent", "--show-error", "--max-time", "60", "--write-out", "\n%{http_code}",
        ]
        let result = try curl.start(usual + arguments).finish()
        try #require(result.status == 0, "curl ended with \(result.status): \(result.errors)")
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.dropLast().joined(separator: "\n"), String(lines.last ?? ""))
    }
}
