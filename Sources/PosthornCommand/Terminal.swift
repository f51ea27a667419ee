import Glibc

/// The voice of the command line: results on standard output, all else on standard error.
///
/// Errors are lower case, end without a full stop, and are followed by a hint where there is one.
enum Terminal {
    static func say(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    static func note(_ text: String) {
        write(text + "\n", to: STDERR_FILENO)
    }

    static func report(_ failure: CommandFailure) {
        note("posthorn: " + failure.message)
        if let hint = failure.hint { note("hint: " + hint) }
    }

    static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            // A reader that went away (`| head`) is no failure of ours.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    static var isErrorATerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static var isInputATerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

/// A progress bar on standard error, or a line at every tenth where that is not a terminal.
struct ProgressBar {
    private let label: String
    private let total: Int
    private let isTerminal = Terminal.isErrorATerminal
    private var shown = -1

    init(_ label: String, total: Int) {
        self.label = label
        self.total = max(1, total)
    }

    /// `done` of `total`, in whatever unit both are; `note` is what a person counts.
    mutating func show(_ done: Int, note: String) {
        let percent = min(100, done * 100 / total)
        guard isTerminal ? percent != shown : percent / 10 != shown / 10 else { return }
        shown = percent
        guard isTerminal else {
            Terminal.note("\(label) \(percent) % \(note)")
            return
        }
        let filled = String(repeating: "█", count: percent * 30 / 100)
        let empty = String(repeating: "░", count: 30 - percent * 30 / 100)
        Terminal.write(
            "\r\u{1B}[K\(label) \(filled)\(empty) \(percent) % \(note)",
            to: STDERR_FILENO
        )
    }

    func finish() {
        if isTerminal { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
