import Documents
import Ledger
package import Mail

/// An item's papers, as pages, the API and printers hand them out.
extension ServedOffice {
    /// Files to look at: the same bytes as the first time, their digests recorded.
    ///
    /// - Throws: ``OfficeFault`` `document_differs` or `edition_differs`, ``DeskRefusal``.
    package func files(
        of item: RecordedItem,
        kinds: [DocumentKind]
    ) async throws -> [IssuedFile] {
        let (files, _, new) = try await made(item, kinds)
        if let new {
            let now = clock.now()
            try await door.perform { desk in try await desk.record([new], at: now) }
        }
        return files
    }

    /// Files for paper: what was issued before is recorded as printed again, and gets a cover slip.
    ///
    /// Which copy it is, the writer says: of two who print at once each has a number.
    ///
    /// - Throws: As ``files(of:kinds:)``.
    package func printed(
        _ item: RecordedItem,
        kinds: [DocumentKind]
    ) async throws -> ReprintStep.Printed {
        let (files, issued, new) = try await made(item, kinds)
        let (id, now) = (item.record.id, clock.now())
        let again = kinds.filter { issued[$0] != nil }
        let first = [new].compactMap(\.self)
        guard !again.isEmpty else {
            try await door.perform { desk in try await desk.record(first, at: now) }
            return ReprintStep.Printed(files: files, copy: nil, again: [], cover: nil)
        }
        let number = try await door.perform { desk in
            let number = try desk.ledger.reprints(id) + 1
            let reprinted = DocumentsReprinted(item: id, kinds: again, at: now)
            try await desk.record(first + [.documentsReprinted(reprinted)], at: now)
            return number
        }
        let reprint = Reprint(number: number, kinds: again, at: now)
        let print = try stationery.print(item.record.edition)
        return ReprintStep.Printed(
            files: files,
            copy: number,
            again: again,
            cover: try await print.coverSlip(reprint, of: item.record)
        )
    }

    /// The cover slip of a copy that was made, counted from 1; nothing where none was.
    package func coverSlip(_ number: Int, of item: RecordedItem) async throws -> [UInt8]? {
        let made = try ledger.reprintsMade(item.record.id)
        guard made.indices.contains(number - 1) else { return nil }
        let (at, kinds) = made[number - 1]
        return try await stationery.print(item.record.edition)
            .coverSlip(Reprint(number: number, kinds: kinds, at: at), of: item.record)
    }

    private func made(
        _ item: RecordedItem,
        _ kinds: [DocumentKind]
    ) async throws -> (files: [IssuedFile], issued: [DocumentKind: String], new: Entry?) {
        let issued = try ledger.issued(item.record.id)
        let print = try stationery.print(item.record.edition)
        let order = PrintOrder(record: item.record, kinds: kinds, issued: issued)
        let files = try await print.files([order]).flatMap(\.self)
        let new = try IssueStep(print.printing).compare(files, of: order)
        return (files, issued, new.map { .documentsIssued($0) })
    }
}
