import Foundation
import JournalSimulation
import Testing

@testable import Journal

/// A journal in a folder of its own, and the exerciser that writes it.
final class ExercisedJournal: Sendable {
    let folder: String
    let journal: String

    static let exerciser: String = {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "journal-exerciser").path
    }()

    init(in parent: String = NSTemporaryDirectory()) throws {
        var name = Array((parent + "/posthorn-fault-XXXXXX").utf8CString)
        folder = try #require(unsafe mkdtemp(&name).map { unsafe String(cString: $0) })
        journal = folder + "/journal"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    func create() async throws {
        let writer = try JournalWriter.create(
            in: journal,
            signingKey: ExerciserEntry.key(),
            incarnation: 1
        )
        try await writer.close()
    }

    func open() throws -> JournalWriter {
        try JournalWriter.open(in: journal, signingKey: ExerciserEntry.key(), incarnation: 9)
    }

    func check() throws -> CheckReport {
        try JournalCheck.run(directory: journal, trust: .key(ExerciserEntry.key().verifierKey))
    }

    /// Opens and closes the journal; then it has to be whole, and every answer kept.
    func recover(_ answers: [Int: Int]) async throws -> CheckReport {
        try await open().close()
        let reader = try JournalReader(directory: journal)
        var cursor = try reader.cursor(from: EntryIndex(0))
        var kept = 0
        while let first = try cursor.next(), let second = try cursor.next() {
            guard let number = answers[Int(first.index.value)] else { continue }
            kept += 1
            if [first.bytes, second.bytes] != ExerciserEntry.entries(number) {
                Issue.record("entry \(first.index) is not what was acknowledged")
            }
        }
        #expect(kept == answers.count, "acknowledged entries are lost")
        #expect(reader.size.count % 2 == 0, "half a submission is there")
        return try check()
    }

    /// Runs a command to its end and gives its output.
    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// The answers in the exerciser's output: first index by number, turned around.
    static func answers(in output: String) -> [Int: Int] {
        var answers: [Int: Int] = [:]
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, words[0] == "at", let index = Int(words[1]),
                let number = Int(words[2])
            else { continue }
            answers[index] = number
        }
        return answers
    }
}
