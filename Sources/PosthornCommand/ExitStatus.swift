import ArgumentParser

/// How a command ended (design.md §8).
///
/// Scripts read these numbers; they never change.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    case stoppedMidway = 2
    case someRefused = 3
    case notFound = 4
    case refusedByPolicy = 5
    case needsConfirmation = 6
    case verificationFailed = 7
    case usage = 64
    case serviceDown = 69
    case tryAgain = 75

    var code: ExitCode { ExitCode(rawValue) }
}

/// Why a command could not do its work, in the voice of the command line.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String
    let hint: String?

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }
}
