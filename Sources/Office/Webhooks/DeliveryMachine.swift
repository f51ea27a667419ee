/// When a message is sent again: a function of how often it was tried and what came back.
///
/// The schedule is that of Standard Webhooks 1.0: ten attempts within some 76 hours.
enum DeliveryMachine {
    /// What came of one attempt.
    enum Outcome: Hashable, Sendable {
        /// The receiver answered; 2xx alone is success, and no redirect is followed.
        case answered(status: Int)
        /// Nothing came back; a frozen code says why.
        case failed(DeliveryFailure)
    }

    enum Action: Hashable, Sendable {
        case done
        /// Milliseconds until the next attempt.
        case retry(after: Int64)
        /// Every attempt was made.
        case giveUp
        /// The receiver said that it is gone for good: 410.
        case disable
    }

    /// Milliseconds before each attempt, counted from the one before.
    static let schedule: [Int64] =
        [0, 5, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 14 * 3600, 20 * 3600, 24 * 3600]
        .map { $0 * 1000 }

    /// What to do after the attempt of that number, 1 for the first.
    ///
    /// `chance` of 0 to 255 spreads retries over a fifth of the delay, so that a receiver that comes
    /// back is not met by all of them at once.
    static func next(after attempt: Int, _ outcome: Outcome, chance: UInt8) -> Action {
        precondition(attempt >= 1, "attempts are counted from 1, not \(attempt)")
        switch outcome {
        case .answered(200..<300): return .done
        case .answered(410): return .disable
        // An address that may not be sent to does not become one by waiting an hour, but a name may
        // come to resolve elsewhere: all failures are tried again.
        case .answered, .failed:
            guard attempt < schedule.count else { return .giveUp }
            let delay = schedule[attempt]
            return .retry(after: delay + delay / 5 * Int64(chance) / 255)
        }
    }
}

/// Why nothing came back; frozen codes, as the log shows them.
package enum DeliveryFailure: String, Hashable, Sendable, CaseIterable {
    case addressMalformed = "address_malformed"
    case nameUnresolved = "name_unresolved"
    /// The name resolves to where only this network's own machines are.
    case addressForbidden = "address_forbidden"
    case timedOut = "timed_out"
    case connectionFailed = "connection_failed"
}
