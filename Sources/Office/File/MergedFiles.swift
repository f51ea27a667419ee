import Documents
import Mail

/// One file for each kind of document, growing as items are added; a kind never asked for has none.
///
/// Each file has an owner of its own, so kinds are written on different cores.
package actor MergedFiles {
    nonisolated private let folder: OutputFolder
    nonisolated private let stem: String
    private let stationery: Stationery
    private let messages: MessageStep
    private let office: OfficeProfile
    private var files: [DocumentKind: MergedFile] = [:]
    private var message: MergedMessages?

    init(
        folder: OutputFolder,
        stem: String,
        stationery: Stationery,
        messages: MessageStep,
        office: OfficeProfile
    ) {
        self.folder = folder
        self.stem = stem
        self.stationery = stationery
        self.messages = messages
        self.office = office
    }

    nonisolated func path(_ kind: DocumentKind) -> String { folder.path + "/" + name(kind) }

    nonisolated private func name(_ kind: DocumentKind) -> String { "\(stem)-\(kind.rawValue)" }

    func add(_ records: [ItemRecord]) async throws {
        var byKind: [DocumentKind: [ItemRecord]] = [:]
        for record in records {
            for kind in PrintStep.usual(for: record) { byKind[kind, default: []].append(record) }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (kind, records) in byKind.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                if kind == .itmattEDI {
                    let message = try mergedMessages()
                    group.addTask { try await message.add(records) }
                } else {
                    let file = try mergedFile(kind)
                    group.addTask { try await file.add(records) }
                }
            }
            try await group.waitForAll()
        }
    }

    func finish() async throws {
        for file in files.values { try await file.finish() }
        try await message?.finish()
    }

    private func mergedFile(_ kind: DocumentKind) throws -> MergedFile {
        if let file = files[kind] { return file }
        let file = MergedFile(
            kind,
            stationery,
            office: office,
            try GrowingFile(folder, name(kind))
        )
        files[kind] = file
        return file
    }

    private func mergedMessages() throws -> MergedMessages {
        if let message { return message }
        let made = MergedMessages(messages, try GrowingFile(folder, name(.itmattEDI)))
        message = made
        return made
    }
}

/// All items' documents of one kind, in one file.
private actor MergedFile {
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

/// All items' messages in one file: an interchange for each destination in every batch.
private actor MergedMessages {
    private let step: MessageStep
    private let file: GrowingFile

    init(_ step: MessageStep, _ file: GrowingFile) {
        self.step = step
        self.file = file
    }

    func add(_ records: [ItemRecord]) throws {
        let destinations = Dictionary(grouping: records, by: \.item.addressee.country)
        for (_, records) in destinations.sorted(by: { $0.key < $1.key }) {
            try file.write(try step.edifact(records))
        }
    }

    func finish() throws { try file.finish() }
}
