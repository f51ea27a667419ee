import Glibc
import Mail
import Office
import Rules

/// The file that comes back with what became of each row, and the same as JSON when asked.
struct ResultSheet {
    private let file: GrowingFile
    private let json: Bool
    private var writer: ResultWriter
    private(set) var count = 0

    init(
        _ folder: OutputFolder,
        _ lodged: LodgementFile,
        json: Bool
    ) throws {
        let file = try GrowingFile(folder, Self.name(lodged.path))
        self.file = file
        self.json = json
        let layout = try lodged.intake { _ in }.layout
        writer = ResultWriter(layout) { try file.write($0) }
        if json { Terminal.write("{\"results\":[", to: STDOUT_FILENO) }
    }

    /// `orders.result.csv` for `in/orders.csv`.
    static func name(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return stem + ".result.csv"
    }

    /// An item of an office at hand.
    mutating func add(_ record: IntakeRecord, _ answer: Answer) throws {
        let findings = answer.findings
        let status: RowStatus =
            switch answer.outcome.item?.record.state {
            case nil: .refused
            case .held: .held
            default: .lodged
            }
        try add(
            record,
            RowResult(
                status: status,
                codes: findings.map(\.code),
                messages: findings.map { FindingText.message($0, answer.language) },
                item: answer.outcome.item?.record.id
            ),
            json: answer.json
        )
    }

    /// An item of an office elsewhere, its documents written here.
    mutating func add(
        _ record: IntakeRecord,
        _ item: RemoteItem,
        _ documents: [(kind: DocumentKind, url: String)]
    ) throws {
        try add(
            record,
            RowResult(
                status: item.status,
                codes: item.codes,
                messages: item.messages,
                item: item.id
            ),
            json: item.json(documents: documents)
        )
    }

    private mutating func add(
        _ record: IntakeRecord,
        _ result: RowResult,
        json text: @autoclosure () -> JSONValue
    ) throws {
        if json {
            Terminal.write((count == 0 ? "" : ",") + JSONText.write(text()), to: STDOUT_FILENO)
        }
        count += 1
        try writer.write(record, result)
    }

    mutating func finish(_ summary: LodgeSummary) throws {
        try writer.finish()
        try file.finish()
        guard json else { return }
        Terminal.say(
            "],\"lodged\":\(summary.lodged),\"held\":\(summary.held),"
                + "\"refused\":\(summary.refused),\"replayed\":\(summary.replayed)}"
        )
    }
}
