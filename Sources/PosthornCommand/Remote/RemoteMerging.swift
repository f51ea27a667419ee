import Mail
import Office

/// Files of one kind of document for all items of a run, fetched when all are lodged.
///
/// The office makes a file of so many items at most; what is beyond is in a second, a third.
struct RemoteMerging {
    /// Items of one file, as the office takes them.
    private static let most = 20_000

    let client: OfficeClient
    let stem: String
    private var items: [DocumentKind: [ItemID]] = [:]

    init(client: OfficeClient, stem: String) {
        self.client = client
        self.stem = stem
    }

    /// Puts an item's document into its file and returns the file's name.
    mutating func add(_ id: ItemID, _ kind: DocumentKind) -> String {
        items[kind, default: []].append(id)
        return name(kind, part: ((items[kind]?.count ?? 1) - 1) / Self.most)
    }

    /// As the office names its own where it stands, and numbers behind the first.
    private func name(_ kind: DocumentKind, part: Int) -> String {
        part == 0 ? "\(stem)-\(kind.rawValue)" : "\(stem)-\(part + 1)-\(kind.rawValue)"
    }

    func fetch(into folder: OutputFolder) async throws {
        for (kind, ids) in items.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for (part, start) in stride(from: 0, to: ids.count, by: Self.most).enumerated() {
                let some = ids[start..<min(start + Self.most, ids.count)]
                let answer = try await client.good(
                    .post,
                    "/v1/documents",
                    .members([
                        ("kind", .string(kind.rawValue)),
                        ("items", .array(some.map { .string($0.text) })),
                    ])
                )
                try folder.write(answer.bytes, to: name(kind, part: part))
            }
        }
    }
}
