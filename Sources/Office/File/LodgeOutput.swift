import Documents
import Mail

/// Where a lodged file's documents go: a file for each, or one for each kind.
package enum LodgeOutput: Sendable {
    case separate(SeparateFiles)
    case merged(MergedFiles)

    /// Writes the documents of the items; returns what is to be recorded of them.
    func issue(
        _ items: [RecordedItem],
        _ issued: [ItemID: [DocumentKind: String]]
    ) async throws -> [DocumentsIssued] {
        guard !items.isEmpty else { return [] }
        switch self {
        case .separate(let files): return try await files.issue(items, issued)
        case .merged(let files):
            // A merged file is no document of an item; its parts are recorded when one is asked.
            try await files.add(items.map(\.record))
            return []
        }
    }

    func finish() async throws {
        if case .merged(let files) = self { try await files.finish() }
    }

    /// Where each document of an outcome is to be had.
    func urls(of outcome: LodgeOutcome) -> [(kind: DocumentKind, url: String)] {
        guard let record = outcome.item?.record else { return [] }
        switch self {
        case .separate(let files):
            return files.kinds(record)
                .map { ($0, files.folder.path + "/" + $0.fileName(record.id)) }
        case .merged(let files):
            return PrintStep.usual(for: record).map { ($0, files.path($0)) }
        }
    }
}

/// A file for each document of each item, in one folder.
package struct SeparateFiles: Sendable {
    package let folder: OutputFolder
    private let print: PrintStep
    private let writesAll: Bool

    package init(folder: OutputFolder, print: PrintStep, all: Bool) {
        self.folder = folder
        self.print = print
        writesAll = all
    }

    func kinds(_ record: ItemRecord) -> [DocumentKind] {
        writesAll ? PrintStep.all(for: record) : PrintStep.usual(for: record)
    }

    func issue(
        _ items: [RecordedItem],
        _ issued: [ItemID: [DocumentKind: String]]
    ) async throws -> [DocumentsIssued] {
        let orders = items.map {
            PrintOrder(
                record: $0.record,
                kinds: kinds($0.record),
                issued: issued[$0.record.id, default: [:]]
            )
        }
        return try await print.issue(orders, into: folder).compactMap(\.self)
    }
}
