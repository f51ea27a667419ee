import Synchronization

/// Follows the writer: reads durable segments back from the write-ahead files and integrates them.
struct IntegrationLoop {
    let desk: Desk
    let limits: JournalLimits
    private var integrator: Integrator
    private var reader: SegmentReader?

    init(desk: Desk, limits: JournalLimits, integrator: Integrator) {
        self.desk = desk
        self.limits = limits
        self.integrator = integrator
    }

    /// Runs until the writer is done and, unless it was abandoned or stopped, all is integrated.
    mutating func run() {
        do throws(JournalFault) {
            while try step() {}
        } catch {
            desk.end(.stopped(error))
        }
        finish()
    }

    private func finish() {
        answer()
        let closing = desk.state.withLock { state in
            defer { state.closing = [] }
            state.integratorIsDone = true
            return state.closing
        }
        for ticket in closing { ticket.resume() }
    }

    /// False when there is nothing more to come.
    private mutating func step() throws(JournalFault) -> Bool {
        let (durable, phase, soon, writerIsDone) = desk.state.withLock { state in
            (
                state.durable.checkpoint.size, state.phase,
                state.publishSoon || state.wal.contains(where: \.isFinished), state.writerIsDone
            )
        }
        switch phase {
        case .abandoned, .stopped: return false
        case .open, .closing: break
        }
        if durable > integrator.published.checkpoint.size {
            try integrateRound(upTo: durable)
            try trim()
            answer()
        } else if writerIsDone {
            try removeWal()
            return false
        } else {
            answer()
        }
        let behind = desk.state.withLock { $0.durable.checkpoint.size } > integrator.edge.size
        if !soon, !writerIsDone || !behind {
            desk.waitForIntegration(milliseconds: limits.publishMilliseconds)
        }
        return true
    }

    private mutating func integrateRound(upTo durable: TreeSize) throws(JournalFault) {
        var round: [Segment] = []
        var bytes = 0
        var entries = 0
        var size = integrator.edge.size
        while size < durable, bytes < limits.roundBytes, entries < limits.roundEntries {
            let segment = try nextSegment()
            guard segment.first == size.next else {
                throw JournalFault.damaged(
                    WalFile.folder,
                    "expected a segment for entry \(size), found \(segment.first)"
                )
            }
            size = segment.size
            bytes += segment.framed.count
            entries += segment.count
            round.append(segment)
        }
        try integrator.integrate(round)
        let published = integrator.published
        desk.state.withLock { $0.published = published }
    }

    private mutating func nextSegment() throws(JournalFault) -> Segment {
        while true {
            guard let extent = desk.state.withLock({ $0.wal.first }) else {
                throw JournalFault.damaged(WalFile.folder, "durable segments are gone")
            }
            var reader = reader ?? SegmentReader(disk: integrator.disk, path: extent.file.path)
            if reader.offset >= extent.end {
                try remove(extent.file)
                continue
            }
            guard case .segment(let segment, _) = try reader.next() else {
                throw JournalFault.damaged(
                    extent.file.path,
                    "expected a whole segment at byte \(reader.offset), found other bytes"
                )
            }
            self.reader = reader
            return segment
        }
    }

    /// Removes write-ahead files whose segments are all integrated.
    private mutating func trim() throws(JournalFault) {
        while let extent = desk.state.withLock({ $0.wal.first }), extent.isFinished,
            let reader, reader.offset >= extent.end
        {
            try remove(extent.file)
        }
    }

    /// A crash here leaves the file, whose segments the next start finds integrated.
    private mutating func remove(_ file: WalFile) throws(JournalFault) {
        try integrator.disk.remove([file.path])
        desk.state.withLock { state in state.wal.removeAll { $0.file == file } }
        reader = nil
    }

    private mutating func removeWal() throws(JournalFault) {
        for extent in desk.state.withLock(\.wal) { try remove(extent.file) }
    }

    /// Answers those who wait for publication, when there is nothing left to publish.
    private func answer() {
        let (tickets, result) = desk.state.withLock {
            state -> ([Desk.PublishTicket], Result<SignedCheckpoint, JournalFault>) in
            let result: Result<SignedCheckpoint, JournalFault>
            switch state.phase {
            case .stopped(let fault): result = .failure(fault)
            case .abandoned: result = .failure(IntegrationLoop.abandoned)
            case .open, .closing:
                guard state.durable == state.published else {
                    return ([], .success(state.published))
                }
                result = .success(state.published)
            }
            let tickets = state.publishing
            state.publishing = []
            state.publishSoon = false
            return (tickets, result)
        }
        for ticket in tickets { ticket.resume(returning: result) }
    }

    private static let abandoned = JournalFault(
        .stopped,
        path: "",
        "the writer was let go of without being closed",
        hint: "open the journal again"
    )
}
