import Ledger
package import Mail

/// Prints an item again: the same bytes as the first time, and an entry that it happened.
package struct ReprintStep: Sendable {
    package let print: PrintStep

    package init(print: PrintStep) {
        self.print = print
    }

    /// The files of those kinds, compared with what was first issued.
    ///
    /// - Throws: ``OfficeFault`` `document_differs`; then nothing is recorded and nothing written.
    package func files(
        of item: RecordedItem,
        kinds: [DocumentKind],
        desk: inout some RecordingDesk & ~Copyable,
        at now: Moment
    ) async throws -> [IssuedFile] {
        let issued = try desk.ledger.issued(item.record.id)
        let order = PrintOrder(record: item.record, kinds: kinds, issued: issued)
        let files = try await print.files([order]).flatMap(\.self)
        var entries: [Entry] = []
        if let new = try IssueStep.compare(files, of: item.record, issued: issued) {
            entries.append(.documentsIssued(new))
        }
        let again = kinds.filter { issued[$0] != nil }
        if !again.isEmpty {
            entries.append(
                .documentsReprinted(
                    DocumentsReprinted(item: item.record.id, kinds: again, at: now)
                )
            )
        }
        try await desk.record(entries, at: now)
        return files
    }
}
