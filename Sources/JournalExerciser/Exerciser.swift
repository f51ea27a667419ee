import Glibc
import Journal
import JournalSimulation

/// A writer to be killed, starved and lied to: what the fault tests run in a process of its own.
///
/// `append DIR FIRST COUNT` appends one entry after the other and closes; `load DIR TASKS` appends
/// from many tasks until it is killed. Each answer is a line on standard output:
/// `at <index> <number>`, or `refused <code>`.
@main
struct Exerciser {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let first = Int(arguments[3]) else {
            say("usage: journal-exerciser append DIR FIRST COUNT | load DIR TASKS")
            exit(64)
        }
        do {
            let key = try ExerciserEntry.key()
            let writer = try JournalWriter.open(
                in: arguments[2],
                signingKey: key,
                incarnation: UInt64(getpid())
            )
            if arguments[1] == "load" { return await load(writer, tasks: first) }
            for number in first..<first + (Int(arguments.last ?? "") ?? 0) {
                await append(number, to: writer)
            }
            try await writer.close()
        } catch {
            say("fault \(error)")
            exit(1)
        }
    }

    private static func load(_ writer: JournalWriter, tasks: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    for round in 0... {
                        await append(round * tasks + task, to: writer)
                    }
                }
            }
        }
    }

    private static func append(_ number: Int, to writer: JournalWriter) async {
        do throws(JournalRefusal) {
            let range = try await writer.append(ExerciserEntry.entries(number))
            say("at \(range.lowerBound) \(number)")
        } catch {
            say("refused \(error.code)")
        }
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
