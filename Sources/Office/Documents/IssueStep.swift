package import Mail

/// Keeps the promise that a document is the same bytes for ever.
///
/// The digest of a document is recorded when it is first issued; a later rendering that differs is
/// a fault that names what changed, never silent.
package struct IssueStep: Sendable {
    /// The digests that are new, to be recorded; nothing when all were issued before.
    ///
    /// - Throws: ``OfficeFault`` `document_differs`.
    package static func compare(
        _ files: [IssuedFile],
        of record: ItemRecord,
        issued: [DocumentKind: String]
    ) throws(OfficeFault) -> DocumentsIssued? {
        var new: [DocumentKind: String] = [:]
        for file in files {
            let digest = file.digest
            guard let first = issued[file.kind] else {
                new[file.kind] = digest
                continue
            }
            guard first == digest else {
                throw OfficeFault(
                    .documentDiffers,
                    "\(file.kind.fileName(record.id)): expected sha-256 \(first) as first issued,"
                        + " found \(digest) in edition \(record.edition)",
                    hint: "nothing was written; run `posthorn doctor` to see which asset changed"
                )
            }
        }
        return new.isEmpty ? nil : DocumentsIssued(item: record.id, digests: new)
    }
}
