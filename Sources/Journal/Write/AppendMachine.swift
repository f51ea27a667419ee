/// Decides what is written and what is answered; does neither.
///
/// State and submissions give actions. One loop owns it and performs them in order:
///
/// ```
///            submissions                 landed
///   ready ───────────────▶ writing ───────────────▶ ready
///                             │ failed
///                             ▼
///                          stopped     for good: only a restart, which reads the disk, goes on
/// ```
///
/// Invariants: every tree it signs is the last signed one with entries added; it signs none while
/// a segment is on its way, and none after a failure. So it never signs a tree that is smaller
/// than, or inconsistent with, one it signed before.
package struct AppendMachine<Ticket: Sendable>: Sendable {
    package enum Action: Sendable {
        /// Write these bytes behind the last segment and make them durable.
        case write(Segment)
        /// Tell a caller where its entries are, or why they are not.
        case answer(Ticket, Result<Range<EntryIndex>, JournalRefusal>)
    }

    private struct Flight: Sendable {
        var batch: [Submission<Ticket>]
        var first: EntryIndex
        var signed: SignedCheckpoint
    }

    private enum State: Sendable {
        case ready
        case writing(Flight)
        case stopped(JournalFault)
    }

    private let signer: any NoteSigner
    private let incarnation: UInt64
    private var frontier: Frontier
    private var state = State.ready
    /// The checkpoint of everything that is durable.
    package private(set) var durable: SignedCheckpoint

    /// Continues the tree that loading found.
    ///
    /// - Precondition: `durable` states the tree whose edge `frontier` is.
    package init(
        signer: some NoteSigner,
        incarnation: UInt64,
        frontier: Frontier,
        durable: SignedCheckpoint
    ) {
        precondition(
            frontier.size == durable.checkpoint.size && frontier.root == durable.checkpoint.root,
            "the machine continues the tree that was signed last"
        )
        self.signer = signer
        self.incarnation = incarnation
        self.frontier = frontier
        self.durable = durable
    }

    /// Makes one segment of what waits.
    ///
    /// - Precondition: no segment is on its way.
    package mutating func submit(_ batch: [Submission<Ticket>]) throws -> [Action] {
        guard !batch.isEmpty else { return [] }
        switch state {
        case .writing: preconditionFailure("one segment at a time")
        case .stopped(let fault):
            return batch.map { .answer($0.ticket, .failure(.stopped(fault.code))) }
        case .ready: break
        }
        let first = frontier.size.next
        var framed: [UInt8] = []
        framed.reserveCapacity(batch.reduce(0) { $0 + $1.bytes })
        var count = 0
        for submission in batch {
            for entry in submission.entries { Segment.frame(entry, into: &framed) }
            for leaf in submission.leaves { frontier.append(leaf) }
            count += submission.entries.count
        }
        let checkpoint = Checkpoint(
            origin: durable.checkpoint.origin,
            size: frontier.size,
            root: frontier.root
        )
        let signed = try SignedCheckpoint(checkpoint, signer: signer)
        state = .writing(Flight(batch: batch, first: first, signed: signed))
        return [
            .write(
                Segment(
                    first: first,
                    count: count,
                    incarnation: incarnation,
                    framed: framed,
                    note: signed.note.bytes
                )
            )
        ]
    }

    /// The segment is durable: everyone in it is answered.
    package mutating func landed() -> [Action] {
        guard case .writing(let flight) = state else {
            preconditionFailure("no segment is on its way")
        }
        state = .ready
        durable = flight.signed
        var next = flight.first
        return flight.batch.map { submission in
            let range = next..<next.advanced(by: submission.entries.count)
            next = range.upperBound
            return .answer(submission.ticket, .success(range))
        }
    }

    /// Nothing is known of the segment on its way, and nothing more is written.
    package mutating func failed(_ fault: JournalFault) -> [Action] {
        defer { state = .stopped(fault) }
        guard case .writing(let flight) = state else { return [] }
        return flight.batch.map { .answer($0.ticket, .failure(.unconfirmed)) }
    }
}
