import Foundation
import Synchronization

/// A program, run as people run it.
struct Tool: Sendable {
    let path: String

    struct Finished: Sendable {
        let status: Int32
        let output: String
        let errors: String

        var text: String { output + errors }
        /// The last words, for a report.
        var brief: String {
            let lines = (errors + output).split(separator: "\n")
            let line =
                lines.first { $0.contains("LAGS") || $0.contains("warning: ") }
                ?? lines.first { !$0.contains("hint: ") } ?? ""
            return "\(status): \(line.prefix(160))"
        }
    }

    /// Runs to the end.
    ///
    /// - Throws: ``Siege/Stuck`` when it takes longer than it may.
    @discardableResult
    func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        seconds: Int = 180
    ) async throws -> Finished {
        try await start(arguments, environment: environment).finish(seconds: seconds)
    }

    func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
        try Running(path, arguments, environment)
    }
}

/// A program that runs; what it writes goes to files, so that no pipe can fill up.
final class Running: Sendable {
    private let process = Process()
    private let folder: URL
    private let name: String

    init(_ path: String, _ arguments: [String], _ environment: [String: String]) throws {
        name = path.split(separator: "/").last.map(String.init) ?? path
        folder = URL(filePath: try Self.makeFolder())
        for file in ["output", "errors"] {
            try Data().write(to: folder.appending(path: file))
        }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
        // Threads of the concurrency pool block most signals, and a child inherits that.
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
        try process.run()
    }

    private static func makeFolder() throws -> String {
        var name = Array((NSTemporaryDirectory() + "/posthorn-siege-run-XXXXXX").utf8CString)
        guard let made = unsafe mkdtemp(&name) else {
            throw Ground.Fault(description: "no folder for a program's output: error \(errno)")
        }
        return unsafe String(cString: made)
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }
    var output: String { text("output") }
    var errors: String { text("errors") }

    private func text(_ name: String) -> String {
        (try? Data(contentsOf: folder.appending(path: name)))
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits for the end.
    func finish(seconds: Int) async throws -> Tool.Finished {
        let end = ContinuousClock.now + .seconds(seconds)
        while process.isRunning {
            guard ContinuousClock.now < end else {
                send(SIGKILL)
                throw Siege.Stuck("\(name) did not end in \(seconds) s: \(errors.suffix(300))")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        return Tool.Finished(status: process.terminationStatus, output: output, errors: errors)
    }
}
