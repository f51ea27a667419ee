import Mail
import Office
import Rules

/// Lodges a file in an office elsewhere: batches out, answers and documents back.
///
/// Each batch has a key that follows from the file, so that a run that broke off is run again: what
/// was lodged then is the same item now.
struct RemoteLodging {
    /// Items of one request.
    private static let batch = 200
    /// Bytes of one request; the office takes four MiB.
    private static let bytes = 3 << 20
    /// How often a batch is asked again while the office is busy.
    private static let attempts = 10
    /// Documents that are fetched at a time.
    private static let fetches = 8

    let client: OfficeClient
    let file: LodgementFile
    let isDryRun: Bool
    let isStopping: () -> Bool

    /// One batch as it was asked and answered.
    typealias Report = ([(record: IntakeRecord, item: RemoteItem)]) async throws -> Void

    func run(progress: @escaping (Int) -> Void, report: Report) async throws -> LodgeSummary {
        var intake = try file.intake(progress: progress)
        var summary = LodgeSummary(layout: intake.layout)
        var held: IntakeRecord?
        while true {
            summary.isStopped = isStopping()
            var records: [IntakeRecord] = []
            var size = 0
            while !summary.isStopped, records.count < Self.batch {
                guard let record = try held ?? intake.next() else { break }
                held = nil
                let length = JSONText.write(record.lodgement.json).utf8.count
                if size + length > Self.bytes, !records.isEmpty {
                    held = record
                    break
                }
                size += length
                records.append(record)
            }
            guard let first = records.first else { break }
            let (items, isReplay) = try await lodge(records, from: first.rowNumbers.first ?? 0)
            for item in items {
                summary.count(
                    isHeld: item.id == nil && !isDryRun || item.state == "refused"
                        ? nil : item.state == "held",
                    isReplay: isReplay,
                    refusal: item.codes.first
                )
            }
            try await report(Array(zip(records, items)))
        }
        summary.notes = intake.notes
        return summary
    }

    private func lodge(
        _ records: [IntakeRecord],
        from row: Int
    ) async throws -> (items: [RemoteItem], isReplay: Bool) {
        // What could not be read is not sent: the office would miss it and not know why.
        let isBad = records.map { $0.findings.contains { $0.severity == .refuse } }
        let good = zip(records, isBad).filter { !$1 }.map(\.0)
        guard !good.isEmpty else { return (records.map(RemoteItem.init(refused:)), false) }
        let body = JSONValue.members([("items", .array(good.map(\.lodgement.json)))])
        let answer = try await ask(body, key: "\(file.digest)-\(row)")
        guard let results = try answer.json()["results"]?.elements, results.count == good.count
        else {
            throw CommandFailure(.failed, "expected \(good.count) results of the office")
        }
        var answers = try results.map(RemoteItem.init)[...]
        let items = zip(records, isBad)
            .compactMap { record, isBad in
                isBad ? RemoteItem(refused: record) : answers.popFirst()
            }
        return (items, answer.isReplay)
    }

    /// Asks, and asks again while the office says that it is busy.
    private func ask(_ body: JSONValue, key: String) async throws -> OfficeClient.Answer {
        let path = isDryRun ? "/v1/items?dry_run=true" : "/v1/items"
        var attempt = 0
        while true {
            attempt += 1
            let answer = try await client.ask(
                .post,
                path,
                body,
                headers: [("idempotency-key", key)]
            )
            if answer.isGood { return answer }
            guard answer.status == 429 || answer.status == 503, attempt < Self.attempts,
                !isStopping()
            else { throw RemoteProblem(answer).failure }
            let seconds = answer.retryAfter ?? 1
            try await Task.sleep(for: .seconds(min(30, max(1, seconds))))
        }
    }

    /// Fetches documents, a few at a time, and writes each into the folder.
    static func fetch(
        _ documents: [(kind: DocumentKind, url: String, item: ItemID)],
        into folder: OutputFolder,
        from client: OfficeClient
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, document) in documents.enumerated() {
                if number >= fetches { try await group.next() }
                group.addTask {
                    let answer = try await client.good(.get, document.url)
                    try folder.write(answer.bytes, to: document.kind.fileName(document.item))
                }
            }
            try await group.waitForAll()
        }
    }
}
