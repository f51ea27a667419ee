import Synchronization

/// The one writer of a journal: appends entries, durably, and answers with their places.
///
/// Safe to call from any number of tasks. `close` it: what is dropped without is like a crash,
/// which the next `open` recovers from.
package final class JournalWriter: Sendable {
    /// What opening found.
    package let report: LoadReport
    package let verifierKey: VerifierKey
    private let limits: JournalLimits
    let desk: Desk
    private let lock: any DiskLock
    private let threads: [OwnedThread]

    /// Takes the journal that `open` has locked and loaded.
    init(
        disk: any Disk,
        lock: any DiskLock,
        signer: any NoteSigner,
        incarnation: UInt64,
        integrator: Integrator,
        report: LoadReport,
        limits: JournalLimits
    ) {
        self.report = report
        self.limits = limits
        self.lock = lock
        verifierKey = signer.verifierKey
        let desk = Desk(limits: limits, published: integrator.published)
        self.desk = desk
        let machine = AppendMachine<Desk.Ticket>(
            signer: signer,
            incarnation: incarnation,
            frontier: integrator.edge.frontier,
            durable: integrator.published
        )
        threads = [
            OwnedThread {
                var loop = AppendLoop(desk: desk, limits: limits, machine: machine, disk: disk)
                loop.run()
            },
            OwnedThread {
                var loop = IntegrationLoop(desk: desk, limits: limits, integrator: integrator)
                loop.run()
            },
        ]
    }

    deinit {
        desk.end(.abandoned)
        for thread in threads { thread.join() }
        lock.release()
    }

    /// Appends entries: all of them next to each other, in this order, or none.
    ///
    /// Returns when they are durable on this disk.
    /// - Throws: `JournalRefusal`; after `unconfirmed` a restart tells whether they are there.
    package func append(_ entries: [[UInt8]]) async throws(JournalRefusal) -> Range<EntryIndex> {
        let result = await withCheckedContinuation { (answer: Answer) in
            let ticket: Desk.Ticket = { answer.resume(returning: $0) }
            do throws(JournalRefusal) {
                try desk.enqueue(Submission(entries, ticket: ticket, limits: limits))
            } catch {
                answer.resume(returning: .failure(error))
            }
        }
        return try result.get()
    }

    /// The signed checkpoint of everything that is durable here.
    package func checkpoint() -> SignedCheckpoint {
        desk.state.withLock(\.durable)
    }

    /// The checkpoint that readers of the journal's folder see; at most a second behind.
    package func published() -> SignedCheckpoint {
        desk.state.withLock(\.published)
    }

    /// What stopped the writer; nothing while it works.
    package func fault() -> JournalFault? {
        if case .stopped(let fault) = desk.state.withLock(\.phase) { fault } else { nil }
    }

    /// Puts good copies in the place of damaged files, and writes the right edge of the tree, the
    /// checkpoint and the key anew where they are not what they were.
    ///
    /// - Precondition: ``TileProof`` accepted each.
    package func mend(_ files: [NewFile]) async throws(JournalFault) {
        let fault = await withCheckedContinuation {
            (ticket: CheckedContinuation<JournalFault?, Never>) in
            let isDone = desk.state.withLock { state in
                if !state.integratorIsDone {
                    state.mending.append(Desk.Mending(files: files, ticket: ticket))
                }
                return state.integratorIsDone
            }
            if isDone { ticket.resume(returning: JournalWriter.closed) }
            desk.wakeIntegrator()
        }
        if let fault { throw fault }
    }

    /// Waits until all that was durable at the call is in tiles and in the public checkpoint.
    @discardableResult
    package func publish() async throws(JournalFault) -> SignedCheckpoint {
        let result = await withCheckedContinuation { (ticket: Desk.PublishTicket) in
            let refusal = desk.state.withLock { state -> JournalFault? in
                if case .stopped(let fault) = state.phase { return fault }
                if state.integratorIsDone { return JournalWriter.closed }
                state.publishing.append((state.durable.checkpoint.size, ticket))
                return nil
            }
            if let refusal { ticket.resume(returning: .failure(refusal)) }
            desk.wakeIntegrator()
        }
        return try result.get()
    }

    /// Puts witnesses' cosignatures into the public checkpoint, if it still states that tree.
    ///
    /// The loop that replaces the checkpoint does it, soon; a newer one is never set back.
    package func attach(_ cosigned: SignedNote) {
        desk.state.withLock { $0.cosigned = cosigned }
        desk.wakeIntegrator()
    }

    /// Writes and integrates all that was submitted, publishes the checkpoint, unlocks.
    ///
    /// Leaves no write-ahead file. A second call is fine.
    /// - Throws: the fault that stopped the writer; then the next `open` recovers.
    package func close() async throws(JournalFault) {
        desk.end(.closing)
        await withCheckedContinuation { (ticket: CheckedContinuation<Void, Never>) in
            let isDone = desk.state.withLock { state in
                if !state.integratorIsDone { state.closing.append(ticket) }
                return state.integratorIsDone
            }
            if isDone { ticket.resume() }
        }
        lock.release()
        if case .stopped(let fault) = desk.state.withLock(\.phase) { throw fault }
    }

    private typealias Answer =
        CheckedContinuation<Result<Range<EntryIndex>, JournalRefusal>, Never>

    private static let closed = JournalFault(
        .stopped,
        path: "",
        "the journal is closed",
        hint: "open the journal again"
    )
}
