package import Mail

/// One item as it stood in a file: what it says, under which key, and what is wrong with its rows.
package struct IntakeRecord: Sendable {
    /// Where it stands: rows as a spreadsheet counts them, the header being row 1; lines of JSON
    /// lines; places in a JSON list, from 1.
    package let rowNumbers: [Int]
    package let key: LodgementKey
    package let lodgement: Lodgement
    /// Those of reading, before any rule: a record may hold both a lodgement and findings.
    package let findings: [Finding]
    /// The rows as they came, for the result file; none for JSON.
    package let rows: [CSVRow]

    package init(
        rowNumbers: [Int],
        key: LodgementKey,
        lodgement: Lodgement,
        findings: [Finding],
        rows: [CSVRow]
    ) {
        self.rowNumbers = rowNumbers
        self.key = key
        self.lodgement = lodgement
        self.findings = findings
        self.rows = rows
    }
}

/// The shapes a lodgement file has.
package enum FileFormat: Hashable, Sendable {
    case csv(delimiter: UInt8)
    /// A list, or an object with a list named `items`.
    case jsonList
    case jsonLines
}
