import JournalSimulation
import Synchronization

@testable import Journal

/// One office's journal, its callers and its disk, in one thread, decided by a seed.
struct SimulationWorld {
    typealias Broken = SimulationModel.Broken

    /// A writer process: the same loops as in production, turned by hand.
    private struct Process {
        let desk: Desk
        var append: AppendLoop
        var integration: IntegrationLoop
    }

    let seed: UInt64
    private let disk: SimulatedDisk
    private let signer: SigningKey
    private let limits: JournalLimits
    private let model = SimulationModel()
    private var random: SplitMix
    private var incarnation: UInt64 = 0
    private var process: Process?
    /// Once in so many submissions there are hundreds of entries: few seeds have large trees.
    private let burst: Int
    /// True when the disk says it wrote what it did not, or wrote elsewhere.
    private let diskLies: Bool

    init(seed: UInt64) throws {
        self.seed = seed
        random = SplitMix(seed: seed)
        disk = SimulatedDisk(seed: random.next())
        signer = try SigningKey(name: "simulation.example", seed: [UInt8](repeating: 3, count: 32))
        diskLies = seed % 4 == 3
        var limits = JournalLimits()
        limits.walStep = 4_096
        limits.walBytes = 1 << (13 + random.below(5))
        limits.roundEntries = 1 + random.below(600)
        limits.segmentEntries = 512
        limits.queuedEntries = 700
        self.limits = limits
        burst = random.oneIn(5) ? 6 : 60
    }

    /// - Throws: `Broken` for a promise that was not kept.
    mutating func run(steps: Int) throws {
        try start(creating: true)
        if diskLies {
            disk.set(
                SimulatedDisk.Faults(
                    lostWrite: 30 + random.below(200),
                    misdirectedWrite: 30 + random.below(200)
                )
            )
        }
        for _ in 0..<steps {
            guard process != nil else { return }
            try step()
        }
        try finish()
    }

    private mutating func step() throws {
        switch random.below(100) {
        case ..<40: submit()
        case ..<70: appendTurn()
        case ..<90: try integrationTurn()
        case ..<94: disk.failPower(after: random.below(40))
        case ..<96: disk.failOnce(after: random.below(40))
        case ..<97: try restart(losingPower: true)
        case ..<98: try restart(losingPower: false)
        default: try closeAndReopen()
        }
        if case .stopped? = process?.desk.state.withLock(\.phase) {
            try restart(losingPower: random.oneIn(2))
        }
    }

    private mutating func submit() {
        guard let desk = process?.desk else { return }
        let count = random.oneIn(burst) ? 1 + random.below(300) : 1 + random.below(4)
        let entries = model.makeEntries(count, fill: random.below(count > 4 ? 8 : 200))
        let model = model
        let ticket: Desk.Ticket = { result in
            if case .success(let range) = result { model.acknowledge(entries, at: range) }
        }
        // A refusal is an answer too: nothing of it may appear.
        try? desk.enqueue(Submission(entries, ticket: ticket, limits: limits))
    }

    private mutating func appendTurn() {
        if case .write(let batch) = process?.desk.nextTurn() { process?.append.write(batch) }
    }

    private mutating func integrationTurn() throws {
        _ = process?.integration.turn()
        if let desk = process?.desk {
            try model.publish(desk.state.withLock(\.published).checkpoint)
        }
    }

    private mutating func closeAndReopen() throws {
        guard let desk = process?.desk else { return }
        desk.end(.closing)
        while case .write(let batch) = desk.nextTurn() { process?.append.write(batch) }
        process?.append.finish()
        while case .again = process?.integration.turn() {}
        try restart(losingPower: false)
    }

    private mutating func restart(losingPower: Bool) throws {
        process = nil
        if losingPower { disk.restart() } else { disk.survive() }
        try start(creating: false)
    }

    /// Loads until it succeeds, for the power may fail while it does; then looks at everything.
    private mutating func start(creating: Bool) throws {
        if creating { try JournalFolder.make(on: disk, signer: signer) }
        if random.oneIn(4) { disk.failPower(after: random.below(30)) }
        for _ in 0..<20 where process == nil {
            do throws(JournalFault) {
                try load()
            } catch {
                // A disk that lies may be found out: refusing to start is the right answer.
                if diskLies && error.code != .io { return }
                guard error.code == .io else {
                    throw Broken(description: "start refused: \(error.code) \(error)")
                }
                disk.restart()
            }
        }
        guard process != nil else { throw Broken(description: "the journal does not start") }
        do {
            let entries = try readAll()
            if diskLies { model.forget(from: TreeSize(UInt64(entries.count))) }
            try model.compare(entries)
        } catch let fault as JournalFault {
            guard diskLies else { throw Broken(description: "reading: \(fault)") }
            process = nil
        }
    }

    private mutating func load() throws(JournalFault) {
        let keys = [signer.verifierKey]
        let (integrator, report) = try JournalLoader.load(disk: disk, keys: keys, limits: limits)
        try JournalFolder.refuseBehind(report.checkpoint, known: model.published)
        incarnation += 1
        let desk = Desk(limits: limits, published: integrator.published)
        let machine = AppendMachine<Desk.Ticket>(
            signer: signer,
            incarnation: incarnation,
            frontier: integrator.edge.frontier,
            durable: integrator.published
        )
        process = Process(
            desk: desk,
            append: AppendLoop(desk: desk, limits: limits, machine: machine, disk: disk),
            integration: IntegrationLoop(desk: desk, limits: limits, integrator: integrator)
        )
    }

    private func readAll() throws(JournalFault) -> [[UInt8]] {
        let reader = try JournalReader(disk: disk, keys: [signer.verifierKey])
        var cursor = try reader.cursor(from: EntryIndex(0), includingTail: true)
        var entries: [[UInt8]] = []
        while let entry = try cursor.next() { entries.append(entry.bytes) }
        return entries
    }

    /// Stops cleanly; then the journal has to be whole, or its damage has to be found.
    private mutating func finish() throws {
        disk.set(SimulatedDisk.Faults())
        if random.oneIn(2) { try restart(losingPower: true) }
        disk.survive()
        try closeAndReopen()
        guard process != nil else { return }
        let report = try JournalCheck.run(disk: disk, trust: .key(signer.verifierKey), threads: 1)
        if report.isWhole {
            let entries = try readAll()
            try model.compare(entries)
            try model.compareTrees(entries)
        } else if !diskLies {
            throw Broken(description: "the check found \(report.findings[0])")
        }
    }
}
