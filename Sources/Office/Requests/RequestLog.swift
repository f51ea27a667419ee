package import Mail
import Synchronization

/// The request log of an office at work: what programs asked of late, for those who wrote them.
///
/// A request costs one short lock; a service writes what has gathered once a second. A crash loses
/// that second, and losing the file loses nothing but the log.
package final class RequestLog: Sendable {
    private struct State {
        var next: Int64
        var tail: RequestTail
    }

    private let store: RequestStore
    private let keptPerKey: Int
    private let clock: OfficeClock
    private let state: Mutex<State>
    /// Rings when something was written.
    package let bell = EventBell()

    /// - Throws: ``OfficeFault`` `file_system`.
    init(path: String, keptPerKey: Int, clock: OfficeClock) throws(OfficeFault) {
        store = try RequestStore(path: path)
        self.keptPerKey = keptPerKey
        self.clock = clock
        let newest = (try? store.newest()) ?? 0
        state = Mutex(State(next: newest + 1, tail: RequestTail(keptPerKey: keptPerKey)))
    }

    /// Requests that found no room since the start.
    package var missed: UInt64 { state.withLock { $0.tail.missed } }

    package func add(_ request: LoggedRequest) {
        state.withLock { state in
            state.tail.add(request.numbered(state.next))
            state.next += 1
        }
    }

    /// Writes what has gathered; what cannot be written is lost to the log and to nobody else.
    package func flush() throws {
        let requests = state.withLock { $0.tail.take() }
        guard !requests.isEmpty else { return }
        try store.add(requests, keptPerKey: keptPerKey, at: clock.now())
        bell.ring()
    }

    /// Requests that the caller may see, newest first, before a number, at most so many.
    package func requests(
        _ filter: RequestFilter,
        before number: Int64? = nil,
        limit: Int,
        for caller: Caller
    ) throws -> [LoggedRequest] {
        try flush()
        return try store.requests(filter, RequestSight(caller), before: number, limit: limit)
    }

    /// The requests of that name that the caller may see, newest first.
    package func requests(named id: String, for caller: Caller) throws -> [LoggedRequest] {
        try flush()
        return try store.requests(id, RequestSight(caller), limit: 20)
    }

    /// The number of the newest written request that the caller may see; 0 where there is none.
    package func newest(for caller: Caller) throws -> Int64 {
        try store.newest(RequestSight(caller))
    }

    package func lastUses() throws -> [String: Moment] {
        try flush()
        return try store.lastUses()
    }

    package func counts(since: Moment, for caller: Caller) throws -> RequestCounts {
        try flush()
        return try store.counts(since: since, RequestSight(caller))
    }
}

extension LoggedRequest {
    fileprivate func numbered(_ number: Int64) -> LoggedRequest {
        LoggedRequest(
            number: number,
            at: at,
            key: key,
            customer: customer,
            method: method,
            route: route,
            status: status,
            code: code,
            findings: findings,
            took: took,
            id: id,
            isTraced: isTraced,
            repetition: repetition
        )
    }
}
