/// How a result file is written, so that it looks like the file it answers.
package struct ResultLayout: Hashable, Sendable {
    /// The input's columns; those that an earlier result file added are left out.
    let header: [String]
    let positions: [Int]
    let delimiter: UInt8
    let startsWithByteOrderMark: Bool
    let lineEnd: [UInt8]
    /// Whether the input's rows are echoed: those of JSON are answered by reference and number.
    let echoesRows: Bool
    let removesApostrophes: Bool

    init(_ intake: CSVIntake, hasByteOrderMark: Bool) {
        let plan = intake.plan
        positions = plan.header.indices.filter { !plan.results.contains($0) }
        header = positions.map { plan.header[$0] }
        delimiter = intake.dialect.delimiter
        startsWithByteOrderMark = hasByteOrderMark
        lineEnd = intake.dialect.endsLinesWithCarriageReturn ? [0x0D, 0x0A] : [0x0A]
        echoesRows = true
        removesApostrophes = plan.isResultFile
    }

    /// The answer to JSON items: a row for each, by the reference and where the item stands.
    init(numberedBy place: String) {
        header = ["reference", place]
        positions = []
        delimiter = UInt8(ascii: ",")
        startsWithByteOrderMark = false
        lineEnd = [0x0A]
        echoesRows = false
        removesApostrophes = false
    }
}
