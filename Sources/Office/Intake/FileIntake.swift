/// Reads a lodgement file item by item, in constant memory: CSV, a JSON list, or JSON lines.
///
/// ```
///   bytes ─▶ FileSurvey (encoding)          first reading, beside the file's SHA-256
///   bytes ─▶ TextWindow (UTF-8) ─▶ rows or elements ─▶ IntakeRecord ─▶ the office
///                                      └─────────────────────▶ ResultWriter
/// ```
///
/// A row that cannot be read is a record that says so; it never blocks the next.
package struct FileIntake {
    package let format: FileFormat
    /// How to write the file back with what became of its rows.
    package let layout: ResultLayout
    private let survey: FileSurvey
    // One of the two is there; as stored values they are changed in place, never copied.
    private var csv: CSVIntake?
    private var json: JSONIntake?

    /// Reads as much as tells the format: for CSV, the header.
    ///
    /// - Parameters:
    ///   - source: the file again from its start.
    ///   - survey: what its first reading showed.
    ///   - digest: its SHA-256 in hexadecimal, the key of rows that have no reference.
    /// - Throws: ``IntakeRefusal`` when the file as a whole cannot be taken in, or what the source
    ///   throws.
    package init(
        _ source: @escaping ChunkSource,
        survey: FileSurvey,
        digest: String
    ) throws {
        try survey.refuseOtherKinds()
        self.survey = survey
        var window = TextWindow(source, survey: survey)
        switch try window.peekPastSpace() {
        case nil: throw IntakeRefusal.empty
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let intake = try JSONIntake(window, digest: digest)
            format = intake.format
            layout = ResultLayout(numberedBy: format == .jsonLines ? "line" : "place")
            json = intake
        default:
            let intake = try CSVIntake(window, digest: digest)
            format = .csv(delimiter: intake.dialect.delimiter)
            layout = ResultLayout(intake, hasByteOrderMark: survey.hasByteOrderMark)
            csv = intake
        }
    }

    /// The next item of the file; nothing at its end.
    ///
    /// - Throws: only what the source throws.
    package mutating func next() throws -> IntakeRecord? {
        csv == nil ? try json?.next() : try csv?.next()
    }

    /// What was understood so far in a way the customer should know; whole at the end of the file.
    package var notes: [IntakeNote] {
        let assumed: [IntakeNote] =
            survey.encoding == .windows1252 ? [.encodingAssumed(.windows1252)] : []
        let columns = csv?.plan.notes ?? []
        let values = csv?.notes ?? json?.notes ?? []
        return assumed + columns + values.sorted { $0.text < $1.text }
    }
}
