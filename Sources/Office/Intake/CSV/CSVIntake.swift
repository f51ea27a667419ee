/// Reads the records of a CSV file: header, rows, and which rows are one item.
struct CSVIntake {
    let dialect: CSVDialect
    let plan: ColumnPlan
    private var reader: CSVReader
    private var builder: RecordBuilder
    /// The row that ended the last record, with its reference.
    private var ahead: (row: CSVRow, reference: String?)?
    /// The reference of an item with more rows than one may have, while its rows last.
    private var overlong: String?

    init(_ window: TextWindow, digest: String) throws {
        var window = window
        dialect = try CSVDialect.of(&window)
        reader = CSVReader(window, delimiter: dialect.delimiter)
        if dialect.isNamed { _ = try reader.next() }
        guard let header = try reader.next() else { throw IntakeRefusal.empty }
        if let flaw = header.flaw { throw IntakeRefusal.headerMalformed(flaw.description) }
        plan = try ColumnPlan(header: header.texts)
        builder = RecordBuilder(plan: plan, digest: digest)
    }

    var notes: Set<IntakeNote> { builder.notes }

    mutating func next() throws -> IntakeRecord? {
        guard let first = try ahead ?? row() else { return nil }
        ahead = nil
        var rows = [first.row]
        guard let reference = first.reference else { return builder.record(rows, reference: nil) }
        let isRest = reference == overlong
        overlong = nil
        while let next = try row() {
            guard next.reference == reference, rows.count < IntakeLimits.rowsOfOneItem else {
                ahead = next
                if next.reference == reference { overlong = reference }
                break
            }
            rows.append(next.row)
        }
        guard isRest || overlong != nil else { return builder.record(rows, reference: reference) }
        return builder.overlong(rows, reference: reference)
    }

    /// The next row with its reference; a row that cannot be read has none.
    private mutating func row() throws -> (row: CSVRow, reference: String?)? {
        guard let row = try reader.next() else { return nil }
        if row.flaw != nil { return (row, nil) }
        guard row.count == plan.header.count else { return fitted(row) }
        guard let column = plan.reference else { return (row, nil) }
        let cells = CellReader(row, plan)
        return (row, cells.text(column.position))
    }

    /// A row with more cells is whole when those say nothing; otherwise it cannot be read.
    private func fitted(_ row: CSVRow) -> (row: CSVRow, reference: String?) {
        let width = plan.header.count
        let isWhole =
            row.count > width && (width..<row.count).allSatisfy { row.trimmed($0).isEmpty }
        guard isWhole else {
            let flaw = CSVFlaw.cells(expected: width, found: row.count)
            return (CSVRow(number: row.number, bytes: row.bytes, cells: row.cells, flaw: flaw), nil)
        }
        let cut = CSVRow(
            number: row.number,
            bytes: row.bytes,
            cells: Array(row.cells.prefix(width))
        )
        let reference = plan.reference.flatMap {
            CellReader(cut, plan).text($0.position)
        }
        return (cut, reference)
    }
}
