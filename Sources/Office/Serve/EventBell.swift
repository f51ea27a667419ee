import Synchronization

/// Tells everybody who listens that something was recorded; what it was, the ledger says.
package final class EventBell: Sendable {
    private struct State {
        var next = 0
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Everybody who listens is woken once, however often it rings before they look.
    func ring() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// A stream that yields after each ring, until whoever reads it stops.
    package func listen() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream<Void>
            .makeStream(
                bufferingPolicy: .bufferingNewest(1)
            )
        let number = state.withLock { state in
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return stream
    }

    /// Ends every stream.
    package func silence() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.finish() }
    }
}
