import Mail
import Office

/// A file that was uploaded, as its pages need it; the file itself and its rows lie in the store.
struct Batch: Hashable, Sendable {
    /// Bytes of a file.
    static let fileLimit = 16 << 20
    /// Items of a file: what one request checks and lodges.
    static let itemLimit = 5_000
    /// Items with problems that are shown at once.
    static let shown = 20
    /// Reasons to wait that are shown at once.
    private static let reasons = 5

    let fileName: String
    /// Whose batch it is: nobody else sees it.
    let owner: Author
    /// SHA-256 of the file, in hexadecimal.
    var digest = ""
    /// What was understood of the file in a way that its owner should know.
    var notes: [String] = []
    /// What lanes say of items that would be held, each once.
    var waits: [Finding] = []
    /// The file arrived whole and every item was looked at.
    var isChecked = false
    var isLodged = false

    var bytes: [UInt8] {
        let json = JSONValue.members([
            ("file", .string(fileName)), ("owner", .string(owner.text)),
            ("digest", .string(digest)), ("notes", .array(notes.map { .string($0) })),
            ("waits", waits.isEmpty ? nil : .array(waits.map(\.recorded))),
            ("checked", .bool(isChecked)), ("lodged", .bool(isLodged)),
        ])
        return Array(JSONText.write(json).utf8)
    }

    /// Takes what lanes say that was not said yet, as far as a page can show it.
    mutating func wait(_ findings: [Finding]) {
        for finding in findings where waits.count < Self.reasons && !waits.contains(finding) {
            waits.append(finding)
        }
    }

    init(fileName: String, owner: Author) {
        self.fileName = fileName
        self.owner = owner
    }

    init?(_ bytes: [UInt8]) {
        guard let json = try? JSONReader.read(bytes), let file = json["file"]?.text,
            let owner = json["owner"]?.text.flatMap({ Author($0) })
        else { return nil }
        fileName = file
        self.owner = owner
        digest = json["digest"]?.text ?? ""
        notes = json["notes"]?.elements?.compactMap(\.text) ?? []
        waits = json["waits"]?.elements?.compactMap { Finding(recorded: $0) } ?? []
        isChecked = json["checked"] == .bool(true)
        isLodged = json["lodged"] == .bool(true)
    }
}

/// Why a file is no batch, beside what intake refuses.
enum BatchRefusal: Error {
    case tooManyItems
    /// It was let go of while it was worked on.
    case gone
}
