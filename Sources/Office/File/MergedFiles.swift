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
        let inOrder = files.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
        for file in inOrder { try await file.finish() }
        if let message { try await message.finish() }
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
