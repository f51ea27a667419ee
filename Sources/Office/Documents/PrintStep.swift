import Crypto
package import Documents
package import Mail
import Rules
import Synchronization

/// One file of an item.
package struct IssuedFile: Sendable {
    package let kind: DocumentKind
    package let bytes: [UInt8]

    /// SHA-256 of the bytes in hexadecimal: what is recorded, and the file's entity tag.
    package var digest: String { Hexadecimal.text(SHA256.hash(data: bytes)) }
}

/// What to print of an item, and what was issued of it before.
package struct PrintOrder: Sendable {
    package let record: ItemRecord
    package let kinds: [DocumentKind]
    /// Digests as first issued.
    package let issued: [DocumentKind: String]

    package init(record: ItemRecord, kinds: [DocumentKind], issued: [DocumentKind: String]) {
        self.record = record
        self.kinds = kinds
        self.issued = issued
    }
}

/// Checks items and makes their files on all cores.
///
/// A file is a function of the item's record and the edition it names: for ever the same.
package struct PrintStep: Sendable {
    package static let workers = 2
    let stationery: Stationery
    let messages: MessageStep
    private let workers: [PrintWorker]
    private let turn = WorkerTurn()

    /// What its documents are set in.
    package let printing: PrintingEdition

    init(
        _ stationery: Stationery,
        _ messages: MessageStep,
        _ label: LabelFormat,
        _ printing: PrintingEdition
    ) {
        self.stationery = stationery
        self.messages = messages
        self.printing = printing
        workers = (0..<Self.workers)
            .map { _ in PrintWorker(stationery, messages, label, printing) }
    }

    /// One file for each kind of document, named after the lodged file.
    package func merged(
        into folder: OutputFolder,
        stem: String,
        office: OfficeProfile
    ) -> LodgeOutput {
        .merged(
            MergedFiles(
                folder: folder,
                stem: stem,
                stationery: stationery,
                messages: messages,
                office: office
            )
        )
    }

    /// The kinds written when an item is lodged: its form, its label, its message.
    package static func usual(for record: ItemRecord) -> [DocumentKind] {
        var kinds = [record.decision.form.document, .label].compactMap(\.self)
        if record.item.declaration != nil { kinds.append(.itmattEDI) }
        return kinds
    }

    /// Every kind the item can have.
    package static func all(for record: ItemRecord) -> [DocumentKind] {
        let messages: [DocumentKind] =
            record.item.declaration == nil ? [] : [.itmattEDI, .itmattJSON]
        return DocumentSet.kinds(of: record) + messages
    }

    /// The files of each record, in the order given.
    package func files(_ orders: [PrintOrder]) async throws -> [[IssuedFile]] {
        try await shared(orders) { worker, run in try await worker.files(run) }
    }

    /// The cover slip of a reprint.
    package func coverSlip(_ reprint: Reprint, of record: ItemRecord) async throws -> [UInt8] {
        try await workers[0].coverSlip(reprint, of: record)
    }

    /// Writes the files of each order; returns, for each, the digests that are new.
    func issue(
        _ orders: [PrintOrder],
        into folder: OutputFolder
    ) async throws -> [DocumentsIssued?] {
        try await shared(orders) { worker, run in try await worker.issue(run, into: folder) }
    }

    func check(
        _ lodgings: [Lodging],
        _ checker: Checker,
        _ context: CheckContext,
        at now: Moment
    ) async throws -> [CheckStep.Result] {
        try await shared(lodgings) { worker, run in
            try await worker.check(run, checker, context, now)
        }
    }

    /// Gives every worker a run of the elements, and keeps the order.
    ///
    /// Never inlined: the optimiser of Swift 6.3.1 crashes on the callers that result.
    @inline(never)
    private func shared<Element: Sendable, Result: Sendable>(
        _ elements: [Element],
        _ work: @escaping @Sendable (PrintWorker, [Element]) async throws -> [Result]
    ) async throws -> [Result] {
        let size = (elements.count + workers.count - 1) / workers.count
        guard size > 0 else { return [] }
        if elements.count == 1 {
            // What comes one by one is spread over the cores, too.
            return try await work(workers[turn.next() % workers.count], elements)
        }
        return try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
            for (number, start) in stride(from: 0, to: elements.count, by: size).enumerated() {
                let run = Array(elements[start..<min(start + size, elements.count)])
                let worker = workers[number]
                group.addTask { (number, try await work(worker, run)) }
            }
            var parts: [Int: [Result]] = [:]
            for try await (number, results) in group { parts[number] = results }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }
}

/// Whose turn it is to take a single order.
private final class WorkerTurn: Sendable {
    private let taken = Atomic<Int>(0)

    func next() -> Int { taken.wrappingAdd(1, ordering: .relaxed).oldValue & Int.max }
}
