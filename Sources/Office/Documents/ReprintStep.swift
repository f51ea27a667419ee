import Documents
import Ledger
package import Mail

/// Prints an item again: the same bytes as the first time, and an entry that it happened.
package struct ReprintStep: Sendable {
    package let print: PrintStep

    package init(print: PrintStep) {
        self.print = print
    }

    /// The files, and where some were issued before, the slip that says which copy they are.
    package struct Printed: Sendable {
        package let files: [IssuedFile]
        /// Which copy it is; nothing where all were issued for the first time.
        package let copy: Int?
        /// What was issued before.
        package let again: [DocumentKind]
        /// A PDF.
        package let cover: [UInt8]?
    }

    /// The files of those kinds, compared with what was first issued.
    ///
    /// - Throws: ``OfficeFault`` `document_differs` or `edition_differs`; then nothing is recorded
    ///   and nothing written.
    package func files(
        of item: RecordedItem,
        kinds: [DocumentKind],
        desk: inout some RecordingDesk & ~Copyable,
        at now: Moment
    ) async throws -> Printed {
        let issued = try desk.ledger.issued(item.record.id)
        let order = PrintOrder(record: item.record, kinds: kinds, issued: issued)
        let files = try await print.files([order]).flatMap(\.self)
        var entries: [Entry] = []
        if let new = try IssueStep(print.printing).compare(files, of: order) {
            entries.append(.documentsIssued(new))
        }
        let again = kinds.filter { issued[$0] != nil }
        guard !again.isEmpty else {
            try await desk.record(entries, at: now)
            return Printed(files: files, copy: nil, again: [], cover: nil)
        }
        let reprint = Reprint(
            number: try desk.ledger.reprints(item.record.id) + 1,
            kinds: again,
            at: now
        )
        let cover = try await print.coverSlip(reprint, of: item.record)
        entries.append(
            .documentsReprinted(
                DocumentsReprinted(item: item.record.id, kinds: again, at: now)
            )
        )
        try await desk.record(entries, at: now)
        return Printed(files: files, copy: reprint.number, again: again, cover: cover)
    }
}
