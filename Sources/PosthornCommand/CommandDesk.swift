import Journal
import Ledger
import Mail
import Office

/// The desk of the office a command works on: opened by the command, or served by another process.
///
/// Close it: an office that is only let go of is like one whose machine lost its power.
struct CommandDesk: ~Copyable, RecordingDesk {
    private var own: OfficeDesk?
    private let served: ServedDesk?
    private let directory: OfficeDirectory?
    let ledger: LedgerStore
    let profile: OfficeProfile

    /// Opens the office, or finds it served.
    ///
    /// - Throws: ``OfficeFault``.
    static func open(_ directory: OfficeDirectory) async throws -> CommandDesk {
        if let served = try await ServedDesk.find(directory) { return CommandDesk(served) }
        try ResumeNote.settings(directory)
        return CommandDesk(
            try await ResumeNote.around(directory) {
                try await OfficeOpening.open(
                    directory,
                    clock: .machine,
                    sources: .process,
                    admit: {
                        let start = try await StartWitness.askOnce(directory)
                        if let note = start.note { Terminal.note("witnesses: \(note)") }
                        return start.isUnwitnessed
                    }
                )
            },
            directory
        )
    }

    private init(_ served: ServedDesk) {
        self.served = served
        own = nil
        directory = nil
        ledger = served.ledger
        profile = served.view.profile
    }

    private init(_ desk: consuming OfficeDesk, _ directory: OfficeDirectory) {
        served = nil
        self.directory = directory
        ledger = desk.ledger
        profile = desk.profile
        own = consume desk
    }

    mutating func lodge(
        _ results: [CheckStep.Result],
        at now: Moment
    ) async throws -> [LodgeOutcome] {
        if let served { return try await served.lodge(results, at: now) }
        let outcomes = try await own?.lodge(results, at: now) ?? []
        try await own?.keepPromise(for: outcomes)
        return outcomes
    }

    mutating func record(_ entries: [Entry], at now: Moment) async throws {
        if let served { return try await served.record(entries, at: now) }
        try await own?.record(entries, at: now)
    }

    /// Carries out an order about keys and accounts; the writer decides, wherever it runs.
    ///
    /// - Throws: `OrderRefusal`.
    mutating func perform(_ order: AccessOrder, at now: Moment) async throws -> AccessAnswer {
        if let served { return try await served.perform(order) }
        guard var desk = own.take() else { return .done }
        do {
            let answer = try await desk.perform(order, random: .system, at: now)
            own = consume desk
            return answer
        } catch {
            own = consume desk
            throw error
        }
    }

    /// Carries out an order about lanes; the writer decides, wherever it runs.
    ///
    /// - Throws: `OrderRefusal`.
    mutating func perform(_ order: LaneOrder, at now: Moment) async throws -> LaneAnswer {
        if let served { return try await served.perform(order) }
        guard var desk = own.take() else { preconditionFailure("the desk was lost") }
        do {
            let answer = try await desk.perform(order, at: now)
            own = consume desk
            return answer
        } catch let refusal as LaneRefusal {
            own = consume desk
            throw OrderRefusal(refusal)
        } catch {
            own = consume desk
            throw error
        }
    }

    /// Carries out an order about advisories, and tells the senders it is about; a served office does
    /// that by itself.
    ///
    /// - Throws: `OrderRefusal`.
    mutating func perform(_ order: AdvisoryOrder, at now: Moment) async throws -> AdvisoryAnswer {
        if let served { return try await served.perform(order) }
        guard var desk = own.take(), let directory else { preconditionFailure("the desk was lost") }
        do {
            let answer = try await desk.perform(order, at: now)
            try await desk.tellSenders(directory, at: now)
            own = consume desk
            return answer
        } catch let refusal as AdvisoryRefusal {
            own = consume desk
            throw OrderRefusal(refusal)
        } catch {
            own = consume desk
            throw error
        }
    }

    /// Loads a range of numbers; the writer decides.
    mutating func load(_ range: NumberRange, at now: Moment) async throws {
        if let served { return try await served.load(range) }
        guard var desk = own.take() else { return }
        do {
            try await OfficeSetup.load(range, on: &desk, at: now)
        } catch {
            own = consume desk
            throw error
        }
        own = consume desk
    }

    func item(_ id: ItemID) async throws -> RecordedItem? {
        if let served { return try await served.view.item(id) }
        return try await own?.item(id)
    }

    consuming func close() async throws {
        if let directory, let writer = own?.book.writer {
            await CommandWitness.publish(directory, writer)
        }
        for lag in try await own.take()?.close() ?? [] {
            Terminal.note("vault \(lag)\nhint: posthorn vault ship when it answers")
        }
    }
}
