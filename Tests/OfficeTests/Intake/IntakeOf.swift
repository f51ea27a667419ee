import Mail

@testable import Office

/// A file taken in whole, for tests.
struct TakenIn {
    var records: [IntakeRecord] = []
    var notes: [IntakeNote] = []
    var result = ""

    /// Reads bytes in chunks of that size, writing the result file along.
    init(_ bytes: [UInt8], chunk: Int = 65_536) throws {
        var intake = try FileIntake(
            Chunks.of(bytes, size: chunk),
            survey: FileSurvey.of(Chunks.of(bytes, size: chunk)),
            digest: "d19e57"
        )
        let file = Collected()
        var writer = ResultWriter(intake.layout) { file.bytes += $0 }
        while let record = try intake.next() {
            records.append(record)
            let codes = record.findings.map(\.code)
            try writer.write(
                record,
                RowResult(
                    status: codes.isEmpty ? .lodged : .refused,
                    codes: codes,
                    messages: codes.map { "about \($0.rawValue)" },
                    item: nil
                )
            )
        }
        try writer.finish()
        notes = intake.notes
        result = String(decoding: file.bytes, as: UTF8.self)
    }

    init(_ text: String, chunk: Int = 65_536) throws {
        try self.init(Array(text.utf8), chunk: chunk)
    }

    var lodgements: [Lodgement] { records.map(\.lodgement) }
    var codes: [[String]] { records.map { $0.findings.map(\.code.rawValue) } }
}

private final class Collected {
    var bytes: [UInt8] = []
}
