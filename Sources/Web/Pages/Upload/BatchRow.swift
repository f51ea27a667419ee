import Mail
import Office

/// One item of an uploaded file: what the rules say of it, or what became of it.
struct BatchRow: Sendable {
    /// What rows are counted by; frozen for as long as a batch is kept.
    enum Fate: Int, Sendable, CaseIterable {
        case good
        /// Good, and would be held.
        case goodHeld
        case bad
        case lodged
        /// Lodged, and held.
        case lodgedHeld

        static let open = [good, goodHeld].map(\.rawValue)
        static let ended = [lodged, lodgedHeld].map(\.rawValue)
    }

    let place: Int
    var fate: Fate
    /// As a spreadsheet counts them.
    var rowNumbers: [Int] = []
    /// Nothing where the file says it and nobody put it right.
    var lodgement: Lodgement?
    var key: LodgementKey?
    /// What reading the row showed; a row that was put right on the page has none.
    var readFindings: [Finding] = []
    var findings: [Finding] = []
    /// What its lane says where it would be held; said of the whole file, and not kept with the row.
    var waits: [Finding] = []
    var item: ItemID?
    var reference: String?

    /// A row that is good says nothing more: its lodgement stands in the file.
    var kept: KeptRow {
        let json = JSONValue.members([
            ("rows", rowNumbers.isEmpty ? nil : .array(rowNumbers.map { .integer(UInt64($0)) })),
            ("lodgement", lodgement?.json), ("key", key.map { .string($0.text) }),
            ("read", Self.list(readFindings)), ("findings", Self.list(findings)),
            ("item", item.map { .string($0.text) }), ("reference", .text(reference)),
        ])
        let isSilent = json == .members([])
        return KeptRow(
            place: place,
            mark: fate.rawValue,
            bytes: isSilent ? nil : Array(JSONText.write(json).utf8)
        )
    }

    init(place: Int, fate: Fate) {
        self.place = place
        self.fate = fate
    }

    init?(_ kept: KeptRow) {
        guard let fate = Fate(rawValue: kept.mark) else { return nil }
        self.init(place: kept.place, fate: fate)
        guard let json = kept.bytes.flatMap({ try? JSONReader.read($0) }) else { return }
        rowNumbers = json["rows"]?.elements?.compactMap(\.wholeNumber) ?? []
        lodgement = json["lodgement"].map { LodgementReader.read($0).lodgement }
        key = json["key"]?.text.flatMap { LodgementKey($0) }
        readFindings = Self.findings(json["read"])
        findings = Self.findings(json["findings"])
        item = json["item"]?.text.flatMap { ItemID($0) }
        reference = json["reference"]?.text
    }

    private static func list(_ findings: [Finding]) -> JSONValue? {
        findings.isEmpty ? nil : .array(findings.map(\.recorded))
    }

    private static func findings(_ json: JSONValue?) -> [Finding] {
        json?.elements?.compactMap { Finding(recorded: $0) } ?? []
    }

    /// As the result file says it.
    func result(in language: Language) -> RowResult {
        let status: RowStatus =
            switch fate {
            case .good, .goodHeld, .bad: .refused
            case .lodged: .lodged
            case .lodgedHeld: .held
            }
        return RowResult(
            status: status,
            codes: findings.map(\.code),
            messages: findings.map { $0.json(in: language)["message"]?.text ?? "" },
            item: item
        )
    }
}
