import Foundation
import Testing

@testable import Journal

/// Fails each single system call of an append once, and looks at what is left.
///
/// Whether the writer then reports an error does not matter; the journal must be whole.
@Suite("Failing system calls", .serialized)
struct SyscallFaultTests {
    static let strace = "/usr/bin/strace"
    static let isHere: Bool = {
        guard FileManager.default.isExecutableFile(atPath: strace) else { return false }
        let output = try? ExercisedJournal.run([strace, "-o", "/dev/null", "/bin/echo", "traced"])
        return output == "traced\n"
    }()

    @Test(
        "the journal is whole and every answer is kept",
        .enabled(if: isHere, "needs strace"),
        .timeLimit(.minutes(15)),
        arguments: [
            "openat", "pwrite64", "fdatasync", "fsync", "link", "unlink", "rename", "mkdir",
            "rmdir",
            "pread64",
        ]
    )
    func failOnce(call: String) async throws {
        let traced = try ExercisedJournal()
        try await traced.create()
        let log = traced.folder + "/trace"
        _ = try ExercisedJournal.run([
            Self.strace, "-f", "-qq", "-o", log, "-e", "trace=\(call)",
            ExercisedJournal.exerciser, "append", traced.journal, "0", "3",
        ])
        let ordinals = try Self.ordinals(in: log, about: traced.folder, of: call)
        #expect(!ordinals.isEmpty || call == "rmdir")
        for ordinal in ordinals {
            let journal = try ExercisedJournal()
            try await journal.create()
            let output = try ExercisedJournal.run([
                Self.strace, "-f", "-qq", "-o", "/dev/null", "-e",
                "inject=\(call):error=EIO:when=\(ordinal)",
                ExercisedJournal.exerciser, "append", journal.journal, "0", "3",
            ])
            let before = try journal.check()
            #expect(before.isWhole, "\(call) \(ordinal): \(before.findings)")
            let after = try await journal.recover(ExercisedJournal.answers(in: output))
            #expect(after.isWhole, "\(call) \(ordinal): \(after.findings)")
            #expect(after.leftovers.isEmpty, "\(call) \(ordinal): \(after.leftovers)")
        }
    }

    /// Which calls of a thread, counted from 1, touch the journal; calls by descriptor all count.
    private static func ordinals(
        in log: String,
        about folder: String,
        of call: String
    ) throws -> [Int] {
        let names = ["openat", "link", "unlink", "rename", "mkdir", "rmdir"].contains(call)
        var counts: [Substring: Int] = [:]
        var found: Set<Int> = []
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
            guard line.contains("\(call)("), let thread = line.split(separator: " ").first else {
                continue
            }
            counts[thread, default: 0] += 1
            if !names || line.contains(folder) { found.insert(counts[thread] ?? 0) }
        }
        return found.sorted()
    }
}
