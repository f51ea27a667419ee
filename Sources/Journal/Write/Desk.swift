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

    /// Good copies for damaged files, and who waits until they stand there.
    struct Mending: Sendable {
        var files: [NewFile]
        var ticket: CheckedContinuation<JournalFault?, Never>
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
        /// What witnesses have added to a checkpoint, until it is written or overtaken.
        var cosigned: SignedNote?
        var mending: [Mending] = []
        var wal: [WalExtent] = []
        /// Who waits for which size to be published.
        var publishing: [(size: TreeSize, ticket: PublishTicket)] = []
        var writerIsWaiting = false
        /// How many submissions wake a writer that waits.
        var writerWants = 1
        /// How many callers were there when the last segment landed: answered or in the queue.
        var callers = 0
        var writerIsDone = false
        var integratorIsDone = false
        var closing: [CheckedContinuation<Void, Never>] = []
        /// Those who carry durable segments elsewhere and have carried all there is.
        var followers: [CheckedContinuation<Void, Never>] = []
    }

    let state: Mutex<State>
    private let backlogBytes: Int
    private let writer = DispatchSemaphore(value: 0)
    private let integrator = DispatchSemaphore(value: 0)

    init(limits: JournalLimits, published: SignedCheckpoint) {
        backlogBytes = limits.backlogBytes
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
            let wakes = state.writerIsWaiting && state.queue.count >= state.writerWants
            if wakes { state.writerIsWaiting = false }
            return wakes
        }
        if wakes { writer.signal() }
    }

    /// What there is to do for the writer's loop.
    enum Turn {
        case write([Submission<Ticket>])
        case wait
        /// Callers who were just answered are about to come back: worth a moment.
        case gather
        case end
    }

    /// Below so many callers nobody is waited for.
    private static let fewCallers = 16

    func nextTurn(mayGather: Bool = false) -> Turn {
        state.withLock { state in
            switch state.phase {
            case .abandoned, .stopped: return .end
            case .open, .closing: break
            }
            // The disk takes segments faster than tiles for a while, not for ever.
            let backlog = state.wal.reduce(0) { $0 + $1.end }
            if backlog > backlogBytes, state.durable != state.published {
                state.writerIsWaiting = true
                state.writerWants = 1
                return .wait
            }
            let isOpen = if case .open = state.phase { true } else { false }
            if !state.queue.isEmpty {
                // One segment for all costs a signature and an fdatasync less than two for half.
                let wanted = state.callers * 3 / 4
                guard mayGather, isOpen, state.callers >= Desk.fewCallers,
                    state.queue.count < wanted
                else { return .write(state.queue.takeSegment()) }
                state.writerIsWaiting = true
                state.writerWants = wanted
                return .gather
            }
            guard isOpen else { return .end }
            state.writerIsWaiting = true
            state.writerWants = 1
            return .wait
        }
    }

    func waitForSubmissions() {
        writer.wait()
    }

    func waitForCallers(microseconds: Int) {
        _ = writer.wait(timeout: .now() + .microseconds(microseconds))
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
        wakeFollowers()
    }

    /// Goes on after a wait for the integrator.
    func wakeWriter() {
        let wakes = state.withLock { state in
            defer { state.writerIsWaiting = false }
            return state.writerIsWaiting
        }
        if wakes { writer.signal() }
    }

    func wakeIntegrator() {
        integrator.signal()
    }

    func waitForIntegration(milliseconds: Int) {
        _ = integrator.wait(timeout: .now() + .milliseconds(milliseconds))
    }
}
