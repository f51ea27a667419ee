import Documents
import Mail

/// All items' documents of one kind, in one file.
actor MergedFile {
    private let documents: MergedDocuments
    private let file: GrowingFile

    init(
        _ kind: DocumentKind,
        _ stationery: Stationery,
        office: OfficeProfile,
        _ file: GrowingFile
    ) {
        self.file = file
        documents = MergedDocuments(DocumentSet(stationery), kind, office: office) { bytes in
            try file.write(bytes)
        }
    }

    func add(_ records: [ItemRecord]) throws {
        for record in records { try documents.add(DocumentSource(record)) }
    }

    func finish() throws {
        try documents.finish()
        try file.finish()
    }
}
