import Glibc
import Mail
import Office
import Rules

/// The file that comes back with what became of each row, and the same as JSON when asked.
struct ResultSheet {
    private let file: GrowingFile
    private let language: Language
    private let mode: Mode
    private let json: Bool
    private var writer: ResultWriter
    private(set) var count = 0

    init(
        _ folder: OutputFolder,
        _ lodged: LodgementFile,
        language: Language,
        mode: Mode,
        json: Bool
    ) throws {
        let file = try GrowingFile(folder, Self.name(lodged.path))
        self.file = file
        self.language = language
        self.mode = mode
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

    mutating func add(
        _ record: IntakeRecord,
        _ outcome: LodgeOutcome,
        _ documents: [(kind: DocumentKind, url: String)]
    ) throws {
        let answer = Answer(
            reference: record.lodgement.reference,
            mode: mode,
            outcome: outcome,
            documents: documents,
            language: language
        )
        if json {
            Terminal.write(
                (count == 0 ? "" : ",") + JSONText.write(answer.json),
                to: STDOUT_FILENO
            )
        }
        count += 1
        let findings = answer.findings
        let status: RowStatus =
            switch outcome.item?.record.state {
            case nil: .refused
            case .held: .held
            default: .lodged
            }
        try writer.write(
            record,
            RowResult(
                status: status,
                codes: findings.map(\.code),
                messages: findings.map { FindingText.message($0, language) },
                item: outcome.item?.record.id
            )
        )
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
