import Foundation
import Testing

/// One of our commands, run as a person would run it.
struct Binary: Sendable {
    let path: String

    static let posthorn = Binary(named: "posthorn")
    static let rescue = Binary(named: "posthorn-rescue")

    /// A tool of the machine.
    init(tool path: String) {
        self.path = path
    }

    /// The commands lie beside the test bundle, where the build puts them.
    private init(named name: String) {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        path = tests.deletingLastPathComponent().appending(path: name).path
    }

    struct Result: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs to the end; the process's own signals count as its status.
    @discardableResult
    func run(_ arguments: String..., input: String = "") throws -> Result {
        let process = try start(arguments, input: input)
        return process.finish()
    }

    func start(
        _ arguments: [String],
        input: String = "",
        environment: [String: String] = [:]
    ) throws -> Running {
        try Running(path: path, arguments: arguments, input: input, environment: environment)
    }
}

/// A command that runs; its outputs go to files, so that no pipe can fill up.
final class Running {
    private let process = Process()
    private let folder: URL

    fileprivate init(
        path: String,
        arguments: [String],
        input: String,
        environment: [String: String]
    ) throws {
        process.environment = ProcessInfo.processInfo.environment
            .merging(environment) { $1 }
        folder = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-command-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["output", "errors"] {
            try Data().write(to: folder.appending(path: name))
        }
        try Data(input.utf8).write(to: folder.appending(path: "input"))
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "input"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "output"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
        try process.run()
    }

    /// The first line of standard output, once it is there; nothing when the command ended first.
    func firstLine() async throws -> String? {
        let output = folder.appending(path: "output")
        while true {
            let isRunning = process.isRunning
            let text = try String(contentsOf: output, encoding: .utf8)
            if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
            guard isRunning else { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// What standard error holds so far.
    func errorsSoFar() throws -> String {
        try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
    }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }

    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    func finish() -> Binary.Result {
        process.waitUntilExit()
        defer { try? FileManager.default.removeItem(at: folder) }
        func text(_ name: String) -> String {
            (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
        }
        return Binary.Result(
            status: process.terminationStatus,
            output: text("output"),
            errors: text("errors")
        )
    }
}

/// A folder of a test's own, gone when the test is.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "posthorn-test-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url.appending(path: name))
        return path(name)
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

    /// Every file below a folder, by its path from there, with its bytes.
    func files(in name: String) throws -> [String: Data] {
        let base = url.appending(path: name)
        let names = FileManager.default.enumerator(atPath: base.path)?
            .compactMap { $0 as? String }
        var files: [String: Data] = [:]
        for name in names ?? [] {
            let file = base.appending(path: name)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            files[name] = try Data(contentsOf: file)
        }
        return files
    }
}
