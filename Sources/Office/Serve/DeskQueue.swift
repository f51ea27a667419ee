import Rules
import Synchronization

/// What waits for the desk: bounded, first come first served.
final class DeskQueue: Sendable {
    /// Something the desk is asked to do, with how its asker is answered.
    enum Turn: Sendable {
        case lodge([CheckStep.Result], LodgeAnswer)
        case act(@Sendable (inout OfficeDesk) async -> Void, refuse: @Sendable (any Error) -> Void)
    }

    typealias LodgeAnswer = @Sendable (Result<[LodgeOutcome], any Error>) -> Void

    private struct State {
        var waiting: [Turn] = []
        var isClosed = false
        /// Why nothing is taken for the time being.
        var held: DeskRefusal?
        var wake: CheckedContinuation<Void, Never>?
    }

    /// How many turns may wait: some tens of milliseconds of work.
    let limit: Int
    private let state = Mutex(State())

    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { state.withLock { $0.waiting.count } }

    /// - Throws: `closing`, `busy` or why it is held; then the turn was not taken.
    func add(_ turn: Turn) throws(DeskRefusal) {
        let (refusal, wake) = state.withLock {
            state -> (DeskRefusal?, CheckedContinuation<Void, Never>?) in
            if state.isClosed { return (.closing, nil) }
            if let held = state.held { return (held, nil) }
            if state.waiting.count >= limit { return (.busy, nil) }
            state.waiting.append(turn)
            defer { state.wake = nil }
            return (nil, state.wake)
        }
        wake?.resume()
        if let refusal { throw refusal }
    }

    /// All that waits, when something does; nothing when the queue is closed and empty.
    func next() async -> [Turn] {
        while true {
            let (turns, isClosed) = state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isClosed)
            }
            if !turns.isEmpty || isClosed { return turns }
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if !state.waiting.isEmpty || state.isClosed { return true }
                    state.wake = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        }
    }

    /// Takes nothing until it is called with nothing; what waits is still done.
    func hold(_ refusal: DeskRefusal?) {
        state.withLock { $0.held = refusal }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        let wake = state.withLock { state in
            state.isClosed = true
            defer { state.wake = nil }
            return state.wake
        }
        wake?.resume()
    }
}
