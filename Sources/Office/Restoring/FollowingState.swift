import Synchronization

/// How a served office's history comes back, as whoever follows last told.
package final class FollowingState: Sendable {
    private struct State {
        var stage: HistoryFollower.Stage?
        var fault: String?
    }

    private let state = Mutex(State())

    package init() {}

    package var stage: HistoryFollower.Stage? { state.withLock { $0.stage } }
    /// What holds it up; it is tried again.
    package var fault: String? { state.withLock { $0.fault } }

    func tell(_ stage: HistoryFollower.Stage) {
        state.withLock { state in
            state.stage = stage
            state.fault = nil
        }
    }

    package func tell(fault: String?) { state.withLock { $0.fault = fault } }
}

extension ServedOffice {
    /// Brings history back while the office works; nil where all of it is here.
    ///
    /// Those who lodge come first: a step is waited with while anybody waits for the writer.
    ///
    /// - Throws: What keeps it from going on: it may be run again at any time.
    package func follow() async throws -> ReturnedHistory.Outcome? {
        let (door, following, clock) = (door, following, clock)
        let history = try await HistoryFollower(directory, book, clock: clock)
            .prepare(
                pace: {
                    try Task.checkCancellation()
                    try await Task.sleep(for: .milliseconds(door.waiting > 0 ? 50 : 1))
                },
                progress: { following.tell($0) }
            )
        guard let history else { return nil }
        return try await door.perform { desk in
            try await desk.adopt(history, at: clock.now())
        }
    }
}
