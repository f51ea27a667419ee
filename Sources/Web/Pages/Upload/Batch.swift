import Crypto
import Mail
import Office

/// A file that was uploaded: its items, what the rules say of them, and what became of them.
struct Batch: Sendable {
    /// Bytes of a file.
    static let fileLimit = 16 << 20
    /// Items of a file: what one page can show and one request lodge.
    static let itemLimit = 5_000
    /// Items with problems that are shown at once.
    static let shown = 20

    enum Fate: Sendable {
        case good(isHeld: Bool)
        case bad([Finding])
        case lodged(RecordedItem)
    }

    struct Entry: Sendable {
        let record: IntakeRecord
        var lodgement: Lodgement
        /// What reading showed; a row that was put right on the page has none.
        var readFindings: [Finding]
        var fate: Fate
    }

    let fileName: String
    /// Whose batch it is: nobody else sees it.
    let owner: Author
    let layout: ResultLayout
    let notes: [String]
    var entries: [Entry]
    var isLodged = false

    /// - Throws: ``IntakeRefusal``; ``BatchRefusal``.
    init(_ bytes: [UInt8], fileName: String, owner: Author) throws {
        var hash = SHA256()
        hash.update(data: bytes)
        let digest = hash.finalize()
            .map { byte in
                let digits = String(byte, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }
            .joined()
        let survey = try FileSurvey.of(Chunks.of(bytes))
        var intake = try FileIntake(Chunks.of(bytes), survey: survey, digest: digest)
        var entries: [Entry] = []
        while let record = try intake.next() {
            guard entries.count < Self.itemLimit else { throw BatchRefusal.tooManyItems }
            entries.append(
                Entry(
                    record: record,
                    lodgement: record.lodgement,
                    readFindings: record.findings,
                    fate: .good(isHeld: false)
                )
            )
        }
        self.fileName = fileName
        self.owner = owner
        layout = intake.layout
        notes = intake.notes.map(\.text)
        self.entries = entries
    }

    func count(_ isCounted: (Fate) -> Bool) -> Int {
        entries.reduce(0) { $0 + (isCounted($1.fate) ? 1 : 0) }
    }

    var bad: [(place: Int, entry: Entry, findings: [Finding])] {
        entries.enumerated()
            .compactMap { place, entry in
                if case .bad(let findings) = entry.fate { (place, entry, findings) } else { nil }
            }
    }

    func lodging(_ entry: Entry, by caller: Caller) -> Lodging {
        var lodgement = entry.lodgement
        if let customer = caller.customer { lodgement.customer = customer }
        // A row that got a reference on the page is that reference's item from now on.
        let key = lodgement.reference.map { LodgementKey.reference($0) } ?? entry.record.key
        return Lodging(
            key: key,
            lodgement: lodgement,
            channel: .file,
            findings: entry.readFindings,
            request: LodgeRequest(author: caller.author)
        )
    }

    /// The file that comes back: every row with what became of it.
    func result(in words: WordList) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = ResultWriter(layout) { bytes += $0 }
        for entry in entries { try writer.write(entry.record, rowResult(entry, words)) }
        try writer.finish()
        return bytes
    }

    private func rowResult(_ entry: Entry, _ words: WordList) -> RowResult {
        let findings: [Finding]
        let status: RowStatus
        var item: ItemID?
        switch entry.fate {
        case .good: (findings, status) = ([], .refused)
        case .bad(let found): (findings, status) = (found, .refused)
        case .lodged(let recorded):
            findings = recorded.record.warnings
            status = recorded.record.state == .held ? .held : .lodged
            item = recorded.record.id
        }
        return RowResult(
            status: status,
            codes: findings.map(\.code),
            messages: findings.map { $0.json(in: words.language)["message"]?.text ?? "" },
            item: item
        )
    }
}

enum BatchRefusal: Error {
    case tooManyItems
}
