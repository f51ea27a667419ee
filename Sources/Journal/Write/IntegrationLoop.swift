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

    enum Turn {
        /// There is more to integrate.
        case again
        case wait
        case end
    }

    /// Runs until the writer is done and, unless it was abandoned or stopped, all is integrated.
    mutating func run() {
        while true {
            switch turn() {
            case .again: break
            case .wait: desk.waitForIntegration(milliseconds: limits.publishMilliseconds)
            case .end: return finish()
            }
        }
    }

    /// Integrates one round of what is durable.
    mutating func turn() -> Turn {
        do throws(JournalFault) {
            return try step()
        } catch {
            desk.end(.stopped(error))
            return .end
        }
    }

    private func finish() {
        answer()
        let (closing, mending) = desk.state.withLock { state in
            defer { (state.closing, state.mending) = ([], []) }
            state.integratorIsDone = true
            return (state.closing, state.mending)
        }
        for one in mending { one.ticket.resume(returning: IntegrationLoop.abandoned) }
        for ticket in closing { ticket.resume() }
    }

    private mutating func step() throws(JournalFault) -> Turn {
        let (durable, phase, isUrgent, writerIsDone) = desk.state.withLock { state in
            (
                state.durable.checkpoint.size, state.phase,
                !state.publishing.isEmpty || state.wal.contains(where: \.isFinished),
                state.writerIsDone
            )
        }
        switch phase {
        case .abandoned, .stopped: return .end
        case .open, .closing: break
        }
        mend()
        if durable > integrator.edge.size {
            try integrateRound(upTo: durable)
            try trim()
            answer()
            return isUrgent || writerIsDone ? .again : .wait
        }
        try publishCosignatures()
        answer()
        guard writerIsDone else { return .wait }
        try removeWal()
        return .end
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
        desk.wakeWriter()
    }

    /// What cannot be mended is told, and stops nothing: whoever found the damage goes on from there.
    private mutating func mend() {
        let all = desk.state.withLock { state in
            defer { state.mending = [] }
            return state.mending
        }
        for one in all {
            do throws(JournalFault) {
                try integrator.mend(one.files)
                one.ticket.resume(returning: nil)
            } catch { one.ticket.resume(returning: error) }
        }
    }

    private mutating func publishCosignatures() throws(JournalFault) {
        let cosigned = desk.state.withLock { state in
            defer { state.cosigned = nil }
            return state.cosigned
        }
        guard let cosigned else { return }
        try integrator.attach(cosigned)
        let published = integrator.published
        desk.state.withLock { $0.published = published }
    }

    private mutating func nextSegment() throws(JournalFault) -> Segment {
        let extents = desk.state.withLock(\.wal)
        for extent in extents {
            if let reader, extent.file.first < reader.file.first { continue }
            var reader =
                self.reader.flatMap { $0.file == extent.file ? $0 : nil }
                ?? SegmentReader(disk: integrator.disk, file: extent.file)
            // Read to its end: the next segment is in the file behind it. The file stays until
            // its segments are integrated.
            if reader.offset >= extent.end { continue }
            guard case .segment(let segment, _) = try reader.next() else {
                throw JournalFault.damaged(
                    extent.file.path,
                    "expected a whole segment at byte \(reader.offset), found other bytes"
                )
            }
            self.reader = reader
            return segment
        }
        throw JournalFault.damaged(WalFile.folder, "durable segments are gone")
    }

    /// Removes write-ahead files whose segments are all integrated.
    private mutating func trim() throws(JournalFault) {
        guard let reader else { return }
        for extent in desk.state.withLock(\.wal) where extent.isFinished {
            let isRead = extent.file == reader.file && reader.offset >= extent.end
            if isRead || extent.file.first < reader.file.first { try remove(extent.file) }
        }
    }

    /// A crash here leaves the file, whose segments the next start finds integrated.
    private mutating func remove(_ file: WalFile) throws(JournalFault) {
        try integrator.disk.remove([file.path])
        desk.state.withLock { state in state.wal.removeAll { $0.file == file } }
        desk.wakeWriter()
    }

    private mutating func removeWal() throws(JournalFault) {
        for extent in desk.state.withLock(\.wal) { try remove(extent.file) }
    }

    /// Answers those whose entries are published, or all of them when nothing more will be.
    private func answer() {
        let (tickets, result) = desk.state.withLock {
            state -> ([Desk.PublishTicket], Result<SignedCheckpoint, JournalFault>) in
            let result: Result<SignedCheckpoint, JournalFault>
            var reach = state.published.checkpoint.size
            switch state.phase {
            case .open, .closing: result = .success(state.published)
            case .stopped(let fault):
                result = .failure(fault)
                reach = TreeSize(.max)
            case .abandoned:
                result = .failure(IntegrationLoop.abandoned)
                reach = TreeSize(.max)
            }
            let answered = state.publishing.filter { $0.size <= reach }
            state.publishing.removeAll { $0.size <= reach }
            return (answered.map(\.ticket), result)
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
