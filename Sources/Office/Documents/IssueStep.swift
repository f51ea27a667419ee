package import Mail

/// What documents are set in here and now: the edition, and in what this release differs from it.
package struct PrintingEdition: Hashable, Sendable {
    package let digest: String
    /// Forms and libraries that run here and are not the edition's own; empty where all are.
    package let differences: [String]

    package init(digest: String, differences: [String]) {
        self.digest = digest
        self.differences = differences
    }
}

/// Keeps the promise that a document is the same bytes for ever.
///
/// The digest of a document is recorded when it is first issued; a later rendering that differs is
/// a fault that names what changed, never silent.
package struct IssueStep: Sendable {
    private let printing: PrintingEdition

    package init(_ printing: PrintingEdition) {
        self.printing = printing
    }

    /// The digests that are new, to be recorded; nothing when all were issued before.
    ///
    /// - Throws: ``OfficeFault`` `document_differs`; `edition_differs` where the documents were
    ///   issued in an edition that is not what they were set in now.
    package func compare(
        _ files: [IssuedFile],
        of order: PrintOrder
    ) throws(OfficeFault) -> DocumentsIssued? {
        var new: [DocumentKind: String] = [:]
        for file in files {
            let digest = file.digest
            guard let first = order.issued[file.kind] else {
                new[file.kind] = digest
                continue
            }
            guard first == digest else { throw fault(file.kind, order.record, first, digest) }
        }
        return new.isEmpty ? nil : DocumentsIssued(item: order.record.id, digests: new)
    }

    private func fault(
        _ kind: DocumentKind,
        _ record: ItemRecord,
        _ first: String,
        _ digest: String
    ) -> OfficeFault {
        let name = kind.fileName(record.id)
        if record.edition != printing.digest {
            return OfficeFault(
                .editionDiffers,
                "\(name): issued in edition \(record.edition), set in \(printing.digest)",
                hint: "nothing was written; `posthorn documents` prints it in its own edition"
            )
        }
        guard printing.differences.isEmpty else {
            return OfficeFault(
                .editionDiffers,
                "\(name): issued in edition \(record.edition), which this posthorn cannot set: "
                    + printing.differences.joined(separator: "; "),
                hint: "nothing was written; print it with the release and libraries it names"
            )
        }
        return OfficeFault(
            .documentDiffers,
            "\(name): expected sha-256 \(first) as first issued,"
                + " found \(digest) in edition \(record.edition)",
            hint: "nothing was written; run `posthorn doctor` to see which asset changed"
        )
    }
}
