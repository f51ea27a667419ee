/// Why entries were not appended; expected, in precedence order, the first that applies.
package enum JournalRefusal: Error, Hashable, Sendable {
    /// The writer met a fault and stopped; a restart recovers from disk.
    case stopped(JournalFault.Code)
    /// The writer is closing.
    case closed
    /// There is nothing to append.
    case empty
    /// One entry is larger than the format allows.
    case entryTooLarge(bytes: Int)
    /// The entries together do not fit one segment.
    case submissionTooLarge(bytes: Int)
    /// Too much waits already. Try again: nothing was taken.
    case queueFull
    /// The writer stopped while these entries were on their way. After the restart they are
    /// wholly there or wholly absent: look before lodging again.
    case unconfirmed

    package var code: String {
        switch self {
        case .stopped: "journal_stopped"
        case .closed: "journal_closed"
        case .empty: "journal_entry_missing"
        case .entryTooLarge: "journal_entry_too_large"
        case .submissionTooLarge: "journal_submission_too_large"
        case .queueFull: "journal_queue_full"
        case .unconfirmed: "journal_unconfirmed"
        }
    }

    /// True when the same call may succeed later with this writer.
    package var isRetryable: Bool { self == .queueFull }
}

extension JournalRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .stopped(let code): "the journal has stopped: \(code.rawValue)"
        case .closed: "the journal is closing"
        case .empty: "no entries to append"
        case .entryTooLarge(let bytes): "an entry has \(bytes) bytes, the most is 65535"
        case .submissionTooLarge(let bytes): "\(bytes) bytes do not fit one segment"
        case .queueFull: "too much waits to be written, try again"
        case .unconfirmed: "the journal stopped before it could confirm; look after the restart"
        }
    }
}
