import Synchronization

/// The one loop that owns the append machine and the write-ahead file.
struct AppendLoop {
    let desk: Desk
    let limits: JournalLimits
    private var machine: AppendMachine<Desk.Ticket>
    private var wal: WalWriter

    init(
        desk: Desk,
        limits: JournalLimits,
        machine: AppendMachine<Desk.Ticket>,
        disk: any Disk
    ) {
        self.desk = desk
        self.limits = limits
        self.machine = machine
        wal = WalWriter(disk: disk, limits: limits)
    }

    /// Runs until the desk closes or a fault stops it; then everyone who waits has an answer.
    mutating func run() {
        var mayGather = true
        while true {
            switch desk.nextTurn(mayGather: mayGather) {
            case .write(let batch):
                write(batch)
                mayGather = true
            case .wait: desk.waitForSubmissions()
            case .gather:
                desk.waitForCallers(microseconds: limits.gatherMicroseconds)
                mayGather = false
            case .end: return finish()
            }
        }
    }

    /// Makes one segment of a batch, durable, and answers.
    mutating func write(_ batch: [Submission<Desk.Ticket>]) {
        do {
            perform(try machine.submit(batch))
        } catch {
            refuse(batch, because: .stopped(.wrongKey))
            stop(
                JournalFault(
                    .wrongKey,
                    path: "checkpoint",
                    "the signing key does not sign: \(error)",
                    hint: "check the key file and start again"
                )
            )
        }
    }

    private mutating func perform(_ actions: [AppendMachine<Desk.Ticket>.Action]) {
        for action in actions {
            switch action {
            case .answer(let ticket, let result): ticket(result)
            case .write(let segment):
                do throws(JournalFault) {
                    try wal.append(segment)
                    report(machine.landed())
                } catch {
                    // Nothing is known of what reached the disk. Only a restart, which reads it,
                    // can go on: a second fdatasync may report success for lost bytes.
                    stop(error)
                }
            }
        }
    }

    /// Tells the integrator how far it may read, then the callers where their entries are.
    private mutating func report(_ answers: [AppendMachine<Desk.Ticket>.Action]) {
        let durable = machine.durable
        let isFinished = wal.offset >= limits.walBytes
        if let file = wal.current {
            let extent = Desk.WalExtent(file: file, end: wal.offset, isFinished: isFinished)
            desk.state.withLock { state in
                state.durable = durable
                state.callers = answers.count + state.queue.count
                if state.wal.last?.file == file { state.wal.removeLast() }
                state.wal.append(extent)
            }
            desk.wakeFollowers()
        }
        if isFinished {
            wal.finishFile()
            desk.wakeIntegrator()
        }
        perform(answers)
    }

    private mutating func stop(_ fault: JournalFault) {
        let answers = machine.failed(fault)
        desk.end(.stopped(fault))
        perform(answers)
    }

    func finish() {
        let phase = desk.state.withLock { state in
            state.writerIsDone = true
            return state.phase
        }
        desk.wakeIntegrator()
        switch phase {
        case .stopped(let fault): refuse(desk.takeAbandoned(), because: .stopped(fault.code))
        case .open, .closing, .abandoned: refuse(desk.takeAbandoned(), because: .closed)
        }
    }

    private func refuse(_ batch: [Submission<Desk.Ticket>], because refusal: JournalRefusal) {
        for submission in batch { submission.ticket(.failure(refusal)) }
    }
}
