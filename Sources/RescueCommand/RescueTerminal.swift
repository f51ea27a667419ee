import ArgumentParser
import Glibc

/// The voice of the rescue command: results on standard output, all else on standard error.
enum RescueTerminal {
    static func say(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Ends the command: what is wrong, what to do, and the status that scripts read.
    static func fail(_ message: String, hint: String?, status: Int32) throws -> Never {
        let text = hint.map { "\(message)\nhint: \($0)" } ?? message
        write("posthorn-rescue: \(text)\n", to: STDERR_FILENO)
        throw ExitCode(status)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            // A reader that went away (`| head`) is no failure of ours.
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}
