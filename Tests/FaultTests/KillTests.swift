import Foundation
import Glibc
import JournalSimulation
import Testing

@testable import Journal

@Suite("Killed under load")
struct KillTests {
    @Test("kill -9, again and again: every answer is kept", .timeLimit(.minutes(15)))
    func everyAnswerIsKept() async throws {
        let journal = try ExercisedJournal()
        try await journal.create()
        var answers: [Int: Int] = [:]
        for round in 1...12 {
            let output = try Self.runAndKill(journal, afterLines: round * 137)
            answers.merge(ExercisedJournal.answers(in: output)) { $1 }
            let report = try await journal.recover(answers)
            #expect(report.isWhole, "round \(round): \(report.findings)")
        }
        #expect(answers.count > 5_000)
    }

    private static func runAndKill(
        _ journal: ExercisedJournal,
        afterLines lines: Int
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: ExercisedJournal.exerciser)
        process.arguments = ["load", journal.journal, "64"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        var output: [UInt8] = []
        var count = 0
        while count < lines {
            let more = pipe.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            output += more
            count += more.count { $0 == 0x0A }
        }
        kill(process.processIdentifier, SIGKILL)
        output += pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // What was printed in part is no answer.
        return String(decoding: output[...(output.lastIndex(of: 0x0A) ?? 0)], as: UTF8.self)
    }
}
