import Mail
import Office

/// Uploaded files while people look at them: sealed on the disk, never whole in memory.
///
/// The address of the page names a batch and opens it. A restart keeps it; it ends after some hours.
struct BatchBook: Sendable {
    private static let shelf = KeptShelf.uploads
    /// Items that are checked or lodged at once, so that others at the office come in between.
    private static let group = 256

    let office: ServedOffice
    let turnstile: Turnstile

    init(_ office: ServedOffice) {
        self.office = office
        // Checking takes both cores; more at a time would only take more memory.
        turnstile = Turnstile(places: 2)
    }

    func batch(_ token: String, of caller: Caller) throws -> Batch? {
        let now = office.clock.now()
        guard let batch = try office.kept.head(token, on: Self.shelf, at: now).flatMap(Batch.init),
            batch.owner == caller.author, batch.isChecked
        else { return nil }
        return batch
    }

    func begin(_ batch: Batch, under token: String) throws {
        try office.kept.begin(token, on: Self.shelf, batch.bytes, at: office.clock.now())
    }

    /// - Throws: ``BatchRefusal`` `gone`.
    func replace(_ batch: Batch, under token: String) throws {
        let now = office.clock.now()
        guard try office.kept.replace(token, on: Self.shelf, batch.bytes, at: now) else {
            throw BatchRefusal.gone
        }
    }

    func remove(_ token: String) throws { try office.kept.remove(token, on: Self.shelf) }

    /// - Throws: ``BatchRefusal`` `gone`.
    func add(_ bytes: [UInt8], part: Int, to token: String) throws {
        guard try office.kept.add(bytes, part: part, to: token, on: Self.shelf) else {
            throw BatchRefusal.gone
        }
    }

    func counts(_ token: String) throws -> [BatchRow.Fate: Int] {
        let counts = try office.kept.counts(of: token, on: Self.shelf)
        return Dictionary(
            uniqueKeysWithValues: BatchRow.Fate.allCases.compactMap { fate in
                counts[fate.rawValue].map { (fate, $0) }
            }
        )
    }

    func rows(
        _ token: String,
        fated fates: [Int]? = nil,
        from place: Int = 0,
        limit: Int
    ) throws -> [BatchRow] {
        try office.kept
            .rows(of: token, on: Self.shelf, marked: fates, from: place, limit: limit)
            .compactMap { BatchRow($0) }
    }

    func set(_ rows: [BatchRow], of token: String) throws {
        try office.kept.set(rows.map(\.kept), of: token, on: Self.shelf)
    }

    /// The file's items from its start, as they were read when it was uploaded.
    func records(_ token: String, _ batch: Batch) throws -> BatchRecords {
        let survey = try FileSurvey.of(office.kept.source(token, on: Self.shelf))
        return try records(token, survey, digest: batch.digest)
    }

    func records(
        _ token: String,
        _ survey: FileSurvey,
        digest: String
    ) throws -> BatchRecords {
        let source = office.kept.source(token, on: Self.shelf)
        return BatchRecords(
            intake: try FileIntake(source, survey: survey, digest: digest),
            group: Self.group
        )
    }
}

/// A file's items in groups, each with its place.
struct BatchRecords {
    private(set) var intake: FileIntake
    private let group: Int
    private var place = 0

    init(intake: FileIntake, group: Int) {
        self.intake = intake
        self.group = group
    }

    mutating func next() throws -> (first: Int, records: [IntakeRecord])? {
        var records: [IntakeRecord] = []
        while records.count < group, let record = try intake.next() { records.append(record) }
        defer { place += records.count }
        return records.isEmpty ? nil : (place, records)
    }
}

/// Lets a few in at a time; the others wait in their order.
actor Turnstile {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        precondition(places > 0, "a turnstile without a place lets nobody through")
        free = places
    }

    private func enter() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }

    nonisolated(nonsending) func pass<Value>(
        _ body: () async throws -> Value
    ) async rethrows -> Value {
        await enter()
        do {
            let value = try await body()
            await leave()
            return value
        } catch {
            await leave()
            throw error
        }
    }
}
