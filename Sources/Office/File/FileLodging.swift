import Ledger
package import Mail

/// Lodges a file: every good row an item with its documents, every bad row an answer that says why.
///
/// Steps overlap: while the documents of one batch are made, the next is read, checked and
/// recorded. Memory is that of two batches, however long the file.
package struct FileLodging {
    /// What is said of each item as the file goes by.
    package typealias Report = (IntakeRecord, LodgeOutcome, [(kind: DocumentKind, url: String)])
        throws
        -> Void

    package let file: LodgementFile
    package let check: CheckStep
    package let output: LodgeOutput
    package let clock: OfficeClock
    /// Asked between batches; true stops cleanly, everything answered being recorded.
    package let isStopping: () -> Bool

    package init(
        file: LodgementFile,
        check: CheckStep,
        output: LodgeOutput,
        clock: OfficeClock,
        isStopping: @escaping () -> Bool
    ) {
        self.file = file
        self.check = check
        self.output = output
        self.clock = clock
        self.isStopping = isStopping
    }

    /// A batch whose items are recorded.
    private struct Batch: Sendable {
        let records: [IntakeRecord]
        let outcomes: [LodgeOutcome]
        let issued: [ItemID: [DocumentKind: String]]

        var items: [RecordedItem] { outcomes.compactMap(\.item) }
    }

    /// Lodges all of it, or until it is asked to stop.
    ///
    /// - Throws: ``IntakeRefusal`` for the whole file; faults of office, journal or disk. What was
    ///   recorded by then stays: lodging the file again finishes it.
    package func run(
        _ desk: inout some RecordingDesk & ~Copyable,
        progress: @escaping (Int) -> Void,
        report: Report
    ) async throws -> LodgeSummary {
        let output = output
        var intake = try file.intake(progress: progress)
        var summary = LodgeSummary(layout: intake.layout)
        var waiting: Batch?
        while !summary.isStopped {
            summary.isStopped = isStopping()
            let records = summary.isStopped ? [] : try Self.next(&intake)
            let before = waiting
            async let issued = output.issue(before?.items ?? [], before?.issued ?? [:])
            waiting = records.isEmpty ? nil : try await lodge(records, &desk)
            // A crash here leaves items without documents; lodging the file again writes them.
            try await desk.record(try await issued.map(Entry.documentsIssued), at: clock.now())
            if let before { try tell(before, &summary, report) }
            if records.isEmpty, waiting == nil { break }
        }
        if let waiting {
            let issued = try await output.issue(waiting.items, waiting.issued)
            try await desk.record(issued.map(Entry.documentsIssued), at: clock.now())
            try tell(waiting, &summary, report)
        }
        try await output.finish()
        summary.notes = intake.notes
        return summary
    }

    private static func next(_ intake: inout FileIntake) throws -> [IntakeRecord] {
        var records: [IntakeRecord] = []
        while records.count < OfficeFlow.batch, let record = try intake.next() {
            records.append(record)
        }
        return records
    }

    private func lodge(
        _ records: [IntakeRecord],
        _ desk: inout some RecordingDesk & ~Copyable
    ) async throws -> Batch {
        let now = clock.now()
        let results = try await check.check(records.map(Lodging.init), at: now)
        let outcomes = try await desk.lodge(results, at: now)
        var issued: [ItemID: [DocumentKind: String]] = [:]
        for case .replayed(let item) in outcomes {
            issued[item.record.id] = try desk.ledger.issued(item.record.id)
        }
        return Batch(records: records, outcomes: outcomes, issued: issued)
    }

    private func tell(_ batch: Batch, _ summary: inout LodgeSummary, _ report: Report) throws {
        for (record, outcome) in zip(batch.records, batch.outcomes) {
            summary.count(outcome)
            try report(record, outcome, output.urls(of: outcome))
        }
    }

    /// What would become of each item, with nothing recorded and nothing written.
    package static func rehearse(
        _ file: LodgementFile,
        check: CheckStep,
        lanes: LaneRehearsal,
        clock: OfficeClock,
        progress: @escaping (Int) -> Void,
        report: (IntakeRecord, RehearsedLodging) throws -> Void
    ) async throws -> LodgeSummary {
        var intake = try file.intake(progress: progress)
        var summary = LodgeSummary(layout: intake.layout)
        var lanes = lanes
        while true {
            let records = try next(&intake)
            guard !records.isEmpty else { break }
            let now = clock.now()
            let results = try await check.check(records.map(Lodging.init), at: now)
            let verdicts = try lanes.verdicts(results, at: now)
            for (record, (result, verdict)) in zip(records, zip(results, verdicts)) {
                let rehearsed = RehearsedLodging(result: result, verdict: verdict)
                summary.count(rehearsed)
                try report(record, rehearsed)
            }
        }
        summary.notes = intake.notes
        return summary
    }
}

extension Lodging {
    fileprivate init(_ record: IntakeRecord) {
        self.init(
            key: record.key,
            lodgement: record.lodgement,
            channel: .file,
            findings: record.findings
        )
    }
}
