import Dispatch
import Synchronization

/// What callers, the writer's loop and the integrator's loop hand each other.
///
/// The mutex is held for moments: nobody hashes, writes or waits under it.
final class Desk: Sendable {
    /// Where an answer goes.
    typealias Ticket = @Sendable (Result<Range<EntryIndex>, JournalRefusal>) -> Void
    typealias PublishTicket = CheckedContinuation<Result<SignedCheckpoint, JournalFault>, Never>

    enum Phase: Sendable {
        case open
        /// No more submissions; what waits is written and everything is integrated.
        case closing
        /// Like a crash: nothing more is written.
        case abandoned
        case stopped(JournalFault)
    }

    /// A stretch of a write-ahead file that is durable.
    struct WalExtent: Sendable {
        var file: WalFile
        var end: Int
        var isFinished: Bool
    }

    struct State: Sendable {
        var queue: SubmissionQueue<Ticket>
        var phase = Phase.open
        var durable: SignedCheckpoint
        var published: SignedCheckpoint
        var wal: [WalExtent] = []
        /// Who waits for which size to be published.
        var publishing: [(size: TreeSize, ticket: PublishTicket)] = []
        var writerIsWaiting = false
        var writerIsDone = false
        var integratorIsDone = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    let state: Mutex<State>
    private let writer = DispatchSemaphore(value: 0)
    private let integrator = DispatchSemaphore(value: 0)

    init(limits: JournalLimits, published: SignedCheckpoint) {
        state = Mutex(
            State(
                queue: SubmissionQueue(limits: limits),
                durable: published,
                published: published
            )
        )
    }

    /// Puts a submission in the queue, or says why not.
    func enqueue(_ submission: Submission<Ticket>) throws(JournalRefusal) {
        let wakes = try state.withLock { (state) throws(JournalRefusal) -> Bool in
            switch state.phase {
            case .open: break
            case .closing, .abandoned: throw .closed
            case .stopped(let fault): throw .stopped(fault.code)
            }
            try state.queue.add(submission)
            defer { state.writerIsWaiting = false }
            return state.writerIsWaiting
        }
        if wakes { writer.signal() }
    }

    /// What there is to do for the writer's loop.
    enum Turn {
        case write([Submission<Ticket>])
        case wait
        case end
    }

    func nextTurn() -> Turn {
        state.withLock { state in
            switch state.phase {
            case .abandoned, .stopped: return .end
            case .open, .closing: break
            }
            if !state.queue.isEmpty { return .write(state.queue.takeSegment()) }
            if case .closing = state.phase { return .end }
            state.writerIsWaiting = true
            return .wait
        }
    }

    func waitForSubmissions() {
        writer.wait()
    }

    /// Empties the queue of a writer that has ended.
    func takeAbandoned() -> [Submission<Ticket>] {
        state.withLock { state in
            var all: [Submission<Ticket>] = []
            while !state.queue.isEmpty { all += state.queue.takeSegment() }
            return all
        }
    }

    /// Changes the phase unless a fault or an end has decided it already, and wakes both loops.
    func end(_ phase: Phase) {
        state.withLock { state in
            if case .stopped = state.phase { return }
            state.phase = phase
            state.writerIsWaiting = false
        }
        writer.signal()
        integrator.signal()
    }

    func wakeIntegrator() {
        integrator.signal()
    }

    func waitForIntegration(milliseconds: Int) {
        _ = integrator.wait(timeout: .now() + .milliseconds(milliseconds))
    }
}
