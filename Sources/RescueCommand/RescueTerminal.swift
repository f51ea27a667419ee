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

    static func note(_ text: String) {
        write("posthorn-rescue: \(text)\n", to: STDERR_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    /// False when nobody reads any more (`| head`), which is no failure of ours.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            guard count > 0 || errno == EINTR else { return false }
            rest = rest.dropFirst(max(count, 0))
        }
        return true
    }
}
